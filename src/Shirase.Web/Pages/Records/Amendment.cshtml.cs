using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.People;
using Shirase.Regulations;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>新旧対照表: two versions of one regulation side by side, or a draft beside the one in force, with what it would have done to the last messages.</summary>
public sealed class AmendmentModel(RegulationLibrary library, PastMessages past, Replay replay, SignedInAccessor me, IText text, TimeProvider clock) : PageModel
{
    /// <summary>Most messages that a page judges while somebody waits; the command line takes more.</summary>
    public const int MostJudged = 2000;

    /// <summary>Most messages that a page lists.</summary>
    public const int MostListed = 200;

    private static readonly RegulationVocabulary Vocabulary = RegulationVocabulary.Of(TextChecks.All, KnownGates.All);

    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.Amendment.From")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.Amendment.To")]
    public string? To { get; set; }

    [BindProperty]
    [Display(Name = "Records.Amendment.Draft")]
    public IFormFile? Draft { get; set; }

    [BindProperty]
    [Display(Name = "Records.Amendment.Last")]
    public int? Last { get; set; } = 200;

    public IReadOnlyList<Regulation> Versions { get; private set; } = [];

    public Regulation? Before { get; private set; }

    public Regulation? After { get; private set; }

    public IReadOnlyList<AmendmentRow> Rows { get; private set; } = [];

    public IReadOnlyList<RegulationProblem> Problems { get; private set; } = [];

    public ReplayReport? Report { get; private set; }

    public IActionResult OnGet()
    {
        if (!Open())
        {
            return NotFound();
        }

        Before = From is null ? InForce() : library.Find(Slug, From);
        After = To is null ? Versions[^1] : library.Find(Slug, To);
        if (Before is null || After is null)
        {
            return NotFound();
        }

        Compare();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Open())
        {
            return NotFound();
        }

        Before = After = InForce();
        if (Draft is null)
        {
            ModelState.AddModelError(nameof(Draft), text["Records.Amendment.DraftMissing"]);
        }

        if (Last is not (>= 1 and <= MostJudged))
        {
            ModelState.AddModelError(nameof(Last), text["Records.Amendment.LastWrong", MostJudged]);
        }

        if (!ModelState.IsValid || Draft is null || await ReadAsync(Draft, ct) is not { } draft)
        {
            return Page();
        }

        After = draft;
        Compare();
        Report = replay.Compare(await past.ReadAsync(me.Required.Body, Before!, Last!.Value, null, ct), Before!, draft);
        return Page();
    }

    public static string Hours(TimeSpan time) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}");

    /// <summary>The roles that decide, as that version names them.</summary>
    public string Deciders(ReplayVerdict verdict, Regulation regulation) => string.Join(
        " → ", verdict.Deciders.Select(d => string.Join(text["Desk.And"], d.Split('|').Select(r => regulation.Role(r)?.Name.In(text.Language) ?? r))));

    private bool Open() => (Versions = library.Versions(Slug)).Count > 0;

    private Regulation InForce() => library.InForce(Slug, clock.GetUtcNow().JapanDay()) ?? Versions[^1];

    private void Compare() => Rows = AmendmentTable.Of(Before!, After!);

    private async Task<Regulation?> ReadAsync(IFormFile file, CancellationToken ct)
    {
        // One byte more than allowed shows that it is too large
        var bytes = new byte[Math.Min(file.Length, RegulationFolder.LargestFile + 1)];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, ct);
        var reading = RegulationFolder.Read($"{Slug}.draft.yaml", bytes, Vocabulary);
        Problems = reading.Problems;
        return reading.Regulation;
    }
}
