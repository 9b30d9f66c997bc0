using Shirase.Core;
using Shirase.Core.Text.Links;

namespace Shirase.Text.Links;

/// <summary>What was seen when a link of a body's messages was last followed.</summary>
public sealed class LinkLook(Guid id, BodyId body, string address, DateTimeOffset at)
{
    /// <summary>Made of body and address: each link of a body has one look.</summary>
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Address { get; private set; } = address;

    public string Final { get; private set; } = address;

    public LinkState State { get; private set; }

    /// <summary>HTTP status; null where none came.</summary>
    public int? Status { get; private set; }

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Since when readers do not find what was meant; null while they do.</summary>
    public DateTimeOffset? WrongSince { get; private set; }

    /// <summary>True once somebody was given the task; it is told once.</summary>
    public bool IsTold { get; private set; }

    public LinkTrail Trail => new(Address, Final, State, Status);

    public static Guid IdOf(BodyId body, string address) => NamedId.Of($"link/{body.Slug}/{address}");

    /// <summary>Keeps what was seen now.</summary>
    public void Saw(LinkTrail trail, DateTimeOffset at)
    {
        (Final, State, Status, At) = (trail.Final, trail.State, trail.Status, at);
        WrongSince = trail.IsDead || trail.LeavesItsDomain ? WrongSince ?? at : null;
    }

    /// <summary>True when it has to be told now: at once where the page is gone or another's, after a while where the server is only silent.</summary>
    public bool MustBeTold(DateTimeOffset now, TimeSpan silence) =>
        !IsTold && WrongSince is { } since && (State != LinkState.Silent || now - since >= silence);

    public void Tell() => IsTold = true;

    /// <summary>True when it was told and is right again; then it may be told anew.</summary>
    public bool Recovers()
    {
        var recovered = IsTold && WrongSince is null;
        IsTold = IsTold && !recovered;
        return recovered;
    }
}
