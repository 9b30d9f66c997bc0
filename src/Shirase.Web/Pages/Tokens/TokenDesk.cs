using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Parts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Tokens;

/// <summary>A token as a line of the list.</summary>
public sealed record TokenLine(ApiToken Token, string Staff, string Unit, string IssuedBy, TokenState State);

/// <summary>What the own page and the administrator's page have in common: the list, issuing, revoking.</summary>
public abstract class TokenDesk(
    ShiraseDb db, IssueToken issue, RevokeToken revoke, Choices choices, SignedInAccessor me, IOptions<TokenSettings> settings, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public TokenForm Form { get; set; } = new();

    public IReadOnlyList<TokenLine> Lines { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>The token in clear, in the one answer that shows it.</summary>
    public IssuedToken? Issued { get; private set; }

    /// <summary>True on the administrator's page.</summary>
    public abstract bool IsForAll { get; }

    public abstract string Address { get; }

    public TokenSettings Settings => settings.Value;

    public IReadOnlyList<ChoiceView> ScopeChoices =>
        [.. Scope.All.Where(s => !IsForAll || !s.IsPersonal).Select(s => new ChoiceView(s.Name, s.Meaning.In(text.Language), s.IsPersonal ? "gx-14-1-1" : null, s.Name))];

    public Task OnGetAsync(CancellationToken ct)
    {
        Form = new() { Days = settings.Value.Days, Unit = IsForAll ? null : me.Required.Unit?.Value };
        return ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostIssueAsync(CancellationToken ct)
    {
        if (!IsForAll)
        {
            Form.For = null;
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(ct);
            return Page();
        }

        var issued = IsForAll && Form.For is null
            ? new PersonNotChosen()
            : await issue.RunAsync(me.Required.Body, Form.Wish(me.Required.Staff), me.Required.Act(clock.GetUtcNow().Truncated()), ct);
        db.Forget();
        if (issued.Refusal is { } refusal)
        {
            await ShowAsync(ct);
            return this.Refused(refusal);
        }

        // Shown in the answer itself: a redirect would have to carry the secret along
        Issued = issued.Value;
        ModelState.Clear();
        Form = new() { Days = settings.Value.Days };
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken ct)
    {
        var refusal = await revoke.RunAsync(me.Required.Doer(clock.GetUtcNow().Truncated()), id, ct);
        db.Forget();
        if (refusal is null)
        {
            return this.Done(text["Tokens.Revoked"], Address);
        }

        ModelState.Clear();
        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var (self, now) = (me.Required.Staff, clock.GetUtcNow());
        var tokens = await db.ApiTokens.AsNoTracking().Where(t => IsForAll || t.Staff == self).OrderByDescending(t => t.IssuedAt).Take(500).ToListAsync(ct);
        var names = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => new Localized(s.Name, s.NameEn).In(text.Language), ct);
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => new Localized(u.Name, u.NameEn).In(text.Language), ct);
        Lines =
        [
            .. tokens.Select(t => new TokenLine(
                    t, names.GetValueOrDefault(t.Staff, ""), t.Unit is { } u ? units.GetValueOrDefault(u, "") : text["Tokens.AllUnits"], names.GetValueOrDefault(t.IssuedBy, ""), t.StateAt(now)))
                .OrderBy(l => l.State != TokenState.Valid),
        ];
        Units = [new SelectListItem(text["Tokens.AllUnits"], ""), .. await choices.UnitsAsync(text.Language, withNone: false, ct)];
        People = !IsForAll ? [] :
            [new SelectListItem(text["Tokens.Choose"], ""), .. (await PostedAsync(now.JapanDay(), ct)).Where(names.ContainsKey).Select(s => new SelectListItem(names[s], s.ToString())).OrderBy(i => i.Text, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<StaffId>> PostedAsync(DateOnly day, CancellationToken ct) =>
        await db.Postings.AsNoTracking().On(day).Select(p => p.Staff).Distinct().ToListAsync(ct);
}

public sealed record PersonNotChosen() : Refusal(new Localized(
    "トークンが誰として動くかを選んでください。", "Choose the person the token acts as."));
