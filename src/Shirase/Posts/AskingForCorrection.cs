using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Posts;

/// <summary>訂正の申請を促す: nothing published is ever edited, so the applicant's unit is asked for a new application (gx-13-4-1).</summary>
public sealed class AskingForCorrection(CaseChange change)
{
    /// <param name="what">What should be corrected, in the officer's words; may be empty.</param>
    public Task<Refusal?> AskAsync(PostApplicationId id, Who who, string? what, CancellationToken ct) =>
        what is { Length: > Drafting.MaxField }
            ? Task.FromResult<Refusal?>(new EntryTooLong("訂正の内容", "what to correct", Drafting.MaxField))
            : change.RunAsync(id, who, what, "correction.asked",
                (open, _) => open.SeatIn(who.Staff, "pr-officer") is not { IsDeputy: false }
                    ? new OnlyPrOfficers(open.Regulation.ClauseFor("verb:correct"))
                    : open.Application.State is ApplicationState.Published or ApplicationState.Removed
                        ? null
                        : new OnlyPublishedIsCorrected(open.Regulation.ClauseFor("verb:correct")),
                (open, act) =>
                {
                    change.Notices.Tell(open, act, Notices.ApplicantOf(open), "correction.asked",
                        new($"{open.Application.Number}「{open.Application.Current.Content.Title}」について、広報係が訂正の申請を求めています。案件を開き「訂正を申請する」を押してください。{act.Why}",
                            $"The PR section asks for a correcting application for {open.Application.Number} \"{open.Application.Current.Content.Title}\". Open the case and press \"Apply for a correction\". {act.Why}"),
                        open.Regulation.ClauseFor("verb:correct"));
                    return Task.CompletedTask;
                },
                ct);
}
