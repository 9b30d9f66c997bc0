using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>媒体の台帳: two questions for each platform, and the baseline that others are compared with (ok-2, ok-3-b, to-1).</summary>
public sealed class PlatformsModel(ShiraseDb db, KeepPlatforms keep, CaseReader reader, RegulationLibrary library, SignedInAccessor me, IText text) : PageModel
{
    private IReadOnlyDictionary<string, string?> _typed = new Dictionary<string, string?>();

    [BindProperty]
    public PlatformForm Form { get; set; } = new();

    public AccountRequestRule Rule { get; private set; } = null!;

    public IReadOnlyList<Platform> Platforms { get; private set; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<RiskBaseline> Baselines { get; private set; } = [];

    public bool MayKeep { get; private set; }

    /// <summary>True where the terms of each platform are reviewed (to-2-4-a).</summary>
    public bool HasTerms { get; private set; }

    /// <summary>Connected accounts that no review of terms reaches, because nobody entered their platform.</summary>
    public IReadOnlyList<OfficialAccount> Unknown { get; private set; } = [];

    /// <summary>What was typed for a baseline that was refused.</summary>
    public string Why { get; private set; } = "";

    private Who Person => new(me.Required.Staff, me.Required.Body);

    public string RatingOf(string row) => _typed.GetValueOrDefault(row) ?? (Baselines is [var newest, ..] ? newest.Ratings().GetValueOrDefault(row).ToString(CultureInfo.InvariantCulture) : "");

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEnterAsync(CancellationToken ct) =>
        await AnswerAsync(await keep.EnterAsync(Person, Form.Name, Form.IsService, Form.IsTwoWay, Form.Note, ct), "Requests.PlatformEntered", ct);

    public async Task<IActionResult> OnPostBaselineAsync(Dictionary<string, string?> ratings, string? why, CancellationToken ct)
    {
        (_typed, Why) = (ratings, why ?? "");
        var given = ratings.ToDictionary(r => r.Key, r => int.TryParse(r.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null);
        return await AnswerAsync(await keep.SetBaselineAsync(Person, given, why, ct), "Requests.BaselineSet", ct);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], "/accounts/platforms");
        }

        db.Forget();
        return await ShowAsync(ct) ? this.Refused(refusal) : NotFound();
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        var day = reader.Now.JapanDay();
        if (await RequestRules.OfBodyAsync(db, library, me.Required.Body, day, ct) is not var (regulation, rule))
        {
            return false;
        }

        (Rule, HasTerms) = (rule, regulation.Terms is not null);
        MayKeep = KeepPlatforms.MayKeep(await reader.RosterAsync(me.Required.Body, day, ct), me.Required.Staff, regulation.Slug);
        Unknown = HasTerms ? await db.AccountsWithoutPlatformAsync(me.Required.Body, regulation.Slug, ct) : [];
        Platforms = await db.Platforms.AsNoTracking().OrderBy(p => p.Name).ToListAsync(ct);
        Baselines = await db.RiskBaselines.AsNoTracking().Where(b => b.Regulation == regulation.Slug).OrderByDescending(b => b.Number).ToListAsync(ct);
        return true;
    }
}

public sealed class PlatformForm
{
    [Display(Name = "Requests.PlatformName")]
    public string? Name { get; set; }

    [Display(Name = "Requests.IsService")]
    public bool? IsService { get; set; }

    [Display(Name = "Requests.IsTwoWay")]
    public bool? IsTwoWay { get; set; }

    [Display(Name = "Requests.Note")]
    public string? Note { get; set; }
}
