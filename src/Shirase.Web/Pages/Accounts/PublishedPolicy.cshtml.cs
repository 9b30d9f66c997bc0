using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>What the published policy of an account says, and what is still open before anything is sent from it (ok-4-2-a, to-5-1-a-1).</summary>
public sealed class PublishedPolicyModel(
    ShiraseDb db, KeepPolicy keep, CaseReader reader, RegulationLibrary library, SignedInAccessor me, IText text) : PageModel
{
    [BindProperty]
    public PolicyForm Form { get; set; } = new();

    public OfficialAccount Account { get; private set; } = null!;

    public Regulation Regulation { get; private set; } = null!;

    public Localized Unit { get; private set; } = new("", "");

    public bool MayEnter { get; private set; }

    /// <summary>True while nobody answers for the account (ok-4-3-i-4).</summary>
    public bool IsVacant { get; private set; }

    /// <summary>Newest first, each with the name of who entered it.</summary>
    public IReadOnlyList<(PublishedPolicy Policy, Localized By)> Versions { get; private set; } = [];

    public IReadOnlyList<NamedChoice> Open { get; private set; } = [];

    /// <summary>Hours that can be used only through an emergency clause, or null (ok-4-3-e-1).</summary>
    public string? Beyond { get; private set; }

    /// <summary>True when the terms say nothing of the users' contributions (ok-4-4-i).</summary>
    public bool ForgetsUsers { get; private set; }

    /// <summary>Model texts that may be put into a field: field and name (ok-4-4-u, to-5-1-a-4). Ours.</summary>
    public static IReadOnlyList<(string Field, string Name)> Suggestions { get; } =
    [
        (nameof(PolicyForm.Disclaimer), "accuracy"), (nameof(PolicyForm.Disclaimer), "damage"), (nameof(PolicyForm.Disclaimer), "comments"), (nameof(PolicyForm.Disclaimer), "disputes"),
        (nameof(PolicyForm.OtherMethods), "unit"), (nameof(PolicyForm.OtherMethods), "contact"), (nameof(PolicyForm.OtherMethods), "disclaimer"), (nameof(PolicyForm.OtherMethods), "personal"),
    ];

    public bool Asks(string item) => Regulation.PolicyItems.Any(i => i.Id == item);

    public bool AsksAuthentication => Regulation.AccountPoints.Any(p => p.Id == PublishedPolicy.StrongAuthentication);

    public bool Has(string gate) => Regulation.Gate(gate) is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Form = PolicyForm.Of(Versions.Count > 0 ? Versions[0].Policy : null);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken ct)
    {
        var refusal = ModelState.IsValid
            ? await keep.RunAsync(new(me.Required.Staff, me.Required.Body), new(id), Form.ToFacts(), Form.Seen, Form.Why, ct)
            : new Posts.EntriesNotRead();
        return refusal is null ? this.Done(text["Policies.Saved"], $"/accounts/{id}/published-policy")
            : await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();
    }

    /// <summary>Puts a model text into its field; nothing is saved.</summary>
    public async Task<IActionResult> OnPostInsertAsync(Guid id, string? insert, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        foreach (var (field, _) in Suggestions.Where(s => $"{s.Field}.{s.Name}" == insert))
        {
            var put = text[$"Policies.Suggest.{insert}.Text"];
            (Form.Disclaimer, Form.OtherMethods) = field == nameof(PolicyForm.Disclaimer)
                ? (With(Form.Disclaimer, put), Form.OtherMethods)
                : (Form.Disclaimer, With(Form.OtherMethods, put));
        }

        ModelState.Clear();
        return Page();
    }

    private static string With(string? before, string put) => string.IsNullOrWhiteSpace(before) ? put : $"{before.TrimEnd()}\n{put}";

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        db.Forget();
        var key = new AccountId(id);
        var day = reader.Now.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account
            || library.InForce(account.Regulation, day) is not { PolicyItems.Count: > 0 } regulation)
        {
            return false;
        }

        (Account, Regulation) = (account, regulation);
        var unit = await db.Units.AsNoTracking().SingleAsync(u => u.Id == account.Owner, ct);
        Unit = new(unit.Name, unit.NameEn);
        var roster = await reader.RosterAsync(account.Body, day, ct);
        IsVacant = regulation.Role("operation-manager") is { IsOfUnit: true } && roster.HoldersOf(account.Regulation, "operation-manager", account.Owner).Count == 0;
        MayEnter = KeepPolicy.MayEnter(roster, me.Required.Staff, account) && account.State != AccountState.Deleted;
        var versions = await db.PublishedPolicies.AsNoTracking().Where(p => p.Account == key).OrderByDescending(p => p.Number).ToListAsync(ct);
        var writers = versions.Select(v => v.By).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => writers.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn), ct);
        Versions = [.. versions.Select(v => (v, names.GetValueOrDefault(v.By) ?? new("—", "—")))];
        var facts = versions.Count > 0 ? versions[0].Facts() : null;
        Open = PublishedPolicy.Open(facts, regulation);
        Beyond = BeyondDuty(facts);
        ForgetsUsers = Asks("intellectual-property") && facts is not null && PolicyItems.ForgetsUsers(facts.IntellectualProperty);
        return true;
    }

    private string? BeyondDuty(PolicyFacts? facts) =>
        PublishGate.HoursOf(Regulation, facts) is { } hours && PublishGate.WindowOf(facts) is { } own && (own.Start < hours.Start || own.End > hours.End)
            ? text["Policies.Beyond", $"{own.Start:H\\:mm}～{own.End:H\\:mm}", hours.EverOpens ? hours.Hours : "—"]
            : null;
}
