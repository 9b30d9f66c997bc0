using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>Opens and closes duties by what the journal tells.</summary>
public sealed class DutyEvents(ShiraseDb db, DutyRounds rounds, RegulationLibrary library)
{
    public async Task ApplyAsync(DutyRound round, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
        {
            var opening = round.Regulations.SelectMany(r => r.Duties.Where(d => d.Opens is DutyTrigger.Event e && e.Verbs.Contains(entry.Verb, StringComparer.Ordinal)).Select(d => (Regulation: r, Rule: d))).ToList();
            var closing = round.Open.Where(d => d.IsOpen && RuleOf(d) is { } rule && (entry.At >= d.From || rule.Opens is DutyTrigger.Dated) && rule.ClosedBy.Contains(entry.Verb, StringComparer.Ordinal)).ToList();
            if (opening.Count + closing.Count == 0)
            {
                continue;
            }

            var found = await FindAsync(round, entry, ct);
            foreach (var duty in closing.Where(found.IsAbout))
            {
                duty.Fulfil(entry.Verb, entry.At);
                db.Record(round.Body, round.Now, "duty.fulfilled", $"duty/{duty.Id}", new { rule = duty.Rule, entry = entry.Number, clause = duty.Clause });
            }

            foreach (var (regulation, rule) in opening)
            {
                await OpenAsync(round, regulation, rule, found, ct);
            }
        }
    }

    private DutyRule? RuleOf(Duty duty) => library.Find(duty.Regulation, duty.Version)?.Duty(duty.Rule);

    private async Task OpenAsync(DutyRound round, Regulation regulation, DutyRule rule, Found found, CancellationToken ct)
    {
        var trigger = (DutyTrigger.Event)rule.Opens;
        if (trigger.Held.Count > 0)
        {
            await OpenForSeatsAsync(round, regulation, rule, trigger, found, ct);
            return;
        }

        IEnumerable<DutySubject> subjects = found switch
        {
            { Case: { } application } => application.Regulation == regulation.Slug && (trigger.Route is null || trigger.Route == application.Route)
                ? [new($"application/{application.Id}", found.Account?.Id, application.Unit)] : [],
            { Account: { } account } => account.Regulation == regulation.Slug ? [DutyRound.Of(account)] : [],
            _ => trigger.Per == DutyPer.Body ? [new(found.Entry.Subject, null, null)] : round.Each(regulation, rule, trigger.Per).Where(s => IsOfUnit(s, found.Entry)),
        };
        foreach (var subject in subjects)
        {
            await rounds.OpenAsync(round, regulation, rule, subject with { About = found.About }, $"entry/{found.Entry.Number.ToString(CultureInfo.InvariantCulture)}", found.Entry.At, null, ct);
        }
    }

    // What happened to a unit is the business of its own accounts only
    private static bool IsOfUnit(DutySubject subject, JournalEntry entry) =>
        !entry.Subject.StartsWith("unit/", StringComparison.Ordinal) || entry.Subject == $"unit/{subject.Unit}";

    // A seat that ended, when its holder has no such seat on the day after
    private async Task OpenForSeatsAsync(DutyRound round, Regulation regulation, DutyRule rule, DutyTrigger.Event trigger, Found found, CancellationToken ct)
    {
        if (!found.Entry.Subject.StartsWith("staff/", StringComparison.Ordinal) || !Guid.TryParse(found.Entry.Subject["staff/".Length..], out var staff)
            || LastDay(found.Entry) is not { } last)
        {
            return;
        }

        var person = new StaffId(staff);
        var seats = await db.Appointments.AsNoTracking().Where(a => a.Staff == person && a.Regulation == regulation.Slug).ToListAsync(ct);
        foreach (var seat in seats.Where(a => trigger.Held.Contains(a.Role, StringComparer.Ordinal) && a.To == last && a.From <= last
            && !seats.Exists(b => b.Role == a.Role && b.Unit == a.Unit && b.IsOn(last.AddDays(1)))))
        {
            if (trigger.Vacant && (await db.Appointments.AsNoTracking().Where(a => a.Body == round.Body && a.Regulation == regulation.Slug && a.Role == seat.Role && a.Unit == seat.Unit).ToListAsync(ct))
                .Exists(a => a.IsOn(last.AddDays(1))))
            {
                continue;
            }

            var begins = JapanTime.StartOf(last.AddDays(1));
            foreach (var subject in SubjectsOf(round, regulation, rule, trigger, seat, found))
            {
                await rounds.OpenAsync(round, regulation, rule, subject, $"appointment/{seat.Id}", begins > found.Entry.At ? begins : found.Entry.At, null, ct);
            }
        }
    }

    private static IEnumerable<DutySubject> SubjectsOf(DutyRound round, Regulation regulation, DutyRule rule, DutyTrigger.Event trigger, Appointment seat, Found found) =>
        trigger.Per switch
        {
            DutyPer.Body => [new(found.Entry.Subject, null, seat.Unit)],
            DutyPer.Unit when seat.Unit is { } unit => [new($"unit/{unit}", null, unit)],
            _ => round.Each(regulation, rule, trigger.Per).Where(s => seat.Unit is null || s.Unit == seat.Unit),
        };

    private static DateOnly? LastDay(JournalEntry entry) =>
        DateOnly.TryParseExact(Detail(entry, "last"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Detail(JournalEntry entry, string name)
    {
        using var detail = JsonDocument.Parse(entry.Detail);
        return detail.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    private async Task<Found> FindAsync(DutyRound round, JournalEntry entry, CancellationToken ct)
    {
        if (entry.Subject.Split('/') is not [var kind, var text] || !Guid.TryParse(text, out var id))
        {
            return new(entry, null, null);
        }

        var delivery = kind == "delivery" ? await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == new DeliveryId(id), ct) : null;
        var application = kind == "application" ? new PostApplicationId(id) : delivery?.Application;
        var account = kind == "account" ? new AccountId(id) : delivery?.Account;
        return new(
            entry, round.Accounts.FirstOrDefault(a => a.Id == account),
            application is { } of ? await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Id == of, ct) : null);
    }

    private sealed record Found(JournalEntry Entry, OfficialAccount? Account, PostApplication? Case)
    {
        /// <summary>What exactly the entry names, such as one link of a post; empty where it names nothing.</summary>
        public string About { get; } = Detail(Entry, "about") ?? "";

        // The occasion of the one duty that it ends, where what that is about is a text of people
        private string? Occasion { get; } = Detail(Entry, "occasion");

        public bool IsAbout(Duty duty) => IsAboutItsSubject(duty)
            && (Occasion is null || duty.Occasion == Occasion) && (About.Length == 0 || duty.Why.Length == 0 || duty.Why == About);

        private bool IsAboutItsSubject(Duty duty) =>
            duty.Subject == Entry.Subject || duty.Subject == $"body/{Entry.Body.Slug}"
            || (duty.Account is { } account && account == Account?.Id)
            || (Case is not null && duty.Subject == $"application/{Case.Id}");
    }
}
