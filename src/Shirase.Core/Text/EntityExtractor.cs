namespace Shirase.Core.Text;

/// <summary>What X makes a link of.</summary>
public enum EntityKind
{
    Url,
    Mention,
    Hashtag,
    Cashtag,
}

/// <summary>A part of a text that X links.</summary>
/// <param name="Text">As it stands in the text.</param>
public readonly record struct Entity(EntityKind Kind, string Text, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Everything that X links in a text. Of two parts that overlap, the one that begins first.</summary>
public static class EntityExtractor
{
    public static IReadOnlyList<Entity> Find(string text)
    {
        var all = UrlExtractor.Find(text).Select(u => new Entity(EntityKind.Url, u.Text, u.Start, u.Length))
            .Concat(MentionExtractor.Find(text).Select(m => Of(EntityKind.Mention, m.Start, m.Length)))
            .Concat(HashtagExtractor.Candidates(text).Select(h => Of(EntityKind.Hashtag, h.Start, h.Length)))
            .Concat(CashtagExtractor.Find(text).Select(c => Of(EntityKind.Cashtag, c.Start, c.Length)));
        var kept = new List<Entity>();
        foreach (var entity in all.OrderBy(e => e.Start))
        {
            if (kept.Count == 0 || entity.Start >= kept[^1].End)
            {
                kept.Add(entity);
            }
        }

        return kept;

        Entity Of(EntityKind kind, int start, int length) => new(kind, text.Substring(start, length), start, length);
    }
}
