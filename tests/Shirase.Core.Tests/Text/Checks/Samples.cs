using System.Globalization;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Core.Text.Checks;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>The domain's sample messages: what they are expected to show is shown, and clean ones stay clean.</summary>
public sealed class Samples
{
    private static readonly DateTimeOffset AsOf = new(2026, 11, 21, 9, 0, 0, TimeSpan.FromHours(9));

    /// <summary>Checks that hold or refuse although the sample file has no rule of that name.</summary>
    private static readonly string[] OtherHard = ["char-control", "subject-line"];

    [Fact]
    public void Given_the_rules_of_the_sample_file_When_looked_up_Then_each_is_a_check()
    {
        var missing = Items(Root(), "rules").Select(r => Value(r, "id")).Where(r => TextChecks.All.All(c => c.Name != r));

        Assert.Empty(missing);
    }

    [Fact]
    public void Given_a_sample_with_expected_findings_When_checked_Then_each_is_reported()
    {
        var missed = new List<string>();
        var asked = 0;
        foreach (var sample in All())
        {
            foreach (var expected in Items(sample, "expect"))
            {
                var at = Value(expected, "at");
                if (TextChecks.All.FirstOrDefault(c => c.Name == Value(expected, "rule")) is not { } check)
                {
                    continue;
                }

                asked++;
                var subject = SubjectOf(sample);
                var found = check.Find(subject, Parameters.None).Select(h => h.Words(subject.Text) ?? h.FieldWords).ToList();
                if (at.Length > 0 ? !found.Contains(at) : found.Count == 0)
                {
                    missed.Add($"{Value(sample, "id")}: {check.Name} at 「{at}」, found: {string.Join(" ", found)}");
                }
            }
        }

        Assert.Empty(missed);
        Assert.True(asked >= 36, $"Only {asked} expectations were asked for.");
    }

    [Fact]
    public void Given_a_clean_sample_When_checked_Then_nothing_refuses_or_holds()
    {
        var hard = Hard();
        var wrong =
            from sample in All()
            where Items(sample, "expect").Count == 0
            let subject = SubjectOf(sample)
            from check in TextChecks.All
            where hard.Contains(check.Name)
            from hit in check.Find(subject, Parameters.None)
            select $"{Value(sample, "id")}: {check.Name}: {hit.Message.Ja} 「{hit.Words(subject.Text)}」";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Given_a_sample_for_X_When_counted_Then_weight_and_hashtags_are_those_of_X_s_own_library()
    {
        foreach (var sample in All().Where(s => Value(s, "x_weight").Length > 0))
        {
            var text = Value(sample, "text");

            Assert.Equal(int.Parse(Value(sample, "x_weight"), CultureInfo.InvariantCulture), WeightedCount.Of(text));
            Assert.Equal(
                ((YamlSequenceNode)sample.Children["hashtags"]).Select(h => h.ToString()), HashtagExtractor.Find(text).Select(h => h.Tag));
        }
    }

    private static List<YamlMappingNode> All() => Items(Root(), "samples");

    private static HashSet<string> Hard() =>
    [
        .. Items(Root(), "rules").Where(r => Value(r, "severity") is "block" or "error").Select(r => Value(r, "id")),
        .. OtherHard,
    ];

    private static YamlMappingNode Root()
    {
        using var reader = new StreamReader(Shared.FileOrSkip("domain", "samples.yaml"));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static CheckSubject SubjectOf(YamlMappingNode sample)
    {
        var sendAt = Value(sample, "send_at");
        return new CheckSubject
        {
            Stage = Stage.Send,
            Channel = Value(sample, "channel"),
            Subject = Value(sample, "title"),
            Text = Value(sample, "text"),
            Now = AsOf,
            SendAt = sendAt.Length > 0 ? DateTimeOffset.Parse(sendAt, CultureInfo.InvariantCulture) : null,
            Office = Value(sample, "office"),
            Areas = sample.Children.TryGetValue("areas", out var areas) ? [.. ((YamlSequenceNode)areas).Select(a => a.ToString())] : [],
            Media = [.. Items(sample, "images").Select(i => new MediaItem(Guid.Empty, "", "image/png", Value(i, "alt"), "撮影", "県警", "own-work"))],
            KnownHosts = ["example.jp"],
            Facts = sample.Children.TryGetValue("flags", out var flags)
                ? ((YamlMappingNode)flags).ToDictionary(f => f.Key.ToString(), f => f.Value.ToString(), StringComparer.Ordinal)
                : [],
        };
    }

    private static List<YamlMappingNode> Items(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var list) ? [.. ((YamlSequenceNode)list).OfType<YamlMappingNode>()] : [];

    private static string Value(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value ?? "" : "";
}
