using Shirase.Core;

namespace Shirase.Records;

/// <summary>Last number and hash of a body's journal; locked while entries are appended.</summary>
public sealed class JournalHead(BodyId body, long number, string hash)
{
    public BodyId Body { get; private set; } = body;

    public long Number { get; private set; } = number;

    public string Hash { get; private set; } = hash;

    internal void Advance(long number, string hash) => (Number, Hash) = (number, hash);
}
