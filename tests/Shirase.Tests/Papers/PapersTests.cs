using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.Papers;

/// <summary>What the papers promise is there: links, settings, packages, words.</summary>
public sealed partial class PapersTests
{
    private static readonly Lazy<string> Sources = new(() =>
        string.Join('\n', Files("src", "*.cs").Concat(Files("src", "*.cshtml")).Select(File.ReadAllText)));

    [Fact]
    public void Given_the_papers_When_their_links_are_followed_Then_each_leads_to_a_file()
    {
        var broken = Files("", "*.md").SelectMany(paper => Link().Matches(WithoutCode(File.ReadAllText(paper)))
            .Select(m => m.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(paper)!, Uri.UnescapeDataString(target))))
            .Select(target => $"{Path.GetRelativePath(Places.Repository, paper)}: {target}"));

        Assert.Equal([], broken);
    }

    [Fact]
    public void Given_the_settings_of_all_rooms_When_operate_md_is_read_Then_it_names_each()
    {
        var operate = Read("docs/how-to/operate.md");
        var keys = Files("src", "*.cs").SelectMany(KeysOf).ToList();

        Assert.Contains("Jobs:Lease", keys);
        Assert.Equal([], keys.Where(key => !operate.Contains($"`{key}`", StringComparison.Ordinal)));
        Assert.Equal([], Setting().Matches(operate).Select(m => m.Groups["key"].Value).Except(keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Given_the_packages_When_dependencies_md_is_read_Then_it_names_each_with_its_version()
    {
        var rows = Read("docs/dependencies.md").Split('\n');
        var packages = XDocument.Load(Path.Combine(Places.Repository, "Directory.Packages.props")).Descendants("PackageVersion")
            .Select(p => ((string)p.Attribute("Include")!, (string)p.Attribute("Version")!)).ToList();

        Assert.NotEmpty(packages);
        Assert.Equal([], packages.Where(p => !rows.Any(r => Names(r, p.Item1) && r.Contains($"| {p.Item2} |", StringComparison.Ordinal))));
    }

    [Fact]
    public void Given_the_words_When_the_sources_are_searched_Then_each_identifier_exists()
    {
        var identifiers = Row().Matches(Read("docs/words.md").Split("## Avoided")[0])
            .SelectMany(row => Code().Matches(row.Groups["identifiers"].Value)).Select(m => m.Groups["identifier"].Value.Split('.')[^1]).ToList();

        Assert.True(identifiers.Count > 50, $"Only {identifiers.Count} identifiers were found in words.md.");
        Assert.Equal([], identifiers.Where(i => !Regex.IsMatch(Sources.Value, $@"\b{Regex.Escape(i)}\b", Plain)));
    }

    // Class and section stand in one file; a property that can be set from configuration is a key
    private static IEnumerable<string> KeysOf(string file)
    {
        var text = File.ReadAllText(file);
        return Section().Match(text) is { Success: true } section
            ? Property().Matches(Block(text, section.Index)).Select(p => $"{section.Groups["section"].Value}:{p.Groups["name"].Value}")
            : [];
    }

    private static string Block(string text, int from) => text[from..(text.IndexOf("\n}", from, StringComparison.Ordinal) is > 0 and var end ? end : text.Length)];

    private static bool Names(string row, string package) =>
        row.StartsWith("| ", StringComparison.Ordinal) && row.Split('|')[1].Split(',', StringSplitOptions.TrimEntries).Contains(package);

    private static string Read(string path) => File.ReadAllText(Path.Combine(Places.Repository, path));

    private static string WithoutCode(string paper) => Fence().Replace(paper, "");

    private static IEnumerable<string> Files(string under, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Places.Repository, under), pattern, SearchOption.AllDirectories)
            .Where(f => !Aside().IsMatch(Path.GetRelativePath(Places.Repository, f).Replace('\\', '/')));

    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(^|/)(bin|obj|data|artifacts|node_modules|\.git)/", Plain)]
    private static partial Regex Aside();

    [GeneratedRegex(@"^```.*?^```", Plain | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", Plain)]
    private static partial Regex Link();

    [GeneratedRegex(@"const string Section = ""(?<section>[^""]+)""", Plain)]
    private static partial Regex Section();

    [GeneratedRegex(@"^    public [^\r\n(]* (?<name>\w+) \{ get; (set; )?\}", Plain)]
    private static partial Regex Property();

    [GeneratedRegex(@"^\| `(?<key>[A-Z]\w+(:\w+)+)` \|", Plain)]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\| [^|]+ \| (?<identifiers>[^|]+) \|", Plain)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<identifier>[A-Za-z.]+)`", Plain)]
    private static partial Regex Code();
}
