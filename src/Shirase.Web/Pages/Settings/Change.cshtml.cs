using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.People;
using Shirase.Regulations;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Settings;

/// <summary>One change of a body's settings: the value, what it would have done to past messages, and why.</summary>
public sealed class ChangeModel(
    ShiraseDb db, RegulationLibrary library, LocalRuleWords words, KeepLocalRules keep, PastMessages past, Replay replay, Rosters rosters,
    SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    /// <summary>Messages on which a change is tried. Ours: a page must answer while somebody waits.</summary>
    public const int Tried = 200;

    /// <summary>Differences listed.</summary>
    public const int Listed = 50;

    public static IReadOnlyList<string> Kinds { get; } = ["setting", "window", "check", "words", "confirmation", "without"];

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "subject")]
    public string? Subject { get; set; }

    [BindProperty]
    public ChangeForm Form { get; set; } = new();

    public Regulation Document { get; private set; } = null!;

    public Regulation InForce { get; private set; } = null!;

    public string Item { get; private set; } = "";

    public string? Clause { get; private set; }

    /// <summary>What holds now, in words; empty for something new.</summary>
    public string Now { get; private set; } = "";

    /// <summary>What may be entered, or null where the field says it itself.</summary>
    public string? Limits { get; private set; }

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>True where the value is a name and not a number.</summary>
    public bool IsName => Kind == "setting" && Document.Setting(Subject!)?.Unit is "name" or "address";

    public IReadOnlyList<SelectListItem> Clauses { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Scopes { get; private set; } = [];

    /// <summary>What the change would have done, once it was tried.</summary>
    public ReplayReport? Report { get; private set; }

    public string At => $"/settings/{Slug}/change?kind={Kind}&subject={Subject}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct) || Scopes.Count == 0)
        {
            return NotFound();
        }

        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct) || Form.ToRule(Kind!, Subject!) is not { } rule)
        {
            return await UnreadAsync(ct);
        }

        if (LocalRules.Refuse(Document, rule) is { } refusal)
        {
            return this.Refused(refusal);
        }

        var (tried, problems) = library.Try(Document, [rule]);
        if (tried is null)
        {
            return this.Refused(new LocalRuleDoesNotFit(problems[0].Wrong));
        }

        Report = replay.Compare(await past.ReadAsync(me.Required.Body, Document, Tried, null, ct), Document, tried);
        return Page();
    }

    public async Task<IActionResult> OnPostSetAsync(CancellationToken ct)
    {
        if (!await OpenAsync(ct) || Form.ToRule(Kind!, Subject!) is not { } rule)
        {
            return await UnreadAsync(ct);
        }

        UnitId? unit = Guid.TryParse(Form.Scope, out var id) ? new UnitId(id) : null;
        var refusal = await keep.SetAsync(new(me.Required.Staff, me.Required.Body), Slug, unit, rule, Form.Why, ct);
        return refusal is null ? this.Done(text["Settings.Set", Item], $"/settings?regulation={Slug}") : this.Refused(refusal);
    }

    private async Task<IActionResult> UnreadAsync(CancellationToken ct) =>
        Document is null || !await OpenAsync(ct) ? NotFound()
        : Kind == "window" ? this.Refused(new HoursNotRead(Clause ?? ""))
        : this.Refused(new Posts.EntriesNotRead());

    private async Task<bool> OpenAsync(CancellationToken ct)
    {
        db.Forget();
        var body = me.Required.Body;
        if (library.InForce(Slug, clock.GetUtcNow().JapanDay()) is not { } inForce || !Kinds.Contains(Kind)
            || !(await db.Accounts.AnyAsync(a => a.Regulation == Slug, ct) || await db.Bodies.AnyAsync(b => b.Id == body && b.Regulation == Slug, ct)))
        {
            return false;
        }

        (InForce, Document) = (inForce, library.Document(inForce));
        if (string.IsNullOrEmpty(Subject))
        {
            Subject = ModelState.IsValid && Kind is "words" or "confirmation" ? $"local-{Kind}-{Guid.CreateVersion7(clock.GetUtcNow()):N}"[..26] : null;
        }

        if (Subject is null || !Describe())
        {
            return false;
        }

        Clauses = [new(text["Drafting.Choose"], ""), .. Document.Clauses.Select(c => new SelectListItem($"{c.Reference}　{Short(c.Gist.In(text.Language))}", c.Id))];
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => text.Language == Languages.English ? u.NameEn : u.Name, ct);
        Scopes =
        [
            .. KeepLocalRules.ScopesOf(await rosters.TodayAsync(body, ct), me.Required.Staff, Document)
                .Select(s => new SelectListItem(s is { } unit ? text["Settings.OnlyUnit", units[unit]] : text["Settings.WholeBody"], s?.ToString() ?? "")),
        ];
        return true;
    }

    // What there is to change; false where the document has nothing of the kind
    private bool Describe()
    {
        switch (Kind)
        {
            case "setting" when Document.Setting(Subject!) is { } setting && InForce.Setting(Subject!) is { } now:
                (Item, Clause, Now) = (setting.Name.In(text.Language), setting.Clause, words.Value(now));
                Limits = LocalRules.Choices(setting)?.In(text.Language);
                Choices = setting.Choices.Count > 0 ? [.. setting.Choices.Select(c => new SelectListItem(c, c))]
                    : setting.Unit == "flag" ? [new(text["Settings.Yes"], "true"), new(text["Settings.No"], "false")] : [];
                return true;
            case "window" when Document.Window(Subject!) is { } window && InForce.Window(Subject!) is { } now:
                (Item, Clause, Now) = (words.WindowName(window.Id), window.Clause, IndexModel.Hours(now));
                Limits = window.IsDefault ? null : text["Settings.Within", IndexModel.Hours(window)];
                return true;
            case "check" when Document.Checks.FirstOrDefault(c => c.Id == Subject) is { } check:
                (Item, Clause, Now) = (words.CheckName(Document, check.Id), check.Clause, words.EffectName(InForce.Checks.First(c => c.Id == Subject).Effect));
                Choices = [.. Effects(e => e > check.Effect)];
                return true;
            case "words" or "confirmation":
                (Item, Choices) = (text[Kind == "words" ? "Settings.Words" : "Settings.Confirmation"], [.. Effects(_ => true)]);
                return true;
            default:
                return Kind == "without";
        }
    }

    private IEnumerable<SelectListItem> Effects(Func<Effect, bool> which) =>
        new[] { Effect.Warn, Effect.Hold, Effect.Refuse }.Where(which).Select(e => new SelectListItem(words.EffectName(e), e.ToString()));

    private void Fill()
    {
        Form.Value = Kind == "setting" ? InForce.Setting(Subject!)?.Value : null;
        if (Kind == "window" && InForce.Window(Subject!) is { } window)
        {
            (Form.Start, Form.End) = ($"{window.Start:HH\\:mm}", $"{window.End:HH\\:mm}");
        }
    }

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
