namespace Shirase.Core.Accounts;

/// <summary>Somebody saw the password of an account (開示): when, at which terminal and why (gx-14-1-1).</summary>
/// <param name="terminal">Name of the terminal, or the address where it is not registered.</param>
/// <param name="onPaper">True where it was printed.</param>
public sealed class PasswordOpening(Guid id, BodyId body, AccountId account, StaffId by, DateTimeOffset at, string terminal, string reason, bool onPaper)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public string Terminal { get; private set; } = terminal;

    public string Reason { get; private set; } = reason;

    public bool OnPaper { get; private set; } = onPaper;
}
