using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Web.Posts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>
/// 誤り対応: one page for one wrong post, its parts in the order in which one needs them: delete, correct, tell on the website. Each part is
/// a partial page of its own; the mail's takes its place beside them when that room is built.
/// </summary>
public sealed partial class ErrorModel(ErrorPanels panels, CaseFiles cases, Removing removing, Correcting correcting, IText text) : PageModel
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public ErrorPanel Panel { get; private set; } = null!;

    /// <summary>What the finder says is wrong.</summary>
    [Display(Name = "Correcting.Report.Text")]
    public string? Said { get; private set; }

    public FactsForm Facts { get; private set; } = new();

    public ByHandForm Hand { get; private set; } = new();

    /// <summary>The delivery whose entry by hand was refused.</summary>
    public Guid? Tried { get; private set; }

    /// <summary>The reason of the act that was refused, by act.</summary>
    public (string Verb, string? Words)? Typed { get; private set; }

    private PostApplicationId Case => new(Id);

    public string? TypedIn(string verb) => Typed is { } t && t.Verb == verb ? t.Words : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is not PageResult shown)
        {
            return NotFound();
        }

        if (Panel.File is { } file)
        {
            await cases.NoteViewingAsync(file, ct);
        }

        return shown;
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string said, CancellationToken ct, string at = "")
    {
        if (refusal is null)
        {
            TempData["Said"] = text[said];
            return Redirect($"/posts/{Id}/error{at}");
        }

        ViewData["Refused"] = refusal;
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await panels.OpenAsync(Id, ct) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        if (Facts.IsEmpty && panel.Correction is { } c)
        {
            Facts = new() { Wrong = c.Wrong, Right = c.Right, Cause = c.Cause };
        }

        if (Tried is null)
        {
            Hand = new() { Day = panel.Now.JapanDay(), Time = TimeOnly.FromTimeSpan(panel.Now.InJapan().TimeOfDay) };
        }

        return Page();
    }
}

/// <summary>誤・正・経緯.</summary>
public sealed class FactsForm
{
    [StringLength(Drafting.MaxField)]
    [Display(Name = "Correcting.Facts.Wrong")]
    public string? Wrong { get; set; }

    [StringLength(Drafting.MaxField)]
    [Display(Name = "Correcting.Facts.Right")]
    public string? Right { get; set; }

    [StringLength(Drafting.MaxField)]
    [Display(Name = "Correcting.Facts.Cause")]
    public string? Cause { get; set; }

    public bool IsEmpty => Wrong is null && Right is null && Cause is null;

    public CorrectionFacts Given => new(Wrong ?? "", Right ?? "", Cause ?? "");
}

/// <summary>手作業で削除: when it was seen gone, and what was seen.</summary>
public sealed class ByHandForm
{
    [Display(Name = "Correcting.Hand.Day")]
    public DateOnly? Day { get; set; }

    [Display(Name = "Correcting.Hand.Time")]
    public TimeOnly? Time { get; set; }

    [StringLength(Drafting.MaxField)]
    [Display(Name = "Correcting.Hand.Seen")]
    public string? Seen { get; set; }
}
