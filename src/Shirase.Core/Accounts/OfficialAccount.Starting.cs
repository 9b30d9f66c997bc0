using System.Text.Json;
using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

// From its entry in the register to the first day of use
public sealed partial class OfficialAccount
{
    /// <summary>True from its entry until its use starts (準備中); nothing is sent from it meanwhile.</summary>
    public bool IsPreparing { get; private set; }

    /// <summary>What was confirmed before the start, as JSON; empty where nothing was.</summary>
    public string StartJson { get; private set; } = "";

    /// <summary>Where the document has a start, a new account is in preparation first.</summary>
    public void Prepare() => IsPreparing = true;

    public IReadOnlyList<StartConfirmation> Confirmations() => StartJson.Length == 0 ? [] : JsonSerializer.Deserialize<List<StartConfirmation>>(StartJson)!;

    /// <summary>Somebody saw on the platform that a point is in order.</summary>
    public Refusal? ConfirmStart(string? point, string? seen, Act act, StartRule rule)
    {
        if (!IsPreparing)
        {
            return new UseHasStarted(rule.Senders);
        }

        if (rule.Points.FirstOrDefault(p => p.Id == point) is not { } asked)
        {
            return new NoSuchStartPoint(rule.Senders);
        }

        if (string.IsNullOrWhiteSpace(seen))
        {
            return new StartPointNeedsProof(asked.Clause);
        }

        StartJson = JsonSerializer.Serialize(Confirmations().Where(c => c.Point != point).Append(new(asked.Id, act.By, act.At, seen.Trim())));
        return null;
    }

    /// <summary>運用開始.</summary>
    /// <param name="senders">How many are named to send today.</param>
    public Refusal? StartUse(int senders, StartRule rule)
    {
        if (!IsPreparing || State == AccountState.Deleted)
        {
            return State == AccountState.Deleted ? new AccountHasEnded() : new UseHasStarted(rule.Senders);
        }

        if (MissingForStart(senders, rule) is { } missing)
        {
            return missing;
        }

        IsPreparing = false;
        return null;
    }

    /// <summary>What keeps the use from starting; null when nothing does.</summary>
    public Refusal? MissingForStart(int senders, StartRule rule) =>
        senders == 0 ? new NoSenderIsNamed(rule.Senders)
        : rule.Points.FirstOrDefault(p => Confirmations().All(c => c.Point != p.Id)) is { } open ? new StartPointIsOpen(open.Ask, open.Clause)
        : null;
}

/// <summary>A point that somebody confirmed, with what was seen.</summary>
public sealed record StartConfirmation(string Point, StaffId By, DateTimeOffset At, string Seen);

public sealed record NoSenderIsNamed(string? By) : Refusal(new Localized(
    "情報発信担当者が指定されていません。指定してから、もう一度運用を開始してください。", "Nobody is named to send. Name somebody, then start the use again."), By);

public sealed record StartPointIsOpen(Localized Ask, string? By) : Refusal(Ask, By);

public sealed record StartPointNeedsProof(string? By) : Refusal(new Localized(
    "何を見て確かめたか（画面の写しの保管場所など）を入力してください。", "Write what was seen, such as where the copy of the screen is kept."), By);

public sealed record NoSuchStartPoint(string? By) : Refusal(new Localized(
    "この確認の項目はありません。画面を開き直してください。", "There is no such point. Open the page again."), By);

public sealed record UseHasStarted(string? By) : Refusal(new Localized(
    "このアカウントの運用は既に始まっています。", "The use of this account has started already."), By);
