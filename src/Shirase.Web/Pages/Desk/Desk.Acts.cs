using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Web.Pages.Desk;

/// <summary>The acts of the desk, one verb each.</summary>
public sealed partial class DeskModel
{
    public async Task<IActionResult> OnPostPublishAsync(Guid id, string? confirmed, string? why, CancellationToken ct)
    {
        Typed = ("publish", id, why);
        if (confirmed != "yes")
        {
            return await AskAsync("publish", id, ct);
        }

        await LookAsync(ct);
        return await publishing.OrderAsync(new(id), Me, Terminal, null, ct, why) is { } refusal
            ? await RefusedAsync(refusal, ct)
            : await ToldAsync(id, ct);
    }

    public async Task<IActionResult> OnPostScheduleAsync(Guid id, string? why, [Bind(Prefix = nameof(When))] WhenForm form, CancellationToken ct)
    {
        Typed = ("publish", id, why);
        if (await TimeAsync(id, form, ct) is not { } at)
        {
            return Page();
        }

        return await publishing.OrderAsync(new(id), Me, Terminal, at, ct, why) is { } refusal
            ? await RefusedAsync(refusal, ct)
            : Done(text["Desk.Scheduled.Done", Words.OfficeTime.DayAndTime(at, text.Language)], "scheduled");
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid id, Guid delivery, CancellationToken ct) =>
        await publishing.CancelAsync(new(id), Me, new(delivery), ct) is { } refusal
            ? await RefusedAsync(refusal, ct)
            : Done(text["Desk.Cancel.Done"], "ready");

    /// <summary>Now when no time is chosen.</summary>
    public async Task<IActionResult> OnPostResendAsync(Guid id, Guid delivery, string? when, string? why, [Bind(Prefix = nameof(When))] WhenForm form, CancellationToken ct)
    {
        Typed = ("publish", delivery, why);
        DateTimeOffset? at = null;
        if (when == "later")
        {
            at = await TimeAsync(delivery, form, ct);
            if (at is null)
            {
                return Page();
            }
        }
        else
        {
            ModelState.Clear();
            await LookAsync(ct);
        }

        return await rescheduling.OrderAsync(new(id), Me, new(delivery), Terminal, at, ct, why) is { } refusal ? await RefusedAsync(refusal, ct)
            : at is { } later ? Done(text["Desk.Scheduled.Done", Words.OfficeTime.DayAndTime(later, text.Language)], "scheduled")
            : await ToldAsync(id, ct);
    }

    /// <summary>One confirmation and nothing else; any managed device, any hour (gx-13-4-5).</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, string? confirmed, string? why, CancellationToken ct)
    {
        Typed = ("remove", id, why);
        if (confirmed != "yes")
        {
            return await AskAsync("remove", id, ct);
        }

        return await removing.OrderAsync(new(id), Me, why, ct) is { } refusal
            ? await RefusedAsync(refusal, ct)
            : await ToldAsync(id, ct);
    }

    public async Task<IActionResult> OnPostAcknowledgeAsync(Guid id, Guid report, CancellationToken ct) =>
        await removing.AnswerErrorAsync(new(id), Me, report, noError: false, null, ct) is { } refusal
            ? await RefusedAsync(refusal, ct)
            : Done(text["Desk.Acknowledge.Done"], "reports");

    public async Task<IActionResult> OnPostCloseReportAsync(Guid id, Guid report, string? why, CancellationToken ct)
    {
        Typed = ("close", report, why);
        return await removing.AnswerErrorAsync(new(id), Me, report, noError: true, why, ct) is { } refusal
            ? await RefusedAsync(refusal, ct)
            : Done(text["Desk.Close.Done"], "reports");
    }

    public async Task<IActionResult> OnPostAskOverrideAsync([Bind(Prefix = nameof(Asked))] ReasonForm form, CancellationToken ct)
    {
        Asked = form;
        var person = signedIn.Required;
        var regulation = person.Seats.First(s => s is { Role: "pr-officer", IsDeputy: false }).Regulation;
        return await asking.RunAsync(person.Body, regulation, person.Name, person.Act(clock.GetUtcNow().Truncated(), form.Why), ct) is { } refusal
            ? await RefusedAsync(refusal, ct)
            : Done(text["Desk.Override.Asked"], "main");
    }

    private async Task<IActionResult> AskAsync(string verb, Guid id, CancellationToken ct)
    {
        ToConfirm = (verb, id);
        await ShowAsync(null, ct);
        return Page();
    }

    private async Task<DateTimeOffset?> TimeAsync(Guid item, WhenForm form, CancellationToken ct)
    {
        (Tried, When) = (item, form);
        if (ModelState.IsValid && form is { Day: { } day, Time: { } time })
        {
            await LookAsync(ct);
            return new DateTimeOffset(day.ToDateTime(time), JapanTime.Offset);
        }

        await ShowAsync(null, ct);
        return null;
    }

    private async Task<IActionResult> ToldAsync(Guid id, CancellationToken ct)
    {
        var rows = await OutcomeAsync(new(id), ct);
        var (said, at) = rows switch
        {
            _ when rows.Any(d => d.State is DeliveryState.Held or DeliveryState.Refused) => ("Desk.Outcome.Held", "held"),
            _ when rows.Any(d => d.State == DeliveryState.Removing) => ("Desk.Outcome.Removing", "waiting"),
            _ when rows.Any(d => d.State is DeliveryState.Sending or DeliveryState.Unknown or DeliveryState.Scheduled) => ("Desk.Outcome.Waiting", "waiting"),
            _ when rows.Any(d => d.State == DeliveryState.Published) => ("Desk.Outcome.Published", "sent"),
            _ => ("Desk.Outcome.Removed", "sent"),
        };
        return Done(text[said], at);
    }
}

/// <summary>When it shall go out.</summary>
public sealed class WhenForm
{
    [Required, Display(Name = "Desk.When.Day")]
    public DateOnly? Day { get; set; }

    [Required, Display(Name = "Desk.When.Time")]
    public TimeOnly? Time { get; set; }
}

public sealed class ReasonForm
{
    [Display(Name = "Desk.Override.Why")]
    public string? Why { get; set; }
}
