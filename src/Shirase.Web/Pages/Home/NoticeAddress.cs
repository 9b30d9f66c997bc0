using Shirase.Accounts;
using Shirase.Core.Duties;

namespace Shirase.Web.Pages.Home;

/// <summary>The page that a notice speaks of.</summary>
public static class NoticeAddress
{
    // Whoever is told of an error is one press away from what has to be done
    private static readonly string[] OfErrors = ["error.", "correction.", "delivery.remov", "delivery.gone", "delivery.differs", "reminder.removal", "reminder.still-standing"];

    /// <summary>Null where there is none for those who are told.</summary>
    public static string? Of(Notice notice) => notice switch
    {
        { About: null, Kind: "incident.account.listing-differs" or "incident.account.operator-differs" or "incident.account.closing-notice-differs" or "incident.account.profile-differs" or "incident.account.profile-changed" or "incident.account.follows-somebody" or "incident.policy.page-differs" or "incident.policy.links-dead" } => "/duties",
        { About: null, Kind: Shirase.Incidents.AskForStop.Kind } => "/duties",
        { About: null, Kind: var kind } when kind.StartsWith("incident.", StringComparison.Ordinal) => "/incidents",
        { About: null, Kind: "flare-up.declared" or "flare-up.decided" or "flare-up.ended" } => "/accounts",
        { About: null, Kind: "publish.frozen" or "publish.resume-asked" or "publish.resumed" } => "/outgoing",
        { About: not null, Kind: "delivery.undecided" } => "/outgoing",
        { About: { } about, Kind: var kind } when OfErrors.Any(k => kind.StartsWith(k, StringComparison.Ordinal)) => $"/posts/{about}/error",
        { About: { } about } => $"/posts/{about}",
        { Kind: var kind } when kind.StartsWith(Shirase.Duties.DutyNotices.Kinds, StringComparison.Ordinal) => "/duties",
        { Kind: PolicyProposals.Proposed } => "/accounts",
        { Kind: "report.monthly" } => "/monthly-reports",
        { Kind: KeepTerms.GivenUp } => "/accounts",
        { Kind: ComparisonNotices.CopySent or ComparisonNotices.Reopened } => "/accounts/requests",
        { Kind: Shirase.Duties.ReminderJob.OutOfHoursList } => "/out-of-hours",
        { Kind: PasswordAttempts.Opened } => "/accounts",
        { Kind: AccountNotices.Ended or AccountNotices.Drifted or AccountNotices.Refused or AccountNotices.BudgetNear or AccountNotices.BudgetUsedUp } => "/accounts/health",
        _ => null,
    };
}
