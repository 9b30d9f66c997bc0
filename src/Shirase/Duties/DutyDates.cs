using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>Opens duties on days that stand in the records: ends of licences, reviews that were promised.</summary>
public sealed class DutyDates(ShiraseDb db, DutyRounds rounds)
{
    public Task OpenAsync(DutyRound round, Regulation regulation, DutyRule rule, DutyTrigger.Dated trigger, DateOnly today, CancellationToken ct) =>
        trigger.Date switch
        {
            DutyTrigger.Dated.LicenceEnd => OpenLicencesAsync(round, regulation, rule, today.AddDays(trigger.DaysBefore), ct),
            DutyTrigger.Dated.TerminalSupportEnd => OpenTerminalsAsync(round, regulation, rule, today.AddDays(trigger.DaysBefore), ct),
            DutyTrigger.Dated.VerificationEnd => OpenProofsAsync(round, regulation, rule, today.AddDays(trigger.DaysBefore), ct),
            DutyTrigger.Dated.MeasureDue => OpenMeasuresAsync(round, regulation, rule, today.AddDays(trigger.DaysBefore), ct),
            DutyTrigger.Dated.ComparisonEnd => OpenComparisonsAsync(round, regulation, rule, today.AddDays(trigger.DaysBefore), ct),
            _ => OpenReviewsAsync(round, regulation, rule, today.AddDays(trigger.DaysBefore), ct),
        };

    // By the state entered last: what an earlier one said of the support may have been mended since
    private async Task OpenTerminalsAsync(DutyRound round, Regulation regulation, DutyRule rule, DateOnly until, CancellationToken ct)
    {
        var terminals = await db.Terminals.AsNoTracking().Where(t => t.Body == round.Body && !t.IsRetired).ToListAsync(ct);
        foreach (var terminal in terminals)
        {
            var state = await db.TerminalStates.AsNoTracking().Where(s => s.Terminal == terminal.Id).OrderByDescending(s => s.At).FirstOrDefaultAsync(ct);
            if (state?.SupportedUntil <= until)
            {
                await rounds.OpenAsync(
                    round, regulation, rule, new DutySubject($"terminal/{terminal.Id}", null, terminal.Unit) { About = $"{state.OperatingSystem}：サポートの末日 {Iso(state.SupportedUntil)}" },
                    $"support/{Iso(state.SupportedUntil)}", JapanTime.StartOf(round.Now.JapanDay()), null, ct);
            }
        }
    }

    private async Task OpenProofsAsync(DutyRound round, Regulation regulation, DutyRule rule, DateOnly until, CancellationToken ct)
    {
        foreach (var account in round.Accounts.Where(a => a.Regulation == regulation.Slug))
        {
            var last = await db.AccountVerifications.AsNoTracking().Where(v => v.Account == account.Id).OrderByDescending(v => v.At).FirstOrDefaultAsync(ct);
            if (last is { State: VerificationState.Granted, Until: { } day } && day <= until)
            {
                await rounds.OpenAsync(round, regulation, rule, DutyRound.Of(account), $"verification/{Iso(day)}", JapanTime.StartOf(round.Now.JapanDay()), null, ct);
            }
        }
    }

    // Only what stands outside: what is still to be sent is refused by its own check
    private async Task OpenLicencesAsync(DutyRound round, Regulation regulation, DutyRule rule, DateOnly until, CancellationToken ct)
    {
        var standing = await db.Deliveries.AsNoTracking().Where(d => d.Body == round.Body && d.State == DeliveryState.Published).Select(d => d.Application).Distinct().ToListAsync(ct);
        var cases = await db.Applications.AsNoTracking().Include(a => a.Versions).Where(a => standing.Contains(a.Id) && a.Regulation == regulation.Slug).ToListAsync(ct);
        foreach (var found in cases)
        {
            var ending = found.Current.Content.Media.Select(m => m.RightsUntil).OfType<DateOnly>().Where(d => d <= until).Order().ToList();
            if (ending is [var first, ..])
            {
                await rounds.OpenAsync(
                    round, regulation, rule, new DutySubject($"application/{found.Id}", null, found.Unit) { About = $"{found.Number}：許諾の末日 {Iso(first)}" },
                    $"licence/{Iso(first)}", JapanTime.StartOf(first < round.Now.JapanDay() ? round.Now.JapanDay() : first), null, ct);
            }
        }
    }

    private async Task OpenReviewsAsync(DutyRound round, Regulation regulation, DutyRule rule, DateOnly until, CancellationToken ct)
    {
        foreach (var account in round.Accounts.Where(a => a.Regulation == regulation.Slug))
        {
            if ((await db.PolicyOfAsync(account.Id, ct))?.Facts() is { Authentication: "off", AuthenticationReview: { } day } && day <= until)
            {
                await rounds.OpenAsync(round, regulation, rule, DutyRound.Of(account), $"review/{Iso(day)}", JapanTime.StartOf(day), null, ct);
            }
        }
    }

    // Every measure of the comparison that holds and that nobody confirmed yet (ok-3-c)
    private async Task OpenMeasuresAsync(DutyRound round, Regulation regulation, DutyRule rule, DateOnly until, CancellationToken ct)
    {
        foreach (var account in round.Accounts.Where(a => a.Regulation == regulation.Slug))
        {
            if (await db.ComparisonOfAsync(account, regulation, ct) is not { Newest: { ReopenedAt: null } newest })
            {
                continue;
            }

            foreach (var row in newest.Unconfirmed().Where(r => r.Due <= until))
            {
                await rounds.OpenAsync(
                    round, regulation, rule, DutyRound.Of(account) with { About = row.Measure }, newest.OccasionOf(row.Id), JapanTime.StartOf(row.Due!.Value), null, ct);
            }
        }
    }

    private async Task OpenComparisonsAsync(DutyRound round, Regulation regulation, DutyRule rule, DateOnly until, CancellationToken ct)
    {
        foreach (var account in round.Accounts.Where(a => a.Regulation == regulation.Slug))
        {
            if (await db.ComparisonOfAsync(account, regulation, ct) is { Newest: { ReopenedAt: null, ValidUntil: { } last } newest } && last <= until)
            {
                await rounds.OpenAsync(round, regulation, rule, DutyRound.Of(account), $"comparison/{newest.Number}", JapanTime.StartOf(last), null, ct);
            }
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
