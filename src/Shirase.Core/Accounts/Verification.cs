namespace Shirase.Core.Accounts;

/// <summary>公式認証: how far the procedure is that proves an account official (to-7-1-i).</summary>
public enum VerificationState
{
    /// <summary>The platform offers it and nobody applied yet.</summary>
    ToApply,

    Applied,

    Granted,

    Refused,

    /// <summary>It was granted and holds no more.</summary>
    Expired,
}

/// <summary>A platform of which the body noted that it proves accounts official (公式認証あり).</summary>
public sealed class VerifyingPlatform(Guid id, BodyId body, string channel, StaffId by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Name of the channel, such as <c>x</c>.</summary>
    public string Channel { get; private set; } = channel;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Since when it no longer offers it; null while it does.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset at) => EndedAt = at;
}

/// <summary>One line of the procedure of an account. The newest one counts; older ones stay.</summary>
public sealed class AccountVerification(Guid id, BodyId body, AccountId account, VerificationState state, DateOnly day, DateOnly? until, string note, StaffId by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public VerificationState State { get; private set; } = state;

    /// <summary>When it was applied for, granted, refused or lost.</summary>
    public DateOnly Day { get; private set; } = day;

    /// <summary>The last day of a mark that was granted for a time, or null.</summary>
    public DateOnly? Until { get; private set; } = until;

    /// <summary>The platform's answer, in short.</summary>
    public string Note { get; private set; } = note;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;
}
