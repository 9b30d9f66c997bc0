namespace Shirase.Core.Incidents;

/// <summary>
/// A stop of an account (停止) from the act to the resumption, or its end (運用終了), with what is owed to the public: a notice on the
/// website after it, and another before it goes on (gx-3-1-b-1, gx-3-1-b-2, gx-6-1, gx-6-2).
/// </summary>
/// <param name="noticeDue">By when the notice has to stand on the website.</param>
/// <param name="oldSecret">Hash of the credentials that were destroyed, to know them again; empty where there were none.</param>
public sealed class AccountStop(
    Guid id, BodyId body, AccountId account, StaffId by, DateTimeOffset at, string why, DateTimeOffset noticeDue, bool isEnd, string oldSecret)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public string Why { get; private set; } = why;

    public DateTimeOffset NoticeDue { get; private set; } = noticeDue;

    /// <summary>True for the end of the account, which is final.</summary>
    public bool IsEnd { get; private set; } = isEnd;

    public string OldSecret { get; private set; } = oldSecret;

    /// <summary>The tokens to be revoked on the platform; null where it offers no such call.</summary>
    public Guid? Grant { get; private set; }

    /// <summary>When the platform confirmed that they work no more.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>True when the platform did not confirm it in time: somebody has to do it on the platform's own page.</summary>
    public bool RevocationFailed { get; private set; }

    /// <summary>The fetched notice of the stop or end; null while it is owed.</summary>
    public Guid? Notice { get; private set; }

    /// <summary>Who confirmed that the password was changed on the platform, where no new credentials show it.</summary>
    public StaffId? PasswordBy { get; private set; }

    public DateTimeOffset? PasswordAt { get; private set; }

    /// <summary>The fetched notice of resumption.</summary>
    public Guid? ResumeNotice { get; private set; }

    public StaffId? ResumeAskedBy { get; private set; }

    public DateTimeOffset? ResumeAskedAt { get; private set; }

    public string ResumeWhy { get; private set; } = "";

    public StaffId? ResumedBy { get; private set; }

    public DateTimeOffset? ResumedAt { get; private set; }

    public bool IsInForce => ResumedAt is null && !IsEnd;

    public bool OwesNotice => Notice is null;

    public bool IsOverdue(DateTimeOffset now) => OwesNotice && now >= NoticeDue;

    public void WillRevoke(Guid grant) => Grant = grant;

    public void Revoked(DateTimeOffset at) => (RevokedAt, RevocationFailed) = (at, false);

    public void WasNotRevoked() => RevocationFailed = true;

    /// <summary>The notice of the stop or end was seen on the website.</summary>
    public void Announce(PageProof proof) => Notice ??= proof.Id;

    /// <summary>The notice of resumption was seen on the website; it must be another page than the notice of the stop.</summary>
    public Refusal? AnnounceResumption(PageProof proof, PageProof? ofStop, string? clause)
    {
        if (!IsInForce)
        {
            return new StopIsOver();
        }

        if (ofStop is not null && ofStop.Address == proof.Address && ofStop.Hash == proof.Hash)
        {
            return new PageIsTheSame(clause);
        }

        ResumeNotice = proof.Id;
        return null;
    }

    public Refusal? ConfirmPassword(Act act)
    {
        if (!IsInForce)
        {
            return new StopIsOver();
        }

        (PasswordBy, PasswordAt) = (act.By, act.At);
        return null;
    }

    /// <summary>The manager wants it to go on.</summary>
    /// <param name="isRenewed">Whether new credentials are there, and differ from those of before the stop.</param>
    public Refusal? AskToResume(Act act, bool isRenewed, string? clause)
    {
        if (Missing(isRenewed, clause) is { } missing)
        {
            return missing;
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ResumeNeedsReason();
        }

        (ResumeAskedBy, ResumeAskedAt, ResumeWhy) = (act.By, act.At, act.Why.Trim());
        return null;
    }

    /// <summary>A second person lets it go on.</summary>
    public Refusal? Resume(Act act, bool isRenewed, string? clause)
    {
        if (Missing(isRenewed, clause) is { } missing)
        {
            return missing;
        }

        if (ResumeAskedBy is not { } first)
        {
            return new ResumeNotAskedYet(clause);
        }

        if (first == act.By)
        {
            return new ResumeTakesAnother(clause);
        }

        (ResumedBy, ResumedAt) = (act.By, act.At);
        return null;
    }

    private Refusal? Missing(bool isRenewed, string? clause) =>
        !IsInForce ? new StopIsOver()
            : !isRenewed ? new CredentialsAreOld(clause)
            : OwesNotice ? new StopIsNotAnnounced(clause)
            : ResumeNotice is null ? new ResumptionIsNotAnnounced(clause)
            : null;
}

public sealed record StopIsOver() : Refusal(new Localized(
    "この停止は既に終わっています。画面を開き直してください。", "This stop is over already. Open the page again."));

public sealed record CredentialsAreOld(string? By) : Refusal(new Localized(
    "停止後にパスワードを変更し、新しい認証情報で接続し直すまで再開できません（接続はシステム管理者が行います。認証情報を使わないアカウントでは「変更を記録」を押してください。）。",
    "It cannot go on before the password was changed after the stop and the account connected with the new credentials."), By);

public sealed record StopIsNotAnnounced(string? By) : Refusal(new Localized(
    "停止のお知らせがまだ確かめられていません。先に停止の公表を済ませてください。", "The stop itself is not announced yet. Do that first."), By);

public sealed record ResumptionIsNotAnnounced(string? By) : Refusal(new Localized(
    "再開のお知らせを県警ホームページに載せ、そのアドレスを入力してから再開してください。",
    "Publish the notice of resumption on the website and enter its address first."), By);

public sealed record PageIsTheSame(string? By) : Refusal(new Localized(
    "停止のお知らせと同じページです。再開のお知らせのアドレスを入力してください。", "This is the notice of the stop. Enter the one of the resumption."), By);

public sealed record ResumeNotAskedYet(string? By) : Refusal(new Localized(
    "先に運用管理者が「再開を求める」を押し、理由を記入してください。", "The manager has to ask for it first and give the reason."), By);

public sealed record ResumeTakesAnother(string? By) : Refusal(new Localized(
    "再開には二人の確認が必要です。再開を求めた人とは別の職員が「再開する」を押してください。",
    "It takes two people: somebody other than the one who asked has to confirm."), By);
