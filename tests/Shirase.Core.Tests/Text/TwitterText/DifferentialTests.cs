using System.Globalization;
using System.Text;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Shirase.Core.Tests.Text.TwitterText;

/// <summary>Counting and linking is what X's own library does: weight, limit, addresses, hashtags, mentions, symbols, character by character.</summary>
public sealed class DifferentialTests
{
    private const int Batch = 1_000;
    private const int ShrinkingSteps = 2_000;

    // A tenth in the ordinary run; the whole with SHIRASE_SOAK=1
    private static readonly int Share = Environment.GetEnvironmentVariable("SHIRASE_SOAK") == "1" ? 1 : 10;

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("SHIRASE_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261122;

    [Fact]
    public async Task Given_random_texts_When_X_s_own_library_reads_them_Then_it_counts_and_links_the_same()
    {
        using var library = TwitterTextLibrary.StartOrSkip();
        var random = new RandomText(Seed, SampleTexts());
        for (var left = 100_000 / Share; left > 0; left -= Batch)
        {
            await CompareAsync(library, [.. Enumerable.Range(0, Batch).Select(_ => random.Next())]);
        }
    }

    // Behind, in front of and inside all that X looks for
    [Theory]
    [InlineData("{0}a.jp")]
    [InlineData("{0}https://a.jp")]
    [InlineData("a{0}.jp/")]
    [InlineData("https://a{0}b.jp")]
    [InlineData("a.jp{0}x")]
    [InlineData("a.jp/x{0}")]
    [InlineData("a.jp/{0}x")]
    [InlineData("https://a.jp/({0}x)")]
    [InlineData("a.jp?x{0}1")]
    [InlineData("a.jp?{0}")]
    [InlineData("{0}#a")]
    [InlineData("#{0}")]
    [InlineData("#a{0}1")]
    [InlineData("{0}@a")]
    [InlineData("@a{0}")]
    [InlineData("{0}$A{0}")]
    [InlineData("{0}\uFE0F{0}\u20E3 {0}\u200D♀️")]
    [InlineData("👩‍{0}👨{0}🏽")]
    public async Task Given_every_character_in_one_place_When_X_s_own_library_reads_it_Then_it_counts_and_links_the_same(string place)
    {
        using var library = TwitterTextLibrary.StartOrSkip();
        foreach (var some in Characters().Chunk(Batch))
        {
            await CompareAsync(library, [.. some.Select(c => place.Replace("{0}", c, StringComparison.Ordinal))]);
        }
    }

    [Fact]
    public async Task Given_every_ending_of_a_host_When_X_s_own_library_reads_it_Then_it_counts_and_links_the_same()
    {
        using var library = TwitterTextLibrary.StartOrSkip();
        string[] endings = [.. RandomText.Resource("tlds").SelectMany(l => l.Split(' '))];
        string[] places = ["a.{0}", "日本a.{0}日本", "https://a.{0}/x", "日本.{0}", "a.{0}x.{0}", "a.b.{0}-", "A.{0}1", "a.{0}.{0}."];
        foreach (var place in places)
        {
            await CompareAsync(library, [.. endings.SelectMany(e => new[] { e, e[..^1] }).Select(e => place.Replace("{0}", e, StringComparison.Ordinal))]);
        }
    }

    private static async Task CompareAsync(TwitterTextLibrary library, IReadOnlyList<string> texts)
    {
        var theirs = await library.AskAsync(texts);
        for (var i = 0; i < texts.Count; i++)
        {
            if (OurAnswer.To(texts[i]) != theirs[i])
            {
                var text = await ShrunkAsync(library, texts[i]);
                Assert.Fail($"""
                    Seed {Seed}: {text}
                    points {Points(text)}
                    X   {(await library.AskAsync([text]))[0]}
                    we  {OurAnswer.To(text)}
                    shrunk from {Points(texts[i])}
                    """);
            }
        }
    }

    // Leaves out what can be left out, larger pieces first, as long as the answers differ
    private static async Task<string> ShrunkAsync(TwitterTextLibrary library, string text)
    {
        var steps = ShrinkingSteps;
        for (var piece = Math.Max(1, text.Length / 2); piece > 0; piece /= 2)
        {
            for (var at = 0; at + piece <= text.Length && steps > 0; steps--)
            {
                var shorter = text.Remove(at, piece);
                var differs = (await library.AskAsync([shorter]))[0] != OurAnswer.To(shorter);
                (text, at) = differs ? (shorter, at) : (text, at + 1);
            }
        }

        return text;
    }

    private static string Points(string text)
    {
        var points = new StringBuilder();
        foreach (var c in text)
        {
            points.Append(CultureInfo.InvariantCulture, $"{(int)c:X4} ");
        }

        return points.ToString();
    }

    private static IEnumerable<string> Characters() =>
        Enumerable.Range(0, 0x10000).Select(c => ((char)c).ToString())
            .Concat(Enumerable.Range(0x10000, 0x10000).Concat(Enumerable.Range(0xE0000, 0x200)).Select(char.ConvertFromUtf32))
            .Where((_, i) => i % Share == 0 || i < 0x600);

    private static List<string> SampleTexts()
    {
        if (Shared.Folder is not { } folder || Path.Combine(folder, "domain", "samples.yaml") is var file && !File.Exists(file))
        {
            return [];
        }

        var stream = new YamlStream();
        using var reader = new StreamReader(file);
        stream.Load(reader);
        var samples = (YamlSequenceNode)((YamlMappingNode)stream.Documents[0].RootNode).Children["samples"];
        return [.. samples.OfType<YamlMappingNode>().Select(s => ((YamlScalarNode)s.Children["text"]).Value ?? "")];
    }
}
