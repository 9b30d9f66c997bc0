using Shirase.Core;
using Shirase.Records;

namespace Shirase.Operations.Backups;

/// <summary>What a copy holds, read from the very state that was copied.</summary>
internal sealed record CopyFacts(string Migration, IReadOnlyList<JournalProved> Journals);

/// <summary>Writes one kind of database to a file and back, while the product runs.</summary>
internal interface IDatabaseCopy
{
    string Provider { get; }

    string FileName { get; }

    /// <summary>Writes the copy, checks that it can be read, and tells what it holds.</summary>
    Task<(CopyFacts? Facts, Refusal? Refusal)> WriteAsync(string file, CancellationToken ct);

    /// <summary>True when there is nothing in the database yet, or none at all.</summary>
    Task<bool> IsEmptyAsync(CancellationToken ct);

    /// <summary>Puts the copy in the place of whatever is there. A failure leaves what was there.</summary>
    Task<Refusal?> ReadAsync(string file, CancellationToken ct);
}
