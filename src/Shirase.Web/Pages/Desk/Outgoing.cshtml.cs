using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Storage.Instances;
using Shirase.Web.Posts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Desk;

/// <summary>発信予定一覧: everything that will go out, how long until then, and the switch that stops it all (一斉停止).</summary>
public sealed partial class OutgoingModel(
    ShiraseDb db, SignedInAccessor signedIn, Publishing publishing, Freezing freezing, Holding holding, OpenInstance opening, RegulationLibrary library, IText text, TimeProvider clock)
    : PageModel
{
    private static readonly string[] Stopping = ["pr-officer", "operation-officer", "operation-manager"];

    private static readonly string[] Columns = ["Due", "Number", "Subject", "Account", "Channel", "State", "NextTry"];

    public IReadOnlyList<SentItem> Items { get; private set; } = [];

    public IReadOnlyList<OfficialAccount> Accounts { get; private set; } = [];

    public IReadOnlyList<PublishFreeze> Freezes { get; private set; } = [];

    public CaseNames Names { get; private set; } = null!;

    /// <summary>Why the installation sends nothing, or null.</summary>
    public Instance? Closed { get; private set; }

    public DateTimeOffset Now { get; private set; }

    public bool MayFreeze { get; private set; }

    public bool MayAskToResume { get; private set; }

    public bool MayResume { get; private set; }

    public bool MayOpen { get; private set; }

    public bool Publishes { get; private set; }

    [Display(Name = "Desk.Outgoing.FreezeReason")]
    public string? Why { get; set; }

    private Who Me => new(signedIn.Required.Staff, signedIn.Required.Body);

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return CsvFile.Of(
            "shirase-outgoing.csv",
            [.. Columns.Select(k => text[$"Desk.Outgoing.{k}"])],
            Items.Select(i => (IReadOnlyList<string>)
            [
                Time(i.Delivery.DueAt), i.Application.Number, i.Subject, i.Account.DisplayName, i.Delivery.Channel,
                CaseStates.Of(i.Delivery.State).Word.In(text.Language), Time(i.Delivery.NextTryAt),
            ]));
    }

    public OfficialAccount? AccountOf(PublishFreeze freeze) => Accounts.FirstOrDefault(a => a.Id == freeze.Account);

    public bool IsFrozen(OfficialAccount account) => Freezes.Any(f => f.Stops(account.Id));

    /// <summary>How long until it goes out, as people say it; how late it is when the time is over.</summary>
    public string Left(PostDelivery delivery)
    {
        var left = delivery.DueAt - Now;
        var words = Words(left.Duration());
        return left < TimeSpan.Zero ? text["Desk.Outgoing.Late", words] : words;
    }

    private string Words(TimeSpan time) => time.TotalDays >= 1 ? text["Desk.Outgoing.Days", time.Days, time.Hours]
        : time.TotalHours >= 1 ? text["Desk.Outgoing.Hours", time.Hours, time.Minutes]
        : text["Desk.Outgoing.Minutes", (int)time.TotalMinutes];

    private static string Time(DateTimeOffset? at) => at?.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private async Task ShowAsync(CancellationToken ct)
    {
        Now = clock.GetUtcNow().Truncated();
        var seats = signedIn.Required.Seats;
        MayFreeze = seats.Any(s => Stopping.Contains(s.Role)) || seats.Any(s => s.Role == Core.People.SystemRole.Administrator);
        MayAskToResume = seats.Any(s => Stopping.Contains(s.Role));
        MayResume = seats.Any(s => s.Role is "operation-officer" or "operation-manager");
        MayOpen = seats.Any(s => s is { Regulation: Core.People.Appointment.System, Role: Core.People.SystemRole.Administrator });
        Publishes = seats.Any(s => s is { Role: "pr-officer", IsDeputy: false });
        Items = await new DeskBoard(db, publishing, library, signedIn.Required.UnitsOf("pr-officer", "operation-officer", "operation-manager")).SentAsync(
            db.Deliveries.Where(d => d.State == DeliveryState.Scheduled || d.State == DeliveryState.Sending || d.State == DeliveryState.Unknown || d.State == DeliveryState.Held)
                .OrderBy(d => d.DueAt).ThenBy(d => d.Id), ct);
        Accounts = await db.Accounts.AsNoTracking().Where(a => a.State == AccountState.Active).OrderBy(a => a.DisplayName).ToListAsync(ct);
        Freezes = await db.Freezes.AsNoTracking().Where(f => f.ResumedAt == null).OrderBy(f => f.At).ToListAsync(ct);
        Names = await CaseNames.ReadAsync(db, Freezes.SelectMany(f => new[] { f.By, f.ResumeAskedBy }).OfType<StaffId>(), ct);
        Closed = await db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.ClosedAt != null, ct);
    }
}
