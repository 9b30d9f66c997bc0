using Shirase.Core;

namespace Shirase.Posts;

/// <summary>Puts on record that the press release on a case was made; what speaks of an arrest waits for it (gx-13-3-2).</summary>
public sealed class PressReleases(CaseChange change)
{
    private static readonly string[] Recorders = ["pr-officer", "operation-officer", "operation-manager"];

    /// <param name="madeAt">When it was made.</param>
    /// <param name="document">Number or title of the release; it stands in the course of the case.</param>
    public Task<Refusal?> RecordAsync(PostApplicationId id, Who who, DateTimeOffset madeAt, string? document, CancellationToken ct) =>
        change.RunAsync(id, who, document?.Trim(), "press-release.recorded",
            (open, act) => !MayRecord(open, who.Staff) ? new NotOfThisUnit()
                : act.Why?.Length > Drafting.MaxField ? new EntryTooLong("広報文の番号又は件名", "the number or title", Drafting.MaxField)
                : open.Application.RecordPressRelease(act, madeAt.ToUniversalTime(), open.Regulation),
            (open, act) =>
            {
                change.Notices.Tell(open, act, Notices.RoleOf(open, "pr-officer").Append(open.Application.Author), "press-release.recorded",
                    new($"{open.Application.Number}の報道発表が済みました（{act.Why}）。", $"The press release for {open.Application.Number} was made ({act.Why})."),
                    open.Regulation.ClauseFor("gate:press-release"));
                return Task.CompletedTask;
            },
            ct);

    /// <summary>True for the applicant's unit and for those who run the account.</summary>
    public static bool MayRecord(OpenCase open, StaffId staff) =>
        open.IsOfUnit(staff) || Recorders.Any(role => open.SeatIn(staff, role) is not null);
}
