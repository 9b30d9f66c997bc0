using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Duties;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>The copy of a signed comparison for the office of public relations, and what the head is told when one does not hold any more. The caller saves.</summary>
public sealed class ComparisonNotices(ShiraseDb db)
{
    public const string CopySent = "comparison.signed";
    public const string Reopened = "comparison.reopened";

    public async Task TellSignedAsync(OpenRequest open, Act act, CancellationToken ct)
    {
        var unit = await db.Units.AsNoTracking().Where(u => u.Id == open.Request.Unit).Select(u => new Localized(u.Name, u.NameEn)).SingleAsync(ct);
        var newest = open.Assessments.MaxBy(a => a.Number)!;
        var (ja, en) = newest.HasMeasures() ? ("防止策により同程度", "about the same with measures") : ("同程度", "about the same");
        Tell(open, act, open.Roster.HoldersOf(open.Regulation.Slug, "pr-division"), CopySent, open.Rule.Comparison!.Clause, new(
            $"{unit.Ja}の「{open.Platform.Name}」（@{open.Request.Handle}）のリスク比較評価表に所属長が署名しました。結果：{ja}。アカウントの申請の画面で写しを見られます。",
            $"The head of {unit.En} signed the comparison of risks for {open.Platform.Name} (@{open.Request.Handle}): {en}. The copy is on the page of requests."));
    }

    public void TellReopened(OpenRequest open, Act act, string why, string clause) => Tell(
        open, act,
        open.Roster.ActingFor(open.Regulation.Slug, "unit-head", open.Request.Unit).Concat(open.Roster.HoldersOf(open.Regulation.Slug, "pr-division")), Reopened, clause, new(
            $"「{open.Platform.Name}」（@{open.Request.Handle}）のリスク比較評価が開き直されました（{why}）。作り直して署名するまで発信できません。",
            $"The comparison of risks for {open.Platform.Name} (@{open.Request.Handle}) was reopened ({why}). Nothing can be sent until it is made anew and signed."));

    private void Tell(OpenRequest open, Act act, IEnumerable<StaffId> people, string kind, string clause, Localized words) =>
        db.Tell(open.Request.Body, people, kind, words, clause, act.At);
}
