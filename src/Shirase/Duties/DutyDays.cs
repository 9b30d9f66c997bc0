using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>Opens duties by the calendar, by silence and before appointments end.</summary>
public sealed class DutyDays(ShiraseDb db, DutyRounds rounds, DutyDates dates, RegulationLibrary library)
{
    public async Task ApplyAsync(DutyRound round, JobMark mark, CancellationToken ct)
    {
        var today = round.Now.JapanDay();
        var rules = round.Regulations.SelectMany(r => r.Duties.Select(d => (Regulation: r, Rule: d))).ToList();
        var rests = await db.Dormancies.Where(d => d.Body == round.Body).ToListAsync(ct);
        foreach (var rest in rests.Where(r => r.IsOverFor(round.Now)))
        {
            db.Record(round.Body, round.Now, "account.dormancy-over", $"account/{rest.Account}", new { dormancy = rest.Id });
        }

        if (mark.Day < today)
        {
            foreach (var (regulation, rule) in rules)
            {
                await (rule.Opens switch
                {
                    DutyTrigger.Calendar calendar => OpenDaysAsync(round, regulation, rule, calendar, mark.Day, today, ct),
                    DutyTrigger.Silence silence => OpenSilentAsync(round, regulation, rule, silence, mark.Since, today, rests, ct),
                    DutyTrigger.Rest rest => OpenRestingAsync(round, regulation, rule, rest, today, rests, ct),
                    DutyTrigger.Expiry expiry => OpenEndingAsync(round, regulation, rule, expiry, today, ct),
                    DutyTrigger.Dated dated => dates.OpenAsync(round, regulation, rule, dated, today, ct),
                    _ => Task.CompletedTask,
                });
            }
        }

        await CloseFilledAsync(round, ct);
    }

    private async Task OpenDaysAsync(DutyRound round, Regulation regulation, DutyRule rule, DutyTrigger.Calendar calendar, DateOnly after, DateOnly today, CancellationToken ct)
    {
        foreach (var day in DutyOpening.DaysOf(calendar, after, today).Where(d => d >= regulation.InForceFrom))
        {
            foreach (var subject in round.Each(regulation, rule, calendar.Per).Where(s => round.Accounts.FirstOrDefault(a => a.Id == s.Account) is not { } a || a.Since <= day))
            {
                // A look that was not taken last week is taken with this week's; a month has its own sheet
                if (calendar.Every != DutyRhythm.Week || !round.Open.Exists(d => d.IsOpen && d.Rule == rule.Id && d.Subject == subject.Subject))
                {
                    await rounds.OpenAsync(round, regulation, rule, subject, Iso(day), JapanTime.StartOf(day), null, ct);
                }
            }
        }
    }

    // Counted from the last post, or from the day since which it could have been seen; again after as many days, one at a time
    private async Task OpenSilentAsync(DutyRound round, Regulation regulation, DutyRule rule, DutyTrigger.Silence silence, DateOnly since, DateOnly today, List<Dormancy> rests, CancellationToken ct)
    {
        foreach (var account in round.Accounts.Where(a => a.Regulation == regulation.Slug && !rests.Exists(r => r.Account == a.Id && r.IsOpen)))
        {
            var published = await db.Deliveries.AsNoTracking().Where(d => d.Account == account.Id && d.PublishedAt != null)
                .OrderByDescending(d => d.PublishedAt).Select(d => d.PublishedAt).FirstOrDefaultAsync(ct);
            var rested = rests.Where(r => r.Account == account.Id).Max(r => r.EndedAt)?.JapanDay() ?? DateOnly.MinValue;
            var last = new[] { account.Since, since, rested, published?.JapanDay() ?? DateOnly.MinValue }.Max();
            var times = (today.DayNumber - last.DayNumber) / silence.Days;
            if (times > 0 && !round.Open.Exists(d => d.IsOpen && d.Rule == rule.Id && d.Account == account.Id))
            {
                await rounds.OpenAsync(
                    round, regulation, rule, DutyRound.Of(account), $"{Iso(last)}+{times}", JapanTime.StartOf(last.AddDays(times * silence.Days)), null, ct);
            }
        }
    }

    private async Task OpenRestingAsync(
        DutyRound round, Regulation regulation, DutyRule rule, DutyTrigger.Rest trigger, DateOnly today, List<Dormancy> rests, CancellationToken ct)
    {
        foreach (var account in round.Accounts.Where(a => a.Regulation == regulation.Slug))
        {
            foreach (var rest in rests.Where(r => r.Account == account.Id && r.IsOpen))
            {
                foreach (var day in rest.LogInDays(trigger.Days, today))
                {
                    await rounds.OpenAsync(round, regulation, rule, DutyRound.Of(account), $"rest/{rest.Id}/{Iso(day)}", JapanTime.StartOf(day), null, ct);
                }
            }
        }
    }

    private async Task OpenEndingAsync(DutyRound round, Regulation regulation, DutyRule rule, DutyTrigger.Expiry expiry, DateOnly today, CancellationToken ct)
    {
        var until = today.AddDays(expiry.DaysBefore);
        foreach (var seat in (await SeatsAsync(round.Body, regulation.Slug, ct))
            .Where(a => expiry.Roles.Contains(a.Role, StringComparer.Ordinal) && a.To >= today && a.To <= until && a.From <= a.To))
        {
            if (!await IsFollowedAsync(seat, ct))
            {
                await rounds.OpenAsync(
                    round, regulation, rule, new($"staff/{seat.Staff}", null, seat.Unit), $"appointment/{seat.Id}", JapanTime.StartOf(seat.To!.Value), null, ct);
            }
        }
    }

    private async Task CloseFilledAsync(DutyRound round, CancellationToken ct)
    {
        foreach (var duty in round.Open.Where(d => d.IsOpen && library.Find(d.Regulation, d.Version)?.Duty(d.Rule)?.Opens is DutyTrigger.Expiry or DutyTrigger.Event { Vacant: true }))
        {
            var id = Guid.Parse(duty.Occasion["appointment/".Length..]);
            if (await db.Appointments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is { } seat
                && (await IsFollowedAsync(seat, ct) || (seat.To < round.Now.JapanDay() && round.Roster.HoldersOf(seat.Regulation, seat.Role, seat.Unit).Count > 0)))
            {
                duty.Fulfil("appointment.made", round.Now);
                db.Record(round.Body, round.Now, "duty.fulfilled", $"duty/{duty.Id}", new { rule = duty.Rule, clause = duty.Clause });
            }
        }
    }

    private async Task<bool> IsFollowedAsync(Appointment seat, CancellationToken ct) =>
        seat.To is not { } last || (await SeatsAsync(seat.Body, seat.Regulation, ct)).Exists(a => a.Role == seat.Role && a.Unit == seat.Unit && a.IsOn(last.AddDays(1)));

    private Task<List<Appointment>> SeatsAsync(BodyId body, string regulation, CancellationToken ct) =>
        db.Appointments.AsNoTracking().Where(a => a.Body == body && a.Regulation == regulation).ToListAsync(ct);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
