using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shirase.Core.Records;
using Shirase.Tests.Regulations;
using Xunit;

namespace Shirase.Tests.Records;

/// <summary>The list of the journal's verbs against the sources that write them.</summary>
public sealed partial class JournalVerbTests
{
    // Made of a state's name where they are written
    private static readonly string[] Composed = ["delivery.", "public-body."];

    private static readonly IReadOnlyList<string> Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && Path.GetFileName(f) is not ("JournalVerbs.cs" or "WebhookEvent.cs"))
            .Select(File.ReadAllText),
    ];

    [Fact]
    public void Given_what_is_written_into_the_journal_When_compared_Then_the_list_has_it() =>
        Assert.All(Sources.SelectMany(s => Written().Matches(s)).Select(m => m.Groups["verb"].Value).Distinct(), v => Assert.Contains(v, JournalVerbs.All));

    [Fact]
    public void Given_the_list_When_compared_Then_every_verb_is_written_somewhere()
    {
        var all = string.Join('\n', Sources);
        Assert.All(
            JournalVerbs.All.Where(v => !Composed.Any(c => v.StartsWith(c, StringComparison.Ordinal))),
            v => Assert.Contains($"\"{v}\"", all, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void Given_a_verb_When_a_person_reads_the_journal_Then_it_has_words(string language)
    {
        var words = XDocument.Load(Path.Combine(Repository.Root, "src", "Shirase.Web", "Resources", $"Verbs.{language}.resx")).Root!.Elements("data").Select(d => d.Attribute("name")!.Value);
        Assert.Equal(JournalVerbs.All, words.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\.Record\([^;{]*?\u0022(?<verb>[a-z][a-z-]*\.[a-z][a-z-]*)\u0022", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
