using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>One regulation: every clause, what carries it, and the values and people it names.</summary>
public sealed class RegulationModel(RegulationLibrary library, IText text, TimeProvider clock) : PageModel
{
    public Regulation Regulation { get; private set; } = null!;

    /// <summary>Its line in the register of documents.</summary>
    public RegisteredDocument Document { get; private set; } = null!;

    public IReadOnlyList<Regulation> Others { get; private set; } = [];

    public IReadOnlyList<ClauseChapter> Chapters { get; private set; } = [];

    public ILookup<Standing, ClauseCoverage> ByStanding { get; private set; } = null!;

    /// <summary>The only standing to show, or null for all.</summary>
    public Standing? Only { get; private set; }

    public IActionResult OnGet(string slug, string? version, Standing? standing)
    {
        var all = library.Versions(slug);
        if ((version is null ? library.InForce(slug, clock.GetUtcNow().JapanDay()) ?? (all.Count > 0 ? all[^1] : null) : library.Find(slug, version)) is not { } found)
        {
            return NotFound();
        }

        (Regulation, Only) = (found, standing);
        Document = DocumentRegister.Of(library, clock.GetUtcNow().JapanDay()).First(d => d.Regulation?.Slug == slug && d.Regulation.Version == found.Version);
        Others = [.. all.Where(r => r.Version != found.Version)];
        var clauses = ClauseCoverage.Of(found, Enumerable.Empty<string>().ToLookup(x => x, StringComparer.Ordinal));
        ByStanding = clauses.ToLookup(c => c.Standing);
        Chapters = ClauseChapter.Of(clauses.Where(c => standing is null || c.Standing == standing));
        return Page();
    }

    public string ChapterName(string key) => text.Find($"Records.Chapter.{key}") ?? text["Records.Chapter", key];

    /// <summary>A control in words: its family, and the name the file or the program gives it.</summary>
    public string Control(string control)
    {
        var (family, name) = control.Split(':', 2) is [var f, var n] ? (f, n) : (control, control);
        var words = NameIn(family, name)?.In(text.Language) ?? text.Find($"Records.Name.{family}.{name}") ?? name;
        return text.Find($"Records.Family.{family}") is { } frame
            ? string.Format(System.Globalization.CultureInfo.InvariantCulture, frame, words)
            : $"{family}: {words}";
    }

    public string Unit(string unit) => text.Find($"Records.Unit.{unit}") ?? unit;

    public string HeldBy(PostRule rule) => rule.HeadOfUnit
        ? text["Records.HeldBy.Head"]
        : string.Join(' ', new[] { rule.Unit, rule.Section, rule.Post, rule.OwnUnit ? text["Records.HeldBy.OwnUnit"] : null }.Where(p => p is not null));

    public string Hours(TimeWindow window)
    {
        var culture = Languages.Culture(text.Language);
        var days = string.Join(text.Language == Languages.Japanese ? "・" : ", ", window.Days.Select(d => culture.DateTimeFormat.GetAbbreviatedDayName(d)));
        var hours = text["Records.WindowHours", days, window.Start.ToString("HH:mm", culture), window.End.ToString("HH:mm", culture)];
        var holidays = window.ClosedOnHolidays ? $" / {text["Records.HolidaysClosed"]}" : "";
        return window is { ClosedFrom: { } from, ClosedTo: { } to }
            ? $"{hours}{holidays} / {text["Records.ClosedTurn", $"{from.Month}/{from.Day}", $"{to.Month}/{to.Day}"]}"
            : hours + holidays;
    }

    private Localized? NameIn(string family, string name) => family switch
    {
        "role" => Regulation.Role(name)?.Name,
        "setting" => Regulation.Settings.FirstOrDefault(s => s.Id == name)?.Name,
        "attestation" => Regulation.Attestations.FirstOrDefault(a => a.Id == name)?.Statement,
        "step" => Regulation.Routes.Select(r => r.Step(name)).FirstOrDefault(s => s is not null)?.Name,
        "route" => Regulation.Route(name)?.Name,
        "ground" => Regulation.Routes.SelectMany(r => r.Grounds).FirstOrDefault(g => g.Id == name)?.Name,
        "duty" => Regulation.Duty(name)?.Name,
        "reading" => Regulation.Readings.FirstOrDefault(r => r.Id == name)?.Name,
        "reason" => Regulation.ReasonCodes.FirstOrDefault(r => r.Id == name)?.Name,
        "body-class" => Regulation.PublicBodyClasses.FirstOrDefault(c => c.Id == name)?.Name,
        "policy-item" => Regulation.PolicyItems.FirstOrDefault(i => i.Id == name)?.Name,
        "account-point" => Regulation.AccountPoints.FirstOrDefault(p => p.Id == name)?.Name,
        "profile" => Regulation.Profile.FirstOrDefault(p => p.Id == name)?.Name,
        "window" => Regulation.Window(name) is { } window ? new Localized(Hours(window), Hours(window)) : null,
        _ => null,
    };
}
