using Shirase.Core.Text.Links;

namespace Shirase.Core.Text;

/// <summary>What several checks read in the same words, read once when the first of them asks.</summary>
/// <param name="text">The outgoing text.</param>
/// <param name="codes">What the QR codes of each image say.</param>
internal sealed class TextReading(string text, IReadOnlyList<IReadOnlyList<string>> codes)
{
    private IReadOnlyList<DateMention>? _dates;
    private IReadOnlyList<MentionedLink>? _links;
    private IReadOnlyList<StatedValue>? _values;

    public IReadOnlyList<DateMention> Dates => _dates ??= DateMention.Find(text);

    public IReadOnlyList<MentionedLink> Links => _links ??= MentionedLink.Of(text, codes);

    public IReadOnlyList<StatedValue> Values => _values ??= [.. StatedValue.Of(text, Dates)];

    /// <summary>True when it was made of these very words.</summary>
    public bool IsOf(string other, IReadOnlyList<IReadOnlyList<string>> otherCodes) => ReferenceEquals(text, other) && ReferenceEquals(codes, otherCodes);

    /// <summary>Holds a reading in a record without being a part of what the record says: two subjects are equal whether read or not.</summary>
    internal struct Kept : IEquatable<Kept>
    {
        private TextReading? _reading;

        // A copy made with "with" carries the reading along; it holds only while the words are the same
        public TextReading Of(string text, IReadOnlyList<IReadOnlyList<string>> codes) =>
            _reading is { } known && known.IsOf(text, codes) ? known : _reading = new TextReading(text, codes);

        public readonly bool Equals(Kept other) => true;

        public override readonly bool Equals(object? obj) => obj is Kept;

        public override readonly int GetHashCode() => 0;
    }
}
