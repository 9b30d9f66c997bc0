using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shirase.Web.Words;
using Xunit;

namespace Shirase.Tests.Web;

public sealed partial class ResourceTests
{
    private static readonly string Web = Path.Combine(ShellHost.Root, "src", "Shirase.Web");

    public static TheoryData<string> Rooms => [.. Directory.GetFiles(Path.Combine(Web, "Resources"), "*.ja.resx")
        .Select(f => Path.GetFileName(f).Split('.')[0])];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Given_a_room_When_its_languages_are_compared_Then_both_have_every_key_and_every_gap(string room)
    {
        var (ja, en) = (Read(room, "ja"), Read(room, "en"));

        Assert.Equal(ja.Keys.Order(), en.Keys.Order());
        Assert.All(ja, text => Assert.False(string.IsNullOrWhiteSpace(text.Value) || string.IsNullOrWhiteSpace(en[text.Key]), text.Key));
        Assert.All(ja, text => Assert.Equal(Gaps(text.Value), Gaps(en[text.Key])));
    }

    [Fact]
    public void Given_every_key_that_a_page_or_a_part_uses_When_looked_up_Then_it_exists()
    {
        var rooms = Rooms.Select(r => r.Data).ToHashSet(StringComparer.Ordinal);
        var text = new ResourceText();
        var used = Directory.EnumerateFiles(Web, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Key().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Key: m.Groups["key"].Value)))
            .Where(use => rooms.Contains(use.Key.Split('.')[0]) || use.File.EndsWith(".cshtml", StringComparison.Ordinal))
            .ToList();

        Assert.True(used.Count > 100, "The pattern finds the keys no more.");
        Assert.DoesNotContain(used, use => text.In("ja", use.Key) == use.Key);
    }

    [Fact]
    public void Given_a_key_nobody_wrote_When_asked_Then_the_key_itself_is_shown()
    {
        var text = new ResourceText();

        Assert.Equal("Nowhere.Key", text["Nowhere.Key"]);
        Assert.Null(text.Find("Shell.Nothing"));
    }

    private static Dictionary<string, string> Read(string room, string language) =>
        XDocument.Load(Path.Combine(Web, "Resources", $"{room}.{language}.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value, StringComparer.Ordinal);

    private static string Gaps(string text) => string.Join(' ', Gap().Matches(text).Select(m => m.Value).Distinct().Order());

    // T["Room.Key"], text["Room.Key", …], Name = "Room.Key", new FrameLink("Room.Key", …)
    [GeneratedRegex("""(?:\[|Name = |ErrorMessage = |FrameLink\(|new\(|: |\? |"Parts\.Error|SetMissing[A-Za-z]*\()"(?<key>[A-Z][A-Za-z]+\.[A-Za-z0-9.]*[A-Za-z0-9])"(?=[\],): ;])""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, 2000)]
    private static partial Regex Gap();
}
