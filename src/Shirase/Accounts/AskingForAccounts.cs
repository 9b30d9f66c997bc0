using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>A request as it is typed.</summary>
public sealed record RequestFacts(Guid? Platform, string Handle, string DisplayName, string Purpose, ResponsePlan Plan);

/// <summary>Units ask for accounts, their heads decide; with the decision the account stands in the register (ok-3-a, to-1, to-2-5).</summary>
public sealed class AskingForAccounts(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>Writes a request down and files it. Where something is missing that takes time it is kept, and the refusal says what comes next.</summary>
    /// <returns>The request, null where nothing was kept; and why it is not filed, null where it is.</returns>
    public async Task<(Guid? Id, Refusal? Refusal)> BeginAsync(Who who, RequestFacts facts, CancellationToken ct)
    {
        if (Entries.Refuse(facts.Handle, facts.DisplayName, facts.Purpose, facts.Plan.Watches, facts.Plan.Decides, facts.Plan.Contacts, facts.Plan.Texts) is { } tooLong)
        {
            return (null, tooLong);
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var day = act.At.JapanDay();
        if (await RequestRules.OfBodyAsync(db, library, who.Body, day, ct) is not var (regulation, rule))
        {
            return (null, new NoRequestsHere());
        }

        var unit = await db.Postings.AsNoTracking().On(day).Where(p => p.Staff == who.Staff).OrderByDescending(p => p.From)
            .Select(p => (UnitId?)p.Unit).FirstOrDefaultAsync(ct);
        if (await db.Platforms.AsNoTracking().SingleOrDefaultAsync(p => p.Id == facts.Platform, ct) is not { } platform || unit is null)
        {
            return (null, new PlatformIsNotChosen(rule.Clause));
        }

        if (await RefuseAsync(who.Body, regulation, rule, platform, facts, ct) is { } refusal)
        {
            return (null, refusal);
        }

        var handle = RegisterAccount.HandleOf(facts.Handle)!;
        var request = new AccountRequest(
            Guid.CreateVersion7(act.At), who.Body, regulation.Slug, unit.Value, platform.Id, handle,
            string.IsNullOrWhiteSpace(facts.DisplayName) ? handle : facts.DisplayName.Trim(), facts.Purpose.Trim(), who.Staff, act.At);
        request.PlanIs(facts.Plan);
        var missing = request.File(platform, null, rule, act.At);
        if (missing is PlanIsIncomplete)
        {
            return (null, missing);
        }

        db.Add(request);
        db.Record(who.Body, act, missing is null ? "account-request.filed" : "account-request.begun", $"account-request/{request.Id}", new { platform = platform.Name, missing = missing?.Clause, clause = rule.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return (request.Id, missing);
    }

    /// <summary>Files a request that waited for its comparison.</summary>
    public async Task<Refusal?> FileAsync(Who who, Guid id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (await OpenRequest.FindAsync(db, reader, library, who, id, ct) is not { } open)
        {
            return new NoSuchEntry();
        }

        var refusal = !open.IsOfUnit && !open.IsHead ? new NotYourRequest(open.Rule.Clause) : open.Request.File(open.Platform, open.Current, open.Rule, act.At);
        if (refusal is not null)
        {
            return refusal;
        }

        db.Record(who.Body, act, "account-request.filed", $"account-request/{id}", new { platform = open.Platform.Name, clause = open.Rule.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>The head decides: the account enters the register, for practice until it is connected.</summary>
    public async Task<Refusal?> DecideAsync(Who who, Guid id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (await OpenRequest.FindAsync(db, reader, library, who, id, ct) is not { } open)
        {
            return new NoSuchEntry();
        }

        if (!open.IsHead)
        {
            return new OnlyTheHeadDecides(open.Regulation.Role("unit-head")?.Name ?? new("所属長", "the head of the unit"), open.Rule.Clause);
        }

        var request = open.Request;
        if (await db.Accounts.AnyAsync(a => a.Body == who.Body && a.Regulation == request.Regulation && a.Handle == request.Handle, ct) && request.Account is null)
        {
            return new AccountIsTaken(request.Handle);
        }

        var account = new OfficialAccount(
            new(Guid.CreateVersion7(act.At)), who.Body, request.Regulation, RegisterAccount.Inside[0], request.Handle, request.DisplayName, request.Unit, act.At.JapanDay());
        if (request.Decide(account.Id, open.Platform, open.Current, open.Rule, act) is { } refusal)
        {
            return refusal;
        }

        if (open.Regulation.Start is not null)
        {
            account.Prepare();
        }

        db.Add(account);
        db.Record(who.Body, act, "account-request.decided", $"account-request/{id}", new { account = account.Id, comparison = open.Current?.Number, clause = open.Rule.Clause });
        db.Record(who.Body, act, "account.registered", $"account/{account.Id}", new { account.Regulation, account.Channel, request = id });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private async Task<Refusal?> RefuseAsync(BodyId body, Regulation regulation, AccountRequestRule rule, Platform platform, RequestFacts facts, CancellationToken ct) =>
        !platform.IsSocialMedium ? new PlatformIsOutside(platform.Name, rule.Definition)
        : RegisterAccount.HandleOf(facts.Handle) is not { } handle ? new HandleIsBad()
        : string.IsNullOrWhiteSpace(facts.Purpose) ? new RequestNeedsPurpose(rule.Clause)
        : await db.Accounts.AnyAsync(a => a.Body == body && a.Regulation == regulation.Slug && a.Handle == handle, ct) ? new AccountIsTaken(handle)
        : null;
}

public sealed record PlatformIsNotChosen(string? By) : Refusal(new Localized(
    "媒体を台帳から選んでください。台帳にないときは、先に登録を受けてください。", "Choose the platform from the register; have it entered first where it is not there."), By);

public sealed record RequestNeedsPurpose(string? By) : Refusal(new Localized(
    "アカウントを使う目的を入力してください。", "Say what the account is for."), By);

public sealed record NotYourRequest(string? By) : Refusal(new Localized(
    "この申請は、申請した所属の職員が扱います。", "This request is dealt with by the unit that asks."), By);

public sealed record OnlyTheHeadDecides(Localized Role, string? By) : Refusal(new Localized(
    $"署名と決定は、申請した所属の{Role.Ja}（代決者を含む。）が行います。", $"Signing and deciding is done by {Role.En} of the unit that asks (or a deputy)."), By);
