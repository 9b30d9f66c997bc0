using Shirase.Core.Channels;

namespace Shirase.Core.Posts;

/// <summary>Why something published was taken back, as the public is told (FEATURES H9).</summary>
public enum RemovalKind
{
    /// <summary>誤り</summary>
    Error,

    /// <summary>掲載が適当でない情報</summary>
    Unsuitable,

    /// <summary>著作権などの権利</summary>
    Rights,

    /// <summary>その他</summary>
    Other,
}

/// <summary>The way back: ordered, looked for, removed, verified gone; by hand where the platform does not obey (gx-13-4-5).</summary>
public sealed partial class PostDelivery
{
    public StaffId? RemovalBy { get; private set; }

    public DateTimeOffset? RemovalOrderedAt { get; private set; }

    public string RemovalReason { get; private set; } = "";

    /// <summary>Null while no removal was ordered, and for what was removed by releases that did not ask.</summary>
    public RemovalKind? RemovalKind { get; private set; }

    /// <summary>The text as it was read on the platform right before the deletion; empty where it could not be read any more.</summary>
    public string StoodAs { get; private set; } = "";

    /// <summary>When <see cref="StoodAs"/> was read.</summary>
    public DateTimeOffset? StoodAt { get; private set; }

    /// <summary>The PR officer who entered that it was deleted by hand; null while nobody did, and again when it was found standing.</summary>
    public StaffId? ByHandBy { get; private set; }

    /// <summary>When it was seen gone, as entered.</summary>
    public DateTimeOffset? ByHandAt { get; private set; }

    /// <summary>What was seen, in the officer's words.</summary>
    public string ByHandSeen { get; private set; } = "";

    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>True while it may stand outside though it shall not, and nobody has seen it gone: the alarm goes on.</summary>
    public bool IsAlarming => State == DeliveryState.Removing && ByHandAt is null;

    /// <summary>
    /// Orders it gone. What has not left yet is cancelled; what is on its way or unknown is looked for from now on, and its sender's
    /// outcome is not accepted any more.
    /// </summary>
    public Refusal? OrderRemoval(Act act, RemovalKind kind = Posts.RemovalKind.Error)
    {
        switch (State)
        {
            case DeliveryState.Scheduled or DeliveryState.Held:
                Cancel();
                return null;
            case DeliveryState.Published:
                break;
            case DeliveryState.Sending or DeliveryState.Unknown:
                (Fence, NeedsDecision, NextTryAt) = (Fence + 1, false, null);
                break;
            case DeliveryState.Removing or DeliveryState.Removed:
                return null;
            default:
                return new NotPublished();
        }

        (State, RemovalBy, RemovalOrderedAt, RemovalReason, RemovalKind, Trouble) = (DeliveryState.Removing, act.By, act.At, act.Why?.Trim() ?? "", kind, "");
        return null;
    }

    /// <summary>It was on its way when it was ordered gone, and it stands on the platform.</summary>
    public void WasFound(RemoteId id, Uri address, DateTimeOffset at) =>
        (RemoteId, Address, PublishedAt) = (id.Value, address.ToString(), PublishedAt ?? at);

    /// <summary>Keeps what stood there before it is taken away; what was kept first stays.</summary>
    public void KeepCopy(string text, DateTimeOffset at)
    {
        if (StoodAt is null)
        {
            (StoodAs, StoodAt) = (text, at);
        }
    }

    public void RemovalIsInTrouble(Localized why) => Trouble = $"{why.Ja}\n{why.En}";

    /// <summary>手作業で削除: a PR officer deleted it on the platform itself and says what was seen. The system still reads back.</summary>
    /// <param name="seenAt">When it was seen gone.</param>
    /// <param name="seen">How it was verified.</param>
    public Refusal? EnterByHand(Act act, DateTimeOffset seenAt, string? seen)
    {
        if (State != DeliveryState.Removing)
        {
            return new NothingToSettle();
        }

        if (string.IsNullOrWhiteSpace(seen))
        {
            return new ByHandNeedsWhatWasSeen();
        }

        if (seenAt > act.At || seenAt < RemovalOrderedAt?.AddHours(-1))
        {
            return new ByHandAtAnotherTime();
        }

        (ByHandBy, ByHandAt, ByHandSeen) = (act.By, seenAt, seen.Trim());
        return null;
    }

    /// <summary>It was entered as deleted by hand, and it stands there still: the alarm begins again.</summary>
    public void StillStands() => (ByHandBy, ByHandAt) = (null, null);

    public void Remove(DateTimeOffset at) => (State, RemovedAt, Trouble) = (DeliveryState.Removed, at, "");
}

public sealed record NotPublished() : Refusal(new Localized(
    "まだ投稿されていないため削除できません。予約を取り消すときは「取消」を押してください。",
    "It has not been published, so there is nothing to delete. To undo a schedule, cancel it."));

public sealed record RemovalIsOrdered() : Refusal(new Localized(
    "この投稿は既に削除を指示してあります。消えたかどうかは「誤り対応」の画面で確かめてください。",
    "Its deletion is ordered already. The page \"dealing with an error\" shows whether it is gone."));

public sealed record ByHandNeedsWhatWasSeen() : Refusal(new Localized(
    "消えたことをどう確かめたか（見た画面と表示）を書いてください。", "Write how you verified that it is gone: which page you saw, and what it showed."));

public sealed record ByHandAtAnotherTime() : Refusal(new Localized(
    "確かめた時刻は、削除を指示した頃から今までの間で入力してください。", "Enter a time between the order to delete and now."));
