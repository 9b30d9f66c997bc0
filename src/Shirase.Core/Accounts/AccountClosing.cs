using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>
/// The way of an account to its end (終了・廃止の手続): announced on the account itself and on the website for some days, reported, and only then
/// ended. The days count from the later of the two announcements (to-8-1-a, to-8-1-b, is-2-7-b).
/// </summary>
public sealed class AccountClosing(Guid id, BodyId body, AccountId account, StaffId by, DateTimeOffset at, string why, int days)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public string Why { get; private set; } = why;

    /// <summary>Days of notice as the document had them when it began.</summary>
    public int Days { get; private set; } = days;

    /// <summary>The post that announces the end on the account; null before.</summary>
    public DeliveryId? Announcement { get; private set; }

    public DateOnly? AnnouncedOn { get; private set; }

    /// <summary>The fetched notice on the website; null before.</summary>
    public Guid? Notice { get; private set; }

    public DateOnly? NoticedOn { get; private set; }

    /// <summary>The last day of the period of notice; null while it does not run yet.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Since when the notice is missing on the website; the period stands still as long.</summary>
    public DateTimeOffset? VanishedAt { get; private set; }

    /// <summary>Number of the document with which the end was reported, and to whom; empty before.</summary>
    public string Report { get; private set; } = "";

    public StaffId? ReportedBy { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>When the account was ended; null while the procedure runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True where it began by itself because the terms of the platform are to our disadvantage (to-2-4-c).</summary>
    public bool ForTerms { get; private set; }

    /// <summary>When it was taken back because the account goes on; null else.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void BeginForTerms() => ForTerms = true;

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;

    public static Result<AccountClosing> Begin(OfficialAccount account, AccountClosing? current, ClosingRule rule, Act act) =>
        account.State == AccountState.Deleted ? new AccountHasEnded()
        : current is not null ? new ClosingRuns(rule.Clause)
        : string.IsNullOrWhiteSpace(act.Why) ? new ClosingNeedsReason(rule.Clause)
        : new AccountClosing(Guid.CreateVersion7(act.At), account.Body, account.Id, act.By, act.At, act.Why.Trim(), rule.NoticeDays);

    /// <summary>A post on the account tells of its end.</summary>
    public Refusal? Announce(PostDelivery post, ClosingRule rule)
    {
        if (post.Account != Account || post.State != DeliveryState.Published || post.PublishedAt is not { } at)
        {
            return new AnnouncementIsNotThere(rule.Clause);
        }

        if (!PageProof.Tells(post.OutgoingText, Told.End))
        {
            return new AnnouncementDoesNotTell(rule.Clause);
        }

        (Announcement, AnnouncedOn) = (post.Id, at.JapanDay());
        Count(rule);
        return null;
    }

    /// <summary>The system saw the notice on the website.</summary>
    public void Prove(PageProof proof, ClosingRule rule)
    {
        (Notice, NoticedOn, VanishedAt) = (proof.Id, NoticedOn ?? proof.At.JapanDay(), null);
        Count(rule);
    }

    /// <summary>The notice is not on the website any more: the period stands still.</summary>
    public void Vanish(DateTimeOffset at) => VanishedAt ??= at;

    /// <summary>It is there again; the days without it do not count.</summary>
    public void Return(DateTimeOffset at)
    {
        if (VanishedAt is { } since)
        {
            (EndsOn, VanishedAt) = (EndsOn?.AddDays(at.JapanDay().DayNumber - since.JapanDay().DayNumber), null);
        }
    }

    public Refusal? Reported(string? document, Act act, ClosingRule rule)
    {
        if (string.IsNullOrWhiteSpace(document))
        {
            return new EndReportNeedsDocument(rule.Report);
        }

        (Report, ReportedBy, ReportedAt) = (document.Trim(), act.By, act.At);
        return null;
    }

    public void End(DateTimeOffset at) => EndedAt = at;

    /// <summary>Why the account cannot be ended yet; null when it can.</summary>
    /// <param name="closing">The procedure that runs, or null.</param>
    /// <param name="hasExport">Everything was taken out since it began.</param>
    /// <param name="isTakeover">Deleted at once because somebody else holds the account: the period does not keep it (8(1), 7(3)).</param>
    public static Refusal? MayEnd(AccountClosing? closing, ClosingRule rule, DateOnly today, bool hasExport, bool isTakeover)
    {
        var open = rule.Report is not null && closing?.ReportedAt is null ? new EndReportIsMissing(rule.Report)
            : !isTakeover && rule.NoticeDays > 0 && closing?.AnnouncedOn is null ? new EndIsNotAnnounced(rule.NoticeDays, rule.Clause)
            : rule.Website is not null && closing?.NoticedOn is null ? new EndIsNotOnWebsite(rule.Website)
            : (Refusal?)null;
        if (open is not null || closing is null)
        {
            return open;
        }

        return !isTakeover && closing.VanishedAt is not null ? new NoticeHasVanished(rule.Website)
            : !isTakeover && closing.EndsOn is { } last && today <= last ? new NoticePeriodRuns(last, rule.Clause)
            : rule.Archive is not null && !hasExport ? new ArchiveIsNotTakenOut(rule.Archive)
            : null;
    }

    // From the later of the two announcements
    private void Count(ClosingRule rule)
    {
        if (EndsOn is null && AnnouncedOn is { } announced && (rule.Website is null || NoticedOn is not null))
        {
            EndsOn = (NoticedOn > announced ? NoticedOn.Value : announced).AddDays(Days);
        }
    }
}
