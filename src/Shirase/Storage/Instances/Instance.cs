namespace Shirase.Storage.Instances;

/// <summary>
/// The one row by which a database knows which installation it belongs to. A file beside the keys holds the same: where the two
/// do not agree, the database was copied, restored or moved, and nothing is sent until an administrator opens it.
/// </summary>
public sealed class Instance(Guid id, DateTimeOffset pulse)
{
    /// <summary>There is one row.</summary>
    public int Row { get; private set; } = 1;

    public Guid Id { get; private set; } = id;

    /// <summary>When a node of this installation was last known to be at work.</summary>
    public DateTimeOffset Pulse { get; private set; } = pulse;

    /// <summary>Since when nothing is sent; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Why, a name of <see cref="ClosedBecause"/>; empty while it is open.</summary>
    public string Because { get; private set; } = "";

    public void Beat(DateTimeOffset at) => Pulse = at > Pulse ? at : Pulse;

    public void Close(ClosedBecause because, DateTimeOffset at)
    {
        if (ClosedAt is null)
        {
            (ClosedAt, Because) = (at, because.ToString());
        }
    }

    /// <summary>An administrator looked: from here on it is an installation of its own.</summary>
    public void Open(Guid id, DateTimeOffset at) => (Id, Pulse, ClosedAt, Because) = (id, at, null, "");

    public ClosedBecause? Closed => ClosedAt is null ? null : Enum.TryParse<ClosedBecause>(Because, out var because) ? because : ClosedBecause.Restored;
}

/// <summary>What the file beside the keys says.</summary>
public sealed record InstanceMark(Guid Id, DateTimeOffset Pulse);

/// <summary>Why an installation sends nothing.</summary>
public enum ClosedBecause
{
    /// <summary>The database came from a backup by our own command.</summary>
    Restored,

    /// <summary>The database stands where its keys do not know it: copied or moved.</summary>
    Moved,

    /// <summary>The database is older than what this machine saw last: a copy was put back.</summary>
    Older,

    /// <summary>Nobody was at work for so long that it may be a copy that wakes up.</summary>
    Silent,

    /// <summary>The clock jumped, or differs from the database's.</summary>
    Clock,
}
