using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>What people do with duties: close what was done, and open what no event of the system can know of.</summary>
public sealed class KeepDuties(ShiraseDb db, DutyRounds rounds, RegulationLibrary library, TimeProvider clock)
{
    /// <param name="answers">What was chosen and found, and at which terminal, where the rule asks for it.</param>
    public async Task<Refusal?> CloseAsync(Who who, Guid id, string? outcome, string? evidence, CancellationToken ct, DutyAnswers? answers = null)
    {
        if (Entries.Refuse(outcome, evidence) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        if (await db.Duties.SingleOrDefaultAsync(d => d.Body == who.Body && d.Id == id, ct) is not { } duty)
        {
            return new NoSuchDuty();
        }

        var regulation = library.Find(duty.Regulation, duty.Version);
        var rule = regulation?.Duty(duty.Rule);
        var (said, unanswered) = (answers ?? new(null, [])).Said(rule, outcome);
        var act = new Act(who.Staff, clock.GetUtcNow().Truncated(), said);
        var round = await rounds.BeginAsync(who.Body, act.At, ct);
        var refusal = MayClose(round.Roster, duty, who.Staff)
            ? await UnsafeAsync(who.Body, regulation, rule, answers?.Terminal, act.At, ct) ?? unanswered ?? duty.Close(act, evidence, rule?.NeedsEvidence == true)
            : new NotYourDuty(RoleName(duty.Regulation, duty.Version, duty.Owner), duty.Clause);
        if (refusal is not null)
        {
            return refusal;
        }

        db.Record(who.Body, act, "duty.done", $"duty/{duty.Id}", DutyRound.Facts(duty));
        if (answers?.Opens(rule) is { } alarm && regulation!.Duty(alarm) is { } opened)
        {
            await rounds.OpenAsync(round, regulation, opened, new(duty.Subject, duty.Account, duty.Unit), $"duty/{duty.Id}", act.At, act, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>As the subject of a duty opened by hand: every account, or every unit, that the rule is kept for (is-3-11-b, to-0-3-a).</summary>
    public static Guid Every => Guid.Empty;

    /// <summary>Opens a duty that only a person can know of.</summary>
    /// <param name="subject">The account, where the rule is kept for each account; the unit likewise; <see cref="Every"/> for each of them.</param>
    public async Task<Refusal?> OpenAsync(Who who, string? regulation, string? rule, Guid? subject, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, clock.GetUtcNow().Truncated(), why?.Trim());
        var round = await rounds.BeginAsync(who.Body, act.At, ct);
        if (round.Regulations.FirstOrDefault(r => r.Slug == regulation) is not { } found || found.Duty(rule ?? "") is not { Opens: DutyTrigger.ByHand trigger } duty)
        {
            return new NoSuchDuty();
        }

        if (!round.Roster.SeatsOf(who.Staff).Any(s => s.Regulation == found.Slug || (s.Regulation == Appointment.System && s.Role == SystemRole.Administrator)))
        {
            return new NotYourDuty(found.Role(duty.Owner)?.Name ?? new(duty.Owner, duty.Owner), duty.Clause);
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new WhyIsMissing(duty.Clause);
        }

        var of = round.Each(found, duty, trigger.Per)
            .Where(s => subject is null ? trigger.Per == DutyPer.Body : subject == Every || s.Subject.EndsWith($"/{subject}", StringComparison.Ordinal)).ToList();
        if (of.Count == 0)
        {
            return new SubjectIsMissing(duty.Clause);
        }

        var occasion = $"hand/{Guid.CreateVersion7(act.At)}";
        foreach (var one in of)
        {
            await rounds.OpenAsync(round, found, duty, one, occasion, act.At, act, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Holders and deputies of the owner's role at the unit; where nobody is, the administrators.</summary>
    public static bool MayClose(Roster roster, Duty duty, StaffId staff) =>
        DutyRound.Holders(roster, duty, duty.Owner) is { Count: > 0 } owners
            ? owners.Contains(staff)
            : roster.HoldersOf(Appointment.System, SystemRole.Administrator).Contains(staff);

    private async Task<Refusal?> UnsafeAsync(BodyId body, Regulation? regulation, DutyRule? rule, string? terminal, DateTimeOffset now, CancellationToken ct)
    {
        if (rule?.NeedsSafeTerminal != true)
        {
            return null;
        }

        var (isRegistered, state) = await db.StateOfTerminalAsync(body, terminal, ct);
        return TerminalState.Refuse(isRegistered, state, now.JapanDay(), TerminalState.DaysOf(regulation)) is var (refusal, mend)
            ? new TerminalIsNotSafe(refusal, mend, regulation?.Gate(TerminalState.Gate)?.Clause ?? rule.Clause)
            : null;
    }

    private Localized RoleName(string regulation, string version, string role) => role == DutyRule.Administrator
        ? new("システム管理者", "administrator")
        : library.Find(regulation, version)?.Role(role)?.Name ?? new(role, role);
}

public sealed record NoSuchDuty() : Refusal(new Localized("この期限は見つかりません。画面を開き直してください。", "There is no such duty. Open the page again."));

public sealed record NotYourDuty(Localized Owner, string? By) : Refusal(new Localized(
    $"この期限の担当は{Owner.Ja}です。{Owner.Ja}（代決者を含む。）が行ってください。", $"It belongs to: {Owner.En} (or a deputy)."), By);

public sealed record TerminalIsNotSafe(Localized Trouble, Localized Mend, string? By) : Refusal(new Localized($"{Trouble.Ja}。{Mend.Ja}", $"{Trouble.En}. {Mend.En}"), By);

public sealed record WhyIsMissing(string? By) : Refusal(new Localized("何があったかを入力してください。", "Write what happened."), By);

public sealed record SubjectIsMissing(string? By) : Refusal(new Localized("対象のアカウント又は所属を選んでください。", "Choose the account or unit that it is about."), By);
