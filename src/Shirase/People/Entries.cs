using Shirase.Core;

namespace Shirase.People;

/// <summary>Bounds of what the registers take in.</summary>
public static class Entries
{
    /// <summary>Most characters of one entry: a name, a post, a reason. Ours; a bound against floods, no document sets one.</summary>
    public const int Longest = 500;

    /// <summary>The refusal of entries of which one is too long, or null.</summary>
    internal static EntryIsLong? Refuse(params ReadOnlySpan<string?> entries)
    {
        foreach (var entry in entries)
        {
            if (entry?.Length > Longest)
            {
                return new EntryIsLong(Longest);
            }
        }

        return null;
    }
}

public sealed record EntryIsLong(int Max) : Refusal(new Localized(
    $"1つの欄に入力できるのは{Max}字までです。短くして、もう一度登録してください。",
    $"An entry may have at most {Max} characters. Shorten it and try again."));
