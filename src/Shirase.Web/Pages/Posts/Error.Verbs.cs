using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>The acts of the panel, one verb each.</summary>
public sealed partial class ErrorModel
{
    public async Task<IActionResult> OnPostReportAsync([FromForm(Name = nameof(Said))] string? said, CancellationToken ct)
    {
        Said = said;
        return await AnswerAsync(await removing.ReportErrorAsync(Case, cases.Who, said ?? "", ct), "Correcting.Report.Done", ct);
    }

    public async Task<IActionResult> OnPostAcknowledgeAsync(Guid report, CancellationToken ct) =>
        await AnswerAsync(await removing.AnswerErrorAsync(Case, cases.Who, report, noError: false, null, ct), "Correcting.Acknowledge.Done", ct);

    public async Task<IActionResult> OnPostCloseAsync(Guid report, string? why, CancellationToken ct)
    {
        Typed = ("close", why);
        return await AnswerAsync(await removing.AnswerErrorAsync(Case, cases.Who, report, noError: true, why, ct), "Correcting.Close.Done", ct);
    }

    /// <summary>No further question: the page itself says what it does (gx-13-4-5).</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? kind, string? why, CancellationToken ct)
    {
        Typed = ("remove", why);
        var because = Enum.TryParse<RemovalKind>(kind, ignoreCase: true, out var given) && Enum.IsDefined(given) ? given : RemovalKind.Error;
        return await AnswerAsync(await removing.OrderAsync(Case, cases.Who, why, ct, because), "Correcting.Remove.Done", ct);
    }

    public async Task<IActionResult> OnPostByHandAsync(Guid delivery, [Bind(Prefix = nameof(Hand))] ByHandForm form, CancellationToken ct)
    {
        (Hand, Tried) = (form, delivery);
        if (ModelState.IsValid && form is { Day: { } day, Time: { } time })
        {
            var seenAt = new DateTimeOffset(day.ToDateTime(time), JapanTime.Offset);
            return await AnswerAsync(await removing.EnterByHandAsync(Case, cases.Who, new(delivery), seenAt, form.Seen, ct), "Correcting.Hand.Done", ct);
        }

        foreach (var (field, isMissing) in new[] { ("Hand.Day", form.Day is null), ("Hand.Time", form.Time is null) })
        {
            if (isMissing && ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid)
            {
                ModelState.AddModelError(field, text["Parts.ErrorMissing"]);
            }
        }

        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostWriteAsync([Bind(Prefix = nameof(Facts))] FactsForm form, CancellationToken ct)
    {
        Facts = form;
        return await AnswerAsync(await correcting.WriteAsync(Case, cases.Who, form.Given, ct), "Correcting.Facts.Done", ct, "#correction");
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken ct)
    {
        var begun = await correcting.ApplyAsync(Case, cases.Who, ct);
        if (!begun.IsDone)
        {
            return await AnswerAsync(begun.Refusal, "", ct);
        }

        TempData["Said"] = text["Correcting.Apply.Done"];
        return Redirect($"/posts/{begun.Value}/edit");
    }

    public async Task<IActionResult> OnPostAnnounceAsync(CancellationToken ct) =>
        await AnswerAsync(await correcting.AnnounceAsync(Case, cases.Who, ct), "Correcting.Announce.Done", ct, "#notice");

    public async Task<IActionResult> OnPostAbandonAsync(string? why, CancellationToken ct)
    {
        Typed = ("abandon", why);
        return await AnswerAsync(await correcting.AbandonAsync(Case, cases.Who, why, ct), "Correcting.Abandon.Done", ct, "#correction");
    }
}
