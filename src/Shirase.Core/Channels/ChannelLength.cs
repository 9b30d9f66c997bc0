using System.Text;
using Shirase.Core.Text;

namespace Shirase.Core.Channels;

/// <summary>In what a platform measures a text.</summary>
public enum LengthUnit
{
    Bytes,
    Characters,
    Weight,
}

/// <summary>A text against one limit of a platform.</summary>
public readonly record struct LengthUse(LengthUnit Unit, int Count, int Most)
{
    public bool IsOver => Count > Most;
}

/// <summary>How long a text is for a platform, counted as the platform counts it.</summary>
public static class ChannelLength
{
    /// <summary>One entry for each limit that the platform has.</summary>
    public static IReadOnlyList<LengthUse> Of(string text, ChannelLimits limits)
    {
        var uses = new List<LengthUse>();
        if (limits.MaxUtf8Bytes > 0)
        {
            uses.Add(new(LengthUnit.Bytes, Encoding.UTF8.GetByteCount(text), limits.MaxUtf8Bytes));
        }

        if (limits.MaxGraphemes > 0)
        {
            var characters = limits.CharactersPerAddress > 0 ? MastodonCount.Of(text, limits.CharactersPerAddress) : GraphemeCount.Of(text);
            uses.Add(new(LengthUnit.Characters, characters, limits.MaxGraphemes));
        }

        if (limits.MaxWeighted > 0)
        {
            uses.Add(new(LengthUnit.Weight, WeightedCount.Of(text), limits.MaxWeighted));
        }

        return uses;
    }

    /// <summary>The limit of which the text leaves the least; null where the platform has none.</summary>
    public static LengthUse? Scarcest(string text, ChannelLimits limits) =>
        Of(text, limits) is { Count: > 0 } uses ? uses.MaxBy(u => (double)u.Count / u.Most) : null;
}
