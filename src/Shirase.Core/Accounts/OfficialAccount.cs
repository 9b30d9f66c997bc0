using Shirase.Core.Channels;

namespace Shirase.Core.Accounts;

public enum AccountState
{
    Active,
    Stopped,
    Deleted,
}

/// <summary>An official account (公式アカウント) and the regulation that governs it. Exactly one regulation, never a mixture.</summary>
public sealed partial class OfficialAccount(
    AccountId id, BodyId body, string regulation, string channel, string handle, string displayName, UnitId owner, DateOnly since)
{
    public AccountId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Slug of the regulation.</summary>
    public string Regulation { get; private set; } = regulation;

    /// <summary>Name of the channel it is bound to: <c>drill</c>, <c>website</c>, <c>bluesky</c> …</summary>
    public string Channel { get; private set; } = channel;

    /// <summary>Registered handle without @ (gx-2-1-b).</summary>
    public string Handle { get; private set; } = handle;

    public string DisplayName { get; private set; } = displayName;

    public UnitId Owner { get; private set; } = owner;

    public DateOnly Since { get; private set; } = since;

    public AccountState State { get; private set; } = AccountState.Active;

    /// <summary>Service base address for channels outside the system, or null.</summary>
    public string? Service { get; private set; }

    /// <summary>Token or app password, encrypted; never shown, printed or logged.</summary>
    public string? ProtectedSecret { get; private set; }

    /// <summary>What its messages may cost in a month, in millionths of a US dollar; null for the setting of the installation.</summary>
    public long? MonthlyBudget { get; private set; }

    public void SetBudget(long? amount) => MonthlyBudget = amount;

    /// <summary>True while messages go to the practice timeline only.</summary>
    public bool IsDrill => Channel == DrillDelivery.Channel;

    /// <summary>Binds the account to a platform after the platform named the registered handle itself.</summary>
    public Refusal? Connect(string channel, string service, string protectedSecret, string handleOnPlatform)
    {
        if (State == AccountState.Deleted)
        {
            return new AccountHasEnded();
        }

        if (!string.Equals(handleOnPlatform, Handle, StringComparison.OrdinalIgnoreCase))
        {
            return new HandleDiffers(Handle);
        }

        (Channel, Service, ProtectedSecret) = (channel, service, protectedSecret);
        return null;
    }

    /// <summary>From now on another unit answers for it (to-2-1).</summary>
    public void HandTo(UnitId owner) => Owner = owner;

    /// <summary>The same secret under another key.</summary>
    public void Reencrypt(string protectedSecret) => ProtectedSecret = protectedSecret;

    /// <summary>Since when it is stopped; null while it is not.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    public void Stop(DateTimeOffset at) => (State, StoppedAt) = (AccountState.Stopped, at);

    public void Resume() => (State, StoppedAt) = (AccountState.Active, null);

    /// <summary>The day on which it was given up (運用終了), as the public reads it; null while it is not.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Gives it up for good; its register entry and its archive stay.</summary>
    public void End(DateOnly day, DateTimeOffset at) => (State, EndedOn, StoppedAt) = (AccountState.Deleted, day, StoppedAt ?? at);

    /// <summary>From now on nobody can act on the platform in its name.</summary>
    public void ForgetSecret() => ProtectedSecret = null;
}

public sealed record HandleDiffers(string Handle) : Refusal(
    new($"登録アカウント @{Handle} と一致しません。登録したアカウントの認証情報を入力してください。",
        $"The credentials do not belong to the registered account @{Handle}."), "gx-2-1-b");

public sealed record AccountHasEnded() : Refusal(
    new("このアカウントは運用を終了しています。元に戻せません。", "This account was given up for good."), "gx-6-1");
