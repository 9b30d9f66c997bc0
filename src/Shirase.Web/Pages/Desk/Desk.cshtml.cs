using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Parts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Desk;

/// <summary>発信: what may go out, what waits, what stands, what is wrong. Only PR officers act (gx-11-1, gx-14-1-1).</summary>
public sealed partial class DeskModel(
    ShiraseDb db,
    SignedInAccessor signedIn,
    Publishing publishing,
    Rescheduling rescheduling,
    Removing removing,
    AskTerminalOverride asking,
    TerminalIdentity terminals,
    RegulationLibrary library,
    IText text,
    TimeProvider clock) : PageModel
{
    private DateTimeOffset now;

    /// <summary>The terminal or permission this request comes under, or null.</summary>
    public string? Terminal { get; private set; }

    /// <summary>True where the document asks for a registered terminal (gx-11-2); the prefectures' do not.</summary>
    public bool AsksTerminal { get; private set; }

    /// <summary>True when publishing may be ordered from this device.</summary>
    public bool IsAtTheRightDevice => Terminal is not null || !AsksTerminal;

    public bool Acts { get; private set; }

    public bool MayPermit { get; private set; }

    public IReadOnlyList<ReadyItem> Ready { get; private set; } = [];

    public IReadOnlyList<SentItem> Scheduled { get; private set; } = [];

    public IReadOnlyList<SentItem> Held { get; private set; } = [];

    public IReadOnlyList<SentItem> Waiting { get; private set; } = [];

    public IReadOnlyList<SentItem> Sent { get; private set; } = [];

    public IReadOnlyList<ReportItem> Reports { get; private set; } = [];

    /// <summary>The day whose messages stand under 発信済み.</summary>
    public DateOnly SentOn { get; private set; }

    public DateOnly Today => now.JapanDay();

    /// <summary>What a held message is offered: a quarter of an hour from now.</summary>
    public DateTimeOffset NextHour => now.AddMinutes(15 - (now.Minute % 5));

    /// <summary>What was pressed without the confirmation, on a browser without scripts.</summary>
    public (string Verb, Guid Case)? ToConfirm { get; private set; }

    /// <summary>Application or delivery whose form was refused: only its form shows what was typed.</summary>
    public Guid? Tried { get; private set; }

    /// <summary>The words of the act that was refused or is to be confirmed.</summary>
    public (string Verb, Guid Item, string? Words)? Typed { get; private set; }

    public string? TypedIn(string verb, Guid item) => Typed is { } t && t.Verb == verb && t.Item == item ? t.Words : null;

    public WhenForm When { get; set; } = new();

    public ReasonForm Asked { get; set; } = new();

    private Who Me => new(signedIn.Required.Staff, signedIn.Required.Body);

    public Task OnGetAsync(DateOnly? day, CancellationToken ct) => ShowAsync(day, ct);

    public IReadOnlyList<GateView> Views(IReadOnlyList<GateLine> lines) =>
        [.. lines.Select(l => new GateView(
            DocumentWords.Say(text["Desk.GateLine", l.Title.In(text.Language), l.Detail.In(text.Language)]), l.Passed, l.Clause, l.Mend is { } mend ? DocumentWords.Say(mend.In(text.Language)) : null))];

    /// <summary>Form state for every item that was not tried.</summary>
    public ViewDataDictionary FormOf(Guid id, DateTimeOffset proposal)
    {
        var isTried = Tried == id;
        var form = isTried ? When : new WhenForm { Day = proposal.JapanDay(), Time = TimeOnly.FromTimeSpan(proposal.InJapan().TimeOfDay) };
        var data = new ViewDataDictionary(MetadataProvider, isTried ? ModelState : new ModelStateDictionary()) { Model = form };
        data.TemplateInfo.HtmlFieldPrefix = nameof(When);
        data["Item"] = id;
        return data;
    }

    /// <summary>True where the case's document promised hours to the public, outside which the sender says why (is-t-1-4).</summary>
    public bool AsksHours(PostApplication application) => library.Find(application.Regulation, application.RegulationVersion) is { } asked && (asked.Gate("promised-hours") is not null || asked.Gate("recognition") is not null);

    /// <summary>How the page calls the reason that the case's document may ask of the sender.</summary>
    public string WhyKeyOf(PostApplication application) =>
        library.Find(application.Regulation, application.RegulationVersion)?.Gate("recognition") is null ? "Desk.WhyNow" : "Desk.WhyLate";

    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken ct)
    {
        ViewData["Refused"] = refusal;
        db.Forget();
        await ShowAsync(null, ct);
        return Page();
    }

    private RedirectResult Done(string said, string at)
    {
        TempData["Said"] = said;
        return Redirect($"/desk#{at}");
    }

    private async Task ShowAsync(DateOnly? day, CancellationToken ct)
    {
        await LookAsync(ct);
        SentOn = day ?? Today;
        var (from, to) = (JapanTime.StartOf(SentOn).ToUniversalTime(), JapanTime.StartOf(SentOn.AddDays(1)).ToUniversalTime());
        var board = new DeskBoard(db, publishing, library, signedIn.Required.UnitsOf("pr-officer", "operation-officer", "operation-manager"));
        var all = db.Deliveries.AsQueryable();
        Scheduled = await board.SentAsync(all.Where(d => d.State == DeliveryState.Scheduled).OrderBy(d => d.DueAt), ct);
        Held = await board.SentAsync(all.Where(d => d.State == DeliveryState.Held || d.State == DeliveryState.Refused).OrderBy(d => d.DueAt), ct);
        Waiting = await board.SentAsync(
            all.Where(d => d.State == DeliveryState.Sending || d.State == DeliveryState.Unknown || d.State == DeliveryState.Removing).OrderBy(d => d.DueAt), ct);
        Sent = await board.SentAsync(
            all.Where(d => (d.State == DeliveryState.Published || d.State == DeliveryState.Removed) && d.PublishedAt >= from && d.PublishedAt < to)
                .OrderByDescending(d => d.PublishedAt), ct);
        Reports = await board.ReportsAsync(ct);
        db.ChangeTracker.Clear();
        Ready = await board.ReadyAsync(Me, Terminal, Acts, now, ct);
    }

    private async Task LookAsync(CancellationToken ct)
    {
        now = clock.GetUtcNow().Truncated();
        var person = signedIn.Required;
        Acts = person.Seats.Any(s => s is { Role: "pr-officer", IsDeputy: false });
        MayPermit = person.Seats.Any(s => s.Role == "operation-officer");
        AsksTerminal = person.Seats.Where(s => s.Role == "pr-officer").Any(s => library.InForce(s.Regulation, now.JapanDay())?.Gate("terminal") is not null);
        Terminal = await terminals.TerminalAsync(HttpContext, person, now, ct);
    }

    // Most channels answer within a second: whoever ordered it should see the outcome, not a promise
    private async Task<IReadOnlyList<PostDelivery>> OutcomeAsync(PostApplicationId id, CancellationToken ct)
    {
        for (var i = 0; ; i++)
        {
            var rows = await db.Deliveries.AsNoTracking().Where(d => d.Application == id).ToListAsync(ct);
            if (i == 30 || !rows.Exists(d => d.State is DeliveryState.Sending or DeliveryState.Removing
                || (d.State == DeliveryState.Scheduled && d.DueAt <= clock.GetUtcNow())))
            {
                return rows;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
        }
    }
}
