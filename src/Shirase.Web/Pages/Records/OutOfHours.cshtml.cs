using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Posts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>時間外の投稿の一覧: on which ground, who found it necessary, and whether a telephone decision was countersigned (gx-10-2-0).</summary>
public sealed class OutOfHoursModel(ShiraseDb db, SignedInAccessor signedIn, OutOfHoursPosts register, RegulationLibrary library, IText text) : PageModel
{
    private static readonly string[] Columns = ["At", "Number", "Subject", "Unit", "Ground", "Reason", "Decider", "Means", "Standing", "Settled", "State", "Concerned", "Sender", "Terminal"];

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.OutOfHours.From")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Records.OutOfHours.To")]
    public DateOnly? To { get; set; }

    public IReadOnlyList<OutOfHoursPost> Posts { get; private set; } = [];

    public IReadOnlyDictionary<UnitId, Localized> Units { get; private set; } = new Dictionary<UnitId, Localized>();

    public CaseNames Names { get; private set; } = null!;

    public string CsvAddress => "/out-of-hours?handler=csv" + string.Concat(
        new[] { ("From", From), ("To", To) }.Where(d => d.Item2 is not null)
            .Select(d => $"&{d.Item1}={d.Item2?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return CsvFile.Of(
            "shirase-out-of-hours.csv",
            [.. Columns.Select(k => text[$"Records.OutOfHours.{k}"])],
            Posts.Select(p => (IReadOnlyList<string>)
            [
                Time(p.At), p.Application.Number, p.Application.Current.Content.Title, Unit(p), p.Ground.In(text.Language), Reason(p), Decider(p),
                Means(p), text[$"Records.OutOfHours.Standing.{p.Standing}"], Time(p.SettledAt), CaseStates.Of(p.Application.State).Word.In(text.Language),
                Concerned(p), Sender(p), p.Published?.Terminal ?? "",
            ]));
    }

    public string Unit(OutOfHoursPost post) => Units.TryGetValue(post.Application.Unit, out var unit) ? unit.In(text.Language) : "";

    /// <summary>The units that were consulted, or are still to be (is-2-5-a).</summary>
    public string Concerned(OutOfHoursPost post) => string.Join('、', (post.Application.Current.Content.RelatedUnits ?? [])
        .Select(u => Units.TryGetValue(new UnitId(u), out var unit) ? unit.In(text.Language) : "").Where(n => n.Length > 0));

    /// <summary>Who sent it; empty before it went out.</summary>
    public string Sender(OutOfHoursPost post) => post.Published is { } sent ? Names.Name(sent.OrderedBy).In(text.Language) : "";

    /// <summary>Why the next office hour is too late, or the facts of the case.</summary>
    public static string Reason(OutOfHoursPost post)
    {
        var content = post.Application.Current.Content;
        return content.GroundReason.Length > 0 ? content.GroundReason : content.Case is { } facts ? $"{facts.Summary}（{facts.Section}）" : "";
    }

    /// <summary>Who decided, and in which role; a deputy is marked.</summary>
    public string Decider(OutOfHoursPost post) => post.Decision is not { } d ? ""
        : $"{Names.Name(d.By).In(text.Language)}{(RoleOf(post, d) is { } role ? $"（{role.In(text.Language)}{(d.IsProxy ? text["Records.OutOfHours.Proxy"] : "")}）" : "")}";

    public string Means(OutOfHoursPost post) => post.Decision is not { } d ? "" : text[d.RecordedBy is null ? "Records.OutOfHours.OnScreen" : "Records.OutOfHours.ByTelephone"];

    public static string Look(NecessityStanding standing) => standing switch
    {
        NecessityStanding.Undecided => "deciding",
        NecessityStanding.ToConfirm => "waiting",
        NecessityStanding.Overdue => "urgent",
        NecessityStanding.Disowned => "rejected",
        NecessityStanding.OnScreen or NecessityStanding.Countersigned => "published",
        _ => "draft",
    };

    private Localized? RoleOf(OutOfHoursPost post, Decision decision) =>
        library.Find(post.Application.Regulation, post.Application.RegulationVersion)?.Role(decision.Role)?.Name;

    private static string Time(DateTimeOffset? at) => at?.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private async Task ReadAsync(CancellationToken ct)
    {
        Posts = ModelState.IsValid ? await register.ReadAsync(signedIn.Required.Body, From, To, ct) : [];
        Units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => new Localized(u.Name, u.NameEn), ct);
        Names = await CaseNames.ReadAsync(db, Posts.SelectMany(p => new[] { p.Decision?.By, p.Decision?.RecordedBy, p.Published?.OrderedBy }).OfType<StaffId>(), ct);
    }
}
