namespace Shirase.Core.Accounts;

/// <summary>One line of the ledger of calls to a platform.</summary>
public sealed class AccountCall(Guid id, BodyId body, AccountId account, DateTimeOffset at, string operation, int status, long cost)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Method and path without ids, such as <c>POST /2/tweets</c>.</summary>
    public string Operation { get; private set; } = operation;

    /// <summary>The platform's status, or 0 when no answer came.</summary>
    public int Status { get; private set; } = status;

    /// <summary>Millionths of a US dollar.</summary>
    public long Cost { get; private set; } = cost;
}

/// <summary>One limit of the platform as it was last told.</summary>
public sealed class AccountRate(Guid id, BodyId body, AccountId account, string operation, string window)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public string Operation { get; private set; } = operation;

    /// <summary><c>15min</c>, <c>app-24h</c> or <c>user-24h</c>.</summary>
    public string Window { get; private set; } = window;

    public int Limit { get; private set; }

    public int Remaining { get; private set; }

    public DateTimeOffset ResetAt { get; private set; }

    public DateTimeOffset ToldAt { get; private set; }

    /// <summary>Answers may be noted out of order: what was told earlier does not replace what was told later.</summary>
    public void Tell(int limit, int remaining, DateTimeOffset resetAt, DateTimeOffset at)
    {
        if (at >= ToldAt)
        {
            (Limit, Remaining, ResetAt, ToldAt) = (limit, remaining, resetAt, at);
        }
    }
}
