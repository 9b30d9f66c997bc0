using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>Tells the owners of a duty, and others when it is overdue. The caller saves.</summary>
public sealed class DutyNotices(ShiraseDb db, DutyNames names, RegulationLibrary library)
{
    /// <summary>Begin of the kinds of notices about duties.</summary>
    public const string Kinds = "duty.";

    public async Task TellAsync(DutyRound round, Duty duty, DutyTelling telling, CancellationToken ct)
    {
        var rule = library.Find(duty.Regulation, duty.Version)?.Duty(duty.Rule);
        var people = telling == DutyTelling.Escalation && rule?.Escalate is { } escalate
            ? [.. escalate.To.SelectMany(r => round.HoldersOf(duty, r)).Distinct()]
            : round.OwnersOf(duty);
        var about = await names.OfAsync(duty, ct);
        var text = Words(duty, rule?.Name ?? new(duty.Rule, duty.Rule), rule?.What ?? new("", ""), about, telling);
        db.Tell(
            round.Body, people.Where(p => p != duty.OpenedBy || telling != DutyTelling.Opened), $"{Kinds}{telling.ToString().ToLowerInvariant()}", text, duty.Clause, round.Now);
    }

    private static Localized Words(Duty duty, Localized name, Localized what, Localized about, DutyTelling telling)
    {
        var due = JapaneseDate.DayAndTime(duty.Due);
        var of = about.Ja.Length == 0 ? new("", "") : new Localized($"（{about.Ja}）", $" ({about.En})");
        var (ja, en) = telling switch
        {
            DutyTelling.Reminder => ("期限が近づいています：", "Due soon: "),
            DutyTelling.Overdue => ("期限を過ぎています：", "Overdue: "),
            DutyTelling.Escalation => ("期限を過ぎたまま済んでいません：", "Overdue and not done: "),
            _ => ("", ""),
        };
        return new(
            $"{(duty.IsUrgent ? "【至急】" : "")}{ja}{name.Ja}{of.Ja}。{what.Ja}期限は{due.Ja}です。",
            $"{(duty.IsUrgent ? "URGENT: " : "")}{en}{name.En}{of.En}. {what.En} Due {due.En}.");
    }
}

/// <summary>What a duty is about, as people call it.</summary>
public sealed class DutyNames(ShiraseDb db)
{
    private readonly Dictionary<string, Localized> _known = new(StringComparer.Ordinal);

    /// <summary>Name of account, case, unit, terminal or person; empty for the body as a whole.</summary>
    public async Task<Localized> OfAsync(Duty duty, CancellationToken ct)
    {
        if (_known.TryGetValue(duty.Subject, out var known))
        {
            return known;
        }

        var name = new Localized("", "");
        if (duty.Subject.Split('/') is [var kind, var text] && Guid.TryParse(text, out var id))
        {
            name = kind switch
            {
                "account" => Same(await db.Accounts.AsNoTracking().Where(a => a.Id == new AccountId(id)).Select(a => a.DisplayName).SingleOrDefaultAsync(ct)),
                "application" => Same(await db.Applications.AsNoTracking().Where(a => a.Id == new PostApplicationId(id)).Select(a => a.Number).SingleOrDefaultAsync(ct)),
                "unit" => await db.Units.AsNoTracking().Where(u => u.Id == new UnitId(id)).Select(u => new Localized(u.Name, u.NameEn)).SingleOrDefaultAsync(ct) ?? name,
                "terminal" => Same(await db.Terminals.AsNoTracking().Where(t => t.Id == new TerminalId(id)).Select(t => t.Name).SingleOrDefaultAsync(ct)),
                "staff" => await db.Staff.AsNoTracking().Where(s => s.Id == new StaffId(id)).Select(s => new Localized(s.Name, s.NameEn)).SingleOrDefaultAsync(ct) ?? name,
                _ => name,
            };
        }

        return _known[duty.Subject] = name;
    }

    private static Localized Same(string? name) => new(name ?? "", name ?? "");
}
