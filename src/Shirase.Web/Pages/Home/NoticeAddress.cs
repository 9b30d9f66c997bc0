using Shirase.Core.Duties;

namespace Shirase.Web.Pages.Home;

/// <summary>The page that a notice speaks of.</summary>
public static class NoticeAddress
{
    /// <summary>Null where there is none for those who are told.</summary>
    public static string? Of(Notice notice) => notice switch
    {
        { About: { } about } => $"/posts/{about}",
        { Kind: Shirase.Duties.ReminderJob.OutOfHoursList } => "/out-of-hours",
        _ => null,
    };
}
