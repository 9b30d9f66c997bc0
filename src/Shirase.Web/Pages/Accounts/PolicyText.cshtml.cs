using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>公表する運用ポリシー: begins filled in from the regulation, is completed, adopted and proved to be public (gx-5-1, is-2-2-a).</summary>
public sealed class PolicyTextModel(
    ShiraseDb db, KeepPolicyDocument keep, PolicyPublicity publicity, CaseReader reader, RegulationLibrary library, SignedInAccessor me, IText text) : PageModel
{
    [BindProperty]
    public PolicyTextForm Form { get; set; } = new();

    public OfficialAccount Account { get; private set; } = null!;

    public Regulation Regulation { get; private set; } = null!;

    public PolicySubject Subject { get; private set; } = null!;

    /// <summary>Newest first, each with who adopted it and the proof that it is public.</summary>
    public IReadOnlyList<PolicyVersionLine> Versions { get; private set; } = [];

    public PolicyDocument? Draft { get; private set; }

    /// <summary>The version that holds today.</summary>
    public PolicyVersionLine? Holding { get; private set; }

    /// <summary>What speaks against the draft as it was saved.</summary>
    public IReadOnlyList<PolicyFinding> Findings { get; private set; } = [];

    /// <summary>Statements of the adopted version that the register no longer bears out.</summary>
    public IReadOnlyList<PolicyDifference> Stale { get; private set; } = [];

    public bool MayDraft { get; private set; }

    public bool MayAdopt { get; private set; }

    /// <summary>True where the first post waits for the notice of the start.</summary>
    public bool AsksStart => Regulation.Gate("public-policy")?.With.Flag("start") == true;

    public PageProof? Start { get; private set; }

    /// <summary>Address of the notice of the start on our own site, once it was published there.</summary>
    public string? StartAddress { get; private set; }

    public string StartDraft { get; private set; } = "";

    /// <summary>Where the public reads the policy on our own site.</summary>
    public string PublicAddress => new Uri(SiteAddress.Of(HttpContext, Account.Body) + $"/policies/{Account.Id}").ToString();

    public string At => $"/accounts/{Account.Id}/policy-text";

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Form = Draft is null ? new() : PolicyTextForm.Of(Draft, Regulation, Subject);
        return Page();
    }

    public async Task<IActionResult> OnPostBeginAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, (await keep.BeginAsync(Who, new(id), ct)).Refusal, "PolicyTexts.Begun", ct);

    public Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken ct) => WriteAsync(id, null, "PolicyTexts.Saved", ct);

    public Task<IActionResult> OnPostRestoreAsync(Guid id, string? block, CancellationToken ct) => WriteAsync(id, block, "PolicyTexts.Restored", ct);

    public async Task<IActionResult> OnPostAdoptAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var refusal = ModelState.IsValid && Draft is not null
            ? await keep.AdoptAsync(Who, new(id), Form.ToFill(Regulation, Subject, Draft.Fill()), Form.Seen, Form.ValidFrom, Form.Why, ct)
            : new Posts.EntriesNotRead();
        return await AnswerAsync(id, refusal, "PolicyTexts.Adopted", ct);
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await keep.DiscardAsync(Who, new(id), ct), "PolicyTexts.Discarded", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, int number, string? why, CancellationToken ct) =>
        await AnswerAsync(id, await keep.WithdrawAsync(Who, new(id), number, why, ct), "PolicyTexts.Withdrawn", ct);

    public async Task<IActionResult> OnPostProveAsync(Guid id, int number, string? address, CancellationToken ct) =>
        await AnswerAsync(id, await publicity.ProvePolicyAsync(Who, new(id), number, address, ct), "PolicyTexts.Proved", ct);

    public async Task<IActionResult> OnPostPublishstartAsync(Guid id, string? notice, CancellationToken ct) =>
        await AnswerAsync(id, (await publicity.PublishStartAsync(Who, new(id), notice, ct)).Refusal, "PolicyTexts.StartPublished", ct);

    public async Task<IActionResult> OnPostProvestartAsync(Guid id, string? address, CancellationToken ct) =>
        await AnswerAsync(id, await publicity.ProveStartAsync(Who, new(id), address, ct), "PolicyTexts.StartProved", ct);

    private async Task<IActionResult> WriteAsync(Guid id, string? restored, string done, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var refusal = ModelState.IsValid && Draft is not null
            ? await keep.SaveAsync(Who, new(id), Form.ToFill(Regulation, Subject, Draft.Fill(), restored), Form.Seen, ct)
            : new Posts.EntriesNotRead();
        return await AnswerAsync(id, refusal, done, ct);
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[done], $"/accounts/{id}/policy-text");
        }

        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Draft is not null)
        {
            // Whoever was told that something changed has seen it now; what was typed stays in the form
            ModelState.Remove("Form.Seen");
            Form = Form.Blocks.Count == 0 ? PolicyTextForm.Of(Draft, Regulation, Subject) : Form;
            Form.Seen = Draft.Revision;
        }

        return this.Refused(refusal);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        db.Forget();
        var key = new AccountId(id);
        var day = reader.Now.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account
            || library.InForce(account.Regulation, day) is not { Policy: not null } regulation)
        {
            return false;
        }

        (Account, Regulation, Subject) = (account, regulation, await db.PolicySubjectAsync(account, day, ct));
        var roster = await reader.RosterAsync(account.Body, day, ct);
        var isOpen = account.State != AccountState.Deleted;
        MayDraft = isOpen && KeepPolicyDocument.Sits(roster, me.Required.Staff, account, KeepPolicyDocument.Drafting);
        MayAdopt = isOpen && KeepPolicyDocument.Sits(roster, me.Required.Staff, account, ["operation-manager"]);
        var all = await db.PolicyVersionsAsync(key, ct);
        Draft = all.Find(v => v.State == PolicyDocumentState.Draft);
        Versions = await LinesAsync([.. all.Where(v => v.State != PolicyDocumentState.Draft)], ct);
        Holding = Versions.FirstOrDefault(v => v.Policy.HoldsOn(day));
        Findings = Draft is null ? [] : PolicyFindings.Of(regulation, Subject, Draft.Fill());
        Stale = Versions.FirstOrDefault(v => v.Policy.State == PolicyDocumentState.Adopted)?.Policy is { } newest
            ? PolicyDocument.Differences(newest.Text(), PolicyText.Of(regulation, Subject with { Day = newest.ValidFrom!.Value }, newest.Fill()))
            : [];
        await FindStartAsync(key, day, ct);
        return true;
    }

    private async Task FindStartAsync(AccountId key, DateOnly day, CancellationToken ct)
    {
        if (!AsksStart)
        {
            return;
        }

        Start = await db.ProofAsync(key.Value, Told.Start, ct);
        var notice = PolicyPublicity.NoticeId(key);
        StartAddress = await db.WebsiteNotices.AsNoTracking().AnyAsync(n => n.Body == Account.Body && n.Id == notice && n.RemovedAt == null, ct)
            ? $"{SiteAddress.Of(HttpContext, Account.Body)}/notices/{notice}" : null;
        StartDraft = PolicyPublicity.StartDraft(Subject with { Day = day }, PolicyText.Values(Regulation, Subject, new()).GetValueOrDefault("service", ""), new(PublicAddress));
    }

    private async Task<IReadOnlyList<PolicyVersionLine>> LinesAsync(IReadOnlyList<PolicyDocument> versions, CancellationToken ct)
    {
        var ids = versions.Select(v => v.Id).ToList();
        var people = versions.SelectMany(v => new[] { v.AdoptedBy, v.WithdrawnBy }).OfType<StaffId>().Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn), ct);
        var proofs = await db.PageProofs.AsNoTracking().Where(p => ids.Contains(p.Subject) && p.Told == Told.PolicyPage).ToListAsync(ct);
        return
        [
            .. versions.Select(v => new PolicyVersionLine(
                v,
                v.AdoptedBy is { } by ? names.GetValueOrDefault(by) ?? new("—", "—") : new("—", "—"),
                proofs.Where(p => p.Subject == v.Id).MaxBy(p => p.At))),
        ];
    }
}

/// <summary>A version with who adopted it, and the proof that the public can read it; null while it was not seen.</summary>
public sealed record PolicyVersionLine(PolicyDocument Policy, Localized By, PageProof? Proof);
