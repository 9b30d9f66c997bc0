using System.Collections.Frozen;

namespace Shirase.Core.Text;

/// <summary>What X takes for letters, address characters and emoji: the tables of <c>Data/characters.txt</c>.</summary>
internal static class PlatformCharacters
{
    private static readonly Dictionary<string, string[]> Tables = Read();

    public static readonly CharacterSet HashtagLetter = Set("hashtag-letter");
    public static readonly CharacterSet HashtagOther = Set("hashtag-other");
    public static readonly CharacterSet LatinAccent = Set("latin-accent");
    public static readonly CharacterSet HostBreak = Set("host-break");
    public static readonly CharacterSet HostPlain = Set("host-plain");
    public static readonly CharacterSet Path = Set("path");
    public static readonly CharacterSet PathEnd = Set("path-end");
    public static readonly CharacterSet EmojiPlain = Set("emoji-plain");
    public static readonly CharacterSet EmojiText = Set("emoji-text");
    public static readonly CharacterSet EmojiPerson = Set("emoji-person");
    public static readonly CharacterSet EmojiPersonText = Set("emoji-person-text");
    public static readonly CharacterSet EmojiAthlete = Set("emoji-athlete");
    public static readonly CharacterSet EmojiMover = Set("emoji-mover");
    public static readonly CharacterSet EmojiWorkTool = Set("emoji-work-tool");

    /// <summary>Pairs of letters, such as JP, whose regional indicators make one flag.</summary>
    public static readonly FrozenSet<string> Flags = Tables["@flags"].ToFrozenSet(StringComparer.Ordinal);

    private static CharacterSet Set(string name) => new(Tables[name]);

    private static Dictionary<string, string[]> Read()
    {
        var tables = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var name = "";
        foreach (var line in Resource.Lines("characters"))
        {
            if (line.EndsWith(':'))
            {
                name = line[..^1];
                tables[name] = [];
            }
            else
            {
                tables[name] = [.. tables[name], .. line.Split(' ')];
            }
        }

        return tables;
    }
}
