using System.Globalization;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using YamlDotNet.RepresentationModel;

namespace Shirase.Core.Tests.Text.Corpus;

/// <summary>One text with what has to be found in it.</summary>
/// <param name="Source"><c>samples</c>, <c>first</c> or <c>second</c>.</param>
/// <param name="Id">Id of the sample, or the line of the file.</param>
/// <param name="Expected">Rule and words; empty words mean anywhere in the text.</param>
/// <param name="IsComplete">True where everything that should be found is listed; false where the list is a minimum.</param>
internal sealed record CorpusText(string Source, string Id, CheckSubject Subject, IReadOnlyList<(string Rule, string Words)> Expected, bool IsComplete)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(9));

    public bool IsClean => Expected.Count == 0;

    /// <summary>The invented texts of one file beside this one.</summary>
    public static IReadOnlyList<CorpusText> Of(string name)
    {
        using var reader = new StreamReader(Path.Combine(AppContext.BaseDirectory, "Text", "Corpus", $"{name}.yaml"));
        return [.. ((YamlSequenceNode)Load(reader)).Cast<YamlMappingNode>().Select(n => Invented(name, n))];
    }

    /// <summary>The domain's samples; the test ends as skipped where they are not at hand.</summary>
    public static IReadOnlyList<CorpusText> Samples() => [.. Items(SampleRoot(), "samples").Select(Sample)];

    /// <summary>Ids of the rules of the sample file with their severity.</summary>
    public static IReadOnlyList<(string Id, string Severity)> Rules() =>
        [.. Items(SampleRoot(), "rules").Select(r => (Value(r, "id"), Value(r, "severity")))];

    /// <summary>Checks of a regulation file with their effect.</summary>
    public static IReadOnlyList<(string Check, string Effect)> ChecksOf(string file)
    {
        using var reader = new StreamReader(file);
        return [.. Items((YamlMappingNode)Load(reader), "checks").Select(c => (Value(c, "check"), Value(c, "effect")))];
    }

    private static CorpusText Invented(string source, YamlMappingNode node)
    {
        var channel = Value(node, "c");
        return new(
            source,
            string.Create(CultureInfo.InvariantCulture, $"{source} {node.Start.Line}"),
            new CheckSubject
            {
                Stage = Stage.Send,
                Channel = channel.Length > 0 ? channel : "mail",
                Subject = Value(node, "s"),
                Text = Value(node, "t"),
                Now = Now,
                KnownHosts = ["example.jp"],
                Facts = Facts(node, "f"),
            },
            node.Children.TryGetValue("e", out var expected)
                ? [.. ((YamlMappingNode)expected).SelectMany(r => ((YamlSequenceNode)r.Value).Select(w => w.ToString()).DefaultIfEmpty("").Select(w => (r.Key.ToString(), w)))]
                : [],
            IsComplete: true);
    }

    private static CorpusText Sample(YamlMappingNode node)
    {
        var sendAt = Value(node, "send_at");
        return new(
            "samples",
            Value(node, "id"),
            new CheckSubject
            {
                Stage = Stage.Send,
                Channel = Value(node, "channel"),
                Subject = Value(node, "title"),
                Text = Value(node, "text"),
                Category = Value(node, "category"),
                Now = Now,
                SendAt = sendAt.Length > 0 ? DateTimeOffset.Parse(sendAt, CultureInfo.InvariantCulture) : null,
                Office = Value(node, "office"),
                Areas = node.Children.TryGetValue("areas", out var areas) ? [.. ((YamlSequenceNode)areas).Select(a => a.ToString())] : [],
                Media = [.. Items(node, "images").Select(i => new MediaItem(Guid.Empty, "", "image/png", Value(i, "alt"), "撮影", "県警", "own-work"))],
                KnownHosts = ["example.jp"],
                Facts = Facts(node, "flags"),
            },
            [.. Items(node, "expect").Select(e => (Value(e, "rule"), Value(e, "at")))],
            IsComplete: false);
    }

    private static Dictionary<string, string> Facts(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var flags)
        ? ((YamlMappingNode)flags).ToDictionary(f => f.Key.ToString(), f => f.Value.ToString(), StringComparer.Ordinal)
        : [];

    private static YamlMappingNode SampleRoot()
    {
        using var reader = new StreamReader(Shared.FileOrSkip("domain", "samples.yaml"));
        return (YamlMappingNode)Load(reader);
    }

    private static YamlNode Load(TextReader reader)
    {
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    private static List<YamlMappingNode> Items(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).OfType<YamlMappingNode>()] : [];

    private static string Value(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value ?? "" : "";
}
