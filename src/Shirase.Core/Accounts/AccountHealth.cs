namespace Shirase.Core.Accounts;

/// <summary>What the daily look at the platform found.</summary>
public enum HandleCheck
{
    NotYet,
    Same,

    /// <summary>The platform names another handle (gx-2-1-b).</summary>
    Differs,

    /// <summary>The platform does not accept the credentials.</summary>
    Refused,

    /// <summary>The platform could not be asked.</summary>
    NotReached,
}

/// <summary>How an account does on its platform: what the product noticed by itself, one row an account.</summary>
public sealed class AccountHealth(AccountId id, BodyId body)
{
    public AccountId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public DateTimeOffset? LastSuccessAt { get; private set; }

    public DateTimeOffset? LastTroubleAt { get; private set; }

    /// <summary>The platform's status of the last trouble; 0 when no answer came.</summary>
    public int LastTroubleStatus { get; private set; }

    public HandleCheck Check { get; private set; } = HandleCheck.NotYet;

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>What the platform called the account, where it differed; else empty.</summary>
    public string HandleThere { get; private set; } = "";

    /// <summary>Month for which it was said that the budget nears its end.</summary>
    public string WarnedFor { get; private set; } = "";

    /// <summary>Month for which it was said that the budget is used up.</summary>
    public string ClosedFor { get; private set; } = "";

    public void Answered(int status, DateTimeOffset at)
    {
        if (status is >= 200 and < 300)
        {
            LastSuccessAt = at;
        }
        else
        {
            (LastTroubleAt, LastTroubleStatus) = (at, status);
        }
    }

    public void Found(HandleCheck check, string handleThere, DateTimeOffset at) => (Check, HandleThere, CheckedAt) = (check, handleThere, at);

    /// <summary>What has to be said now about this month's money, once for each; null when nothing or when it was said.</summary>
    public SpendState? ToSay(Spend spend, string month)
    {
        switch (spend.State)
        {
            case SpendState.UsedUp when ClosedFor != month:
                (ClosedFor, WarnedFor) = (month, month);
                return SpendState.UsedUp;
            case SpendState.NearItsEnd when WarnedFor != month:
                WarnedFor = month;
                return SpendState.NearItsEnd;
            default:
                return null;
        }
    }
}
