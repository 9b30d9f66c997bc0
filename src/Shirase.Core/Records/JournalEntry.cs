using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shirase.Core.Records;

/// <summary>One entry of a body's append-only journal. Each carries the hash of the one before, so nothing can be taken out unseen.</summary>
public sealed class JournalEntry(
    BodyId body, long number, DateTimeOffset at, StaffId? actor, string verb, string subject, string detail, string previousHash, string hash)
{
    /// <summary>Hash before the first entry.</summary>
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public BodyId Body { get; private set; } = body;

    /// <summary>1 for the body's first entry, without gaps.</summary>
    public long Number { get; private set; } = number;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Who did it; null for the system itself.</summary>
    public StaffId? Actor { get; private set; } = actor;

    /// <summary>What happened, in the past tense: <c>application.approved</c>.</summary>
    public string Verb { get; private set; } = verb;

    /// <summary>What it happened to: <c>application/01a…</c>.</summary>
    public string Subject { get; private set; } = subject;

    /// <summary>Facts as JSON: ids, hashes, clause ids. No personal data, no secrets, no texts.</summary>
    public string Detail { get; private set; } = detail;

    public string PreviousHash { get; private set; } = previousHash;

    /// <summary>SHA-256 over all of the above, lower-case hex.</summary>
    public string Hash { get; private set; } = hash;

    /// <summary>Writes the next entry of a chain.</summary>
    public static JournalEntry Next(
        BodyId body, long number, DateTimeOffset at, StaffId? actor, string verb, string subject, string detail, string previousHash) =>
        new(body, number, at, actor, verb, subject, detail, previousHash, HashOf(body, number, at, actor, verb, subject, detail, previousHash));

    /// <summary>The hash this entry should carry by its own words.</summary>
    public string ComputeHash() => HashOf(Body, Number, At, Actor, Verb, Subject, Detail, PreviousHash);

    // Length-prefixed fields: no two different entries have the same bytes
    private static string HashOf(
        BodyId body, long number, DateTimeOffset at, StaffId? actor, string verb, string subject, string detail, string previousHash)
    {
        var text = new StringBuilder("shirase-journal-1\n");
        foreach (var field in (string[])
        [
            body.Slug,
            number.ToString(CultureInfo.InvariantCulture),
            at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            actor?.ToString() ?? "",
            verb,
            subject,
            detail,
            previousHash,
        ])
        {
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Proves a chain of journal entries. Pure: works on an export on another machine too.</summary>
public static class JournalChain
{
    /// <summary>Everything that does not fit, in order; nothing when the chain is whole.</summary>
    public static IEnumerable<JournalFault> Faults(IEnumerable<JournalEntry> entries)
    {
        var (number, hash) = (0L, JournalEntry.Genesis);
        foreach (var entry in entries)
        {
            if (entry.Number != number + 1)
            {
                yield return new(entry.Number, new(
                    $"{number + 1}番の記録がありません。", $"Entry {number + 1} is missing."));
            }

            if (entry.PreviousHash != hash && entry.Number == number + 1)
            {
                yield return new(entry.Number, new(
                    $"{entry.Number}番の記録が前の記録とつながっていません。", $"Entry {entry.Number} does not follow the one before."));
            }

            if (entry.ComputeHash() != entry.Hash)
            {
                yield return new(entry.Number, new(
                    $"{entry.Number}番の記録が書き換えられています。", $"Entry {entry.Number} was altered."));
            }

            (number, hash) = (entry.Number, entry.Hash);
        }
    }
}

/// <summary>A place where the journal does not prove itself.</summary>
public sealed record JournalFault(long Number, Localized Text);
