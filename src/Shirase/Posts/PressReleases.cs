using Shirase.Core;

namespace Shirase.Posts;

/// <summary>Puts on record that the press release on a case was made; what speaks of an arrest waits for it (gx-13-3-2).</summary>
public sealed class PressReleases(CaseChange change)
{
    /// <param name="madeAt">When it was made.</param>
    /// <param name="document">Number or title of the release.</param>
    public Task<Refusal?> RecordAsync(PostApplicationId id, Who who, DateTimeOffset madeAt, string? document, CancellationToken ct) =>
        change.RunAsync(id, who, document, "press-release.recorded",
            (open, act) =>
            {
                var mayRecord = open.IsOfUnit(who.Staff) || open.SeatIn(who.Staff, "pr-officer") is not null
                    || open.SeatIn(who.Staff, "operation-officer") is not null || open.SeatIn(who.Staff, "operation-manager") is not null;
                if (!mayRecord)
                {
                    return new NotOfThisUnit();
                }

                if (string.IsNullOrWhiteSpace(act.Why))
                {
                    return new ReleaseNeedsDocument(open.Regulation.ClauseFor("gate:press-release"));
                }

                if (madeAt > act.At)
                {
                    return new ReleaseLiesAhead(open.Regulation.ClauseFor("gate:press-release"));
                }

                open.Application.PressReleaseMade(act, madeAt.ToUniversalTime());
                return null;
            },
            null, ct);
}

public sealed record ReleaseNeedsDocument(string? By) : Refusal(new Localized(
    "広報文の番号又は件名を入力してください。", "Enter the number or title of the press release."), By);

public sealed record ReleaseLiesAhead(string? By) : Refusal(new Localized(
    "報道発表の時刻が今より先になっています。発表が済んでから記録してください。",
    "The time of the press release lies ahead of now. Record it once it is made."), By);
