using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// Drafts, adopts and withdraws the policy that an account publishes (gx-5-1, is-2-2-a). Those who run the account draft it; whoever answers
/// for it adopts it.
/// </summary>
public sealed class KeepPolicyDocument(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>Longest policy with everything put into it, in UTF-16 units. Ours.</summary>
    public const int Longest = 60_000;

    /// <summary>Those who draft it.</summary>
    public static IReadOnlyList<string> Drafting { get; } = ["operation-manager", "operation-officer", "pr-officer"];

    /// <summary>Begins a draft; where one stands already, that one is answered.</summary>
    public async Task<Result<Guid>> BeginAsync(Who who, AccountId id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var (open, refusal) = await OpenAsync(who, id, Drafting, null, ct);
        if (open is null)
        {
            return refusal!;
        }

        if (open.Versions.Find(v => v.State == PolicyDocumentState.Draft) is { } standing)
        {
            return standing.Id;
        }

        var newest = open.Versions.FirstOrDefault();
        var draft = PolicyDocument.Begin(open.Account, newest, open.Versions.Find(v => v.State == PolicyDocumentState.Adopted), open.Act);
        db.Add(draft);
        db.Record(who.Body, open.Act, "policy.drafted", $"account/{id}", new { document = draft.Id, number = draft.Number, clause = open.Regulation.Policy!.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return draft.Id;
    }

    /// <param name="seen">Revision of the draft that was shown.</param>
    public async Task<Refusal?> SaveAsync(Who who, AccountId id, PolicyFill fill, int seen, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var (open, refusal) = await OpenAsync(who, id, Drafting, null, ct);
        refusal ??= Save(open!, fill, seen, out _);
        if (refusal is not null)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Saves what was written and adopts it; where something speaks against it, it stays saved as a draft and the refusal names it.</summary>
    /// <param name="from">First day on which it holds; null for today.</param>
    public async Task<Refusal?> AdoptAsync(Who who, AccountId id, PolicyFill fill, int seen, DateOnly? from, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var (open, refusal) = await OpenAsync(who, id, ["operation-manager"], why, ct);
        PolicyDocument? draft = null;
        refusal ??= Save(open!, fill, seen, out draft);
        if (refusal is not null)
        {
            return refusal;
        }

        var today = open!.Act.At.JapanDay();
        var before = open.Versions.Find(v => v.State == PolicyDocumentState.Adopted);
        refusal = draft!.Adopt(open.Regulation, await db.PolicySubjectAsync(open.Account, from ?? today, ct), before, open.Act);
        if (refusal is null)
        {
            Tell(open, draft, before);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return refusal;
    }

    /// <summary>Throws the draft away; what was adopted stays.</summary>
    public async Task<Refusal?> DiscardAsync(Who who, AccountId id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var (open, refusal) = await OpenAsync(who, id, Drafting, null, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        if (open!.Versions.Find(v => v.State == PolicyDocumentState.Draft) is not { } draft)
        {
            return new PolicyHasNoDraft();
        }

        db.Remove(draft);
        db.Record(who.Body, open.Act, "policy.discarded", $"account/{id}", new { document = draft.Id, number = draft.Number });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Takes the newest adopted version back; the one before holds again.</summary>
    public async Task<Refusal?> WithdrawAsync(Who who, AccountId id, int number, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var (open, refusal) = await OpenAsync(who, id, ["operation-manager"], why, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        if (open!.Versions.Find(v => v.State == PolicyDocumentState.Adopted) is not { } newest || newest.Number != number)
        {
            return new PolicyChangedMeanwhile();
        }

        if (newest.Withdraw(open.Act) is { } wrong)
        {
            return wrong;
        }

        db.Record(who.Body, open.Act, "policy.withdrawn", $"account/{id}", new { document = newest.Id, number, clause = open.Regulation.ClauseFor("verb:withdraw-policy") });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>A holder or deputy of one of the roles who acts for the unit of the account.</summary>
    public static bool Sits(Core.People.Roster roster, StaffId staff, OfficialAccount account, IReadOnlyList<string> roles) => roster.SeatsOf(staff)
        .Any(s => s.Regulation == account.Regulation && roles.Contains(s.Role) && (s.Unit is null || s.Unit == account.Owner));

    // The names of what changed only; the words stand in the versions
    private void Tell(Opened open, PolicyDocument adopted, PolicyDocument? before)
    {
        var changed = before is null ? [] : PolicyDocument.Differences(before.Text(), adopted.Text());
        db.Record(adopted.Body, open.Act, "policy.adopted", $"account/{adopted.Account}", new
        {
            document = adopted.Id,
            number = adopted.Number,
            hash = adopted.Hash,
            from = adopted.ValidFrom,
            changed = changed.Select(c => c.Block),
            leftOut = adopted.Fill().LeftOut,
            clause = open.Regulation.Policy!.Clause,
        });
        if (before is null)
        {
            return;
        }

        // What is changed is announced: the task opens with the version itself (gx-p-6-3)
        var what = $"第{adopted.Number}版：{string.Join('、', changed.Select(c => c.Name.Ja).DefaultIfEmpty("文言"))}を改めました。";
        var announced = new PolicyChange(NamedId.Of($"policy-change/{adopted.Id}"), adopted.Body, adopted.Account, open.Act.By, open.Act.At,
            what.Length > 500 ? what[..499] + "…" : what, adopted.ValidFrom!.Value);
        db.Add(announced);
        db.Add(PolicyAnnouncementJob.For(announced));
    }

    private static Refusal? Save(Opened open, PolicyFill fill, int seen, out PolicyDocument? draft)
    {
        draft = open.Versions.Find(v => v.State == PolicyDocumentState.Draft);
        var known = open.Regulation.Policy!;
        var kept = new PolicyFill
        {
            Answers = Known(fill.Answers, a => known.Asks.Any(q => q.Id == a)),
            Edited = Known(fill.Edited, b => known.Block(b) is not null),
            LeftOut = [.. fill.LeftOut.Where(b => known.Block(b) is not null).Distinct()],
            Reasons = Known(fill.Reasons, b => known.Block(b) is not null),
        };
        return draft is null ? new PolicyHasNoDraft()
            : kept.ToJson().Length > Longest ? new EntryTooLong("運用ポリシー", "the policy", Longest)
            : draft.Save(kept, seen, open.Act);
    }

    private static SortedDictionary<string, string> Known(IReadOnlyDictionary<string, string> entries, Func<string, bool> isKnown) =>
        new(entries.Where(e => isKnown(e.Key)).ToDictionary(e => e.Key, e => e.Value), StringComparer.Ordinal);

    private async Task<(Opened? Open, Refusal? Refusal)> OpenAsync(Who who, AccountId id, IReadOnlyList<string> roles, string? why, CancellationToken ct)
    {
        var act = new Act(who.Staff, reader.Now, why?.Trim());
        var day = act.At.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Body == who.Body && a.Id == id, ct) is not { } account
            || library.InForce(account.Regulation, day) is not { Policy: { } outline } regulation)
        {
            return (null, new NoSuchAccount());
        }

        if (account.State == AccountState.Deleted)
        {
            return (null, new AccountHasEnded());
        }

        if (!Sits(await reader.RosterAsync(who.Body, day, ct), who.Staff, account, roles))
        {
            var role = regulation.Role("operation-manager")?.Name ?? new("責任者", "the person responsible");
            return (null, roles.Count == 1 ? new OnlyWhoAnswersAdopts(role, outline.Clause) : new NotYoursToDraftPolicy(role, outline.Clause));
        }

        var versions = await db.PolicyDocuments.Where(p => p.Account == id).OrderByDescending(p => p.Number).ToListAsync(ct);
        return (new(account, regulation, act, versions), null);
    }

    private sealed record Opened(OfficialAccount Account, Regulation Regulation, Act Act, List<PolicyDocument> Versions);
}

public sealed record PolicyHasNoDraft() : Refusal(new Localized(
    "下書きがありません。画面を開き直してください。", "There is no draft. Open the page again."));

public sealed record OnlyWhoAnswersAdopts(Localized Role, string? By) : Refusal(new Localized(
    $"運用ポリシーを策定し、取り消すのは、アカウントを運用する所属の{Role.Ja}です。", $"The policy is adopted and withdrawn by {Role.En} of the unit that runs the account."), By);

public sealed record NotYoursToDraftPolicy(Localized Role, string? By) : Refusal(new Localized(
    $"運用ポリシーを書くのは、アカウントを運用する所属の{Role.Ja}と、その下で発信に当たる職員です。",
    $"The policy is drafted by {Role.En} and those who post, of the unit that runs the account."), By);
