using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>用語集: the platform's words that our screens use, with the page that explains each and the day on which it was read (gx-2-2).</summary>
public sealed class GlossaryModel(ShiraseDb db, KeepGlossary keep, RegulationLibrary library, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    [BindProperty]
    public GlossaryForm Form { get; set; } = new();

    /// <summary>Document by document; only those that have words.</summary>
    public IReadOnlyList<(Regulation Regulation, IReadOnlyList<GlossaryWord> Words)> Glossaries { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, string> Names { get; private set; } = new Dictionary<StaffId, string>();

    public bool MayKeep(Regulation regulation) => me.Required.Seats.Any(s => s.Regulation == regulation.Slug && KeepGlossary.Keepers.Contains(s.Role));

    /// <summary>What stands in the form of a word: what was typed, or what holds.</summary>
    public GlossaryForm FormOf(Regulation regulation, GlossaryWord word) => Form.Regulation == regulation.Slug && Form.Word == word.Rule.Id
        ? Form
        : new() { Wording = word.Wording, Means = word.Means(text.Language), Source = word.Source };

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var refusal = await keep.SetAsync(new Who(me.Required.Staff, me.Required.Body), Form.Regulation, Form.Word, Form.Wording, Form.Means, Form.Source, ct);
        if (refusal is null)
        {
            return this.Done(text["Registers.GlossarySet"], "/glossary");
        }

        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        db.Forget();
        var today = clock.GetUtcNow().JapanDay();
        var own = await db.Bodies.AsNoTracking().Where(b => b.Id == me.Required.Body).Select(b => b.Regulation).SingleOrDefaultAsync(ct);
        var slugs = await db.Accounts.AsNoTracking().Select(a => a.Regulation).Distinct().ToListAsync(ct);
        var found = new List<(Regulation, IReadOnlyList<GlossaryWord>)>();
        foreach (var regulation in slugs.Append(own).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(s => library.InForce(s, today)).OfType<Regulation>().Where(r => r.Glossary.Count > 0))
        {
            found.Add((regulation, await keep.ReadAsync(regulation, ct)));
        }

        Glossaries = found;
        var people = found.SelectMany(f => f.Item2).Select(w => w.Entry?.By).OfType<StaffId>().Distinct().ToList();
        Names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }
}

public sealed class GlossaryForm
{
    public string? Regulation { get; set; }

    public string? Word { get; set; }

    [Display(Name = "Registers.GlossaryWording")]
    public string? Wording { get; set; }

    [Display(Name = "Registers.GlossaryMeans")]
    public string? Means { get; set; }

    [Display(Name = "Registers.GlossarySource")]
    public string? Source { get; set; }
}
