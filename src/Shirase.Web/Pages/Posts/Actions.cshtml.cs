using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>The applicant's verbs on a case. The case page shows the forms; this page answers them, and shows a refused one again.</summary>
public sealed class ActionsModel(
    ShiraseDb db, CaseReader reader, Drafting drafting, Deciding deciding, Consulting consulting, Concerning concerning, Removing removing, PressReleases releases, LookingAtWebsite website, WithdrawingConsent withdrawing, Continuing continuing,
    SignedInAccessor signedIn, IText text)
    : PageModel
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public ApplicantActions Actions { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public string Subject { get; private set; } = "";

    private PostApplicationId Case => new(Id);

    private Who Who => new(signedIn.Required.Staff, signedIn.Required.Body);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct);

    public async Task<IActionResult> OnPostConfirmAsync(string? attestation, bool alone, string? why, CancellationToken ct) =>
        await AnswerAsync(await drafting.ConfirmAsync(Case, Who, attestation ?? "", alone, why?.Trim(), ct), "Actions.Said.Confirmed", ct);

    public async Task<IActionResult> OnPostRecallAsync(CancellationToken ct) =>
        await AnswerAsync(await drafting.RecallAsync(Case, Who, ct), "Actions.Said.Recalled", ct);

    public async Task<IActionResult> OnPostWithdrawAsync(string? why, CancellationToken ct) =>
        await AnswerAsync(TooLong(why) ?? await drafting.WithdrawAsync(Case, Who, why, ct), "Actions.Said.Withdrawn", ct);

    public async Task<IActionResult> OnPostAnswerWordingAsync(bool accepts, string? why, CancellationToken ct) =>
        await AnswerAsync(
            TooLong(why) ?? await consulting.AnswerWordingAsync(Case, Who, accepts, why, ct), accepts ? "Actions.Said.Accepted" : "Actions.Said.Declined", ct);

    public async Task<IActionResult> OnPostDispatchAsync(string? why, CancellationToken ct) =>
        await AnswerAsync(TooLong(why) ?? await deciding.DispatchAsync(Case, Who, why?.Trim(), ct), "Actions.Said.Dispatched", ct);

    /// <summary>続きの投稿: an application that will stand under this one (is-3-5-a).</summary>
    public async Task<IActionResult> OnPostContinueAsync(CancellationToken ct)
    {
        var begun = await continuing.BeginAsync(Case, Who, ct);
        return begun.Refusal is null ? Redirect($"/posts/{begun.Value}/edit") : await AnswerAsync(begun.Refusal, "", ct);
    }

    public async Task<IActionResult> OnPostReportErrorAsync([FromForm(Name = "Text")] string? said, CancellationToken ct) =>
        await AnswerAsync(await removing.ReportErrorAsync(Case, Who, said ?? "", ct), "Actions.Said.Reported", ct);

    public async Task<IActionResult> OnPostConsultAsync(string? question, CancellationToken ct) =>
        await AnswerAsync(await consulting.ConsultAsync(Case, Who, question ?? "", ct), "Actions.Said.Consulted", ct);

    public async Task<IActionResult> OnPostConfirmConsultationAsync(Guid consultation, string? outcome, CancellationToken ct) =>
        await AnswerAsync(
            TooLong(outcome) ?? await consulting.ConfirmConsultationAsync(Case, Who, consultation, outcome ?? "", ct), "Actions.Said.Agreed", ct);

    public Task<IActionResult> OnPostPressReleaseAsync([Bind(Prefix = "Release")] ReleaseForm form, CancellationToken ct) =>
        AtAsync(form, at => releases.RecordAsync(Case, Who, at, form.Document, ct, form.Says), "Actions.Said.Released", ct);

    public Task<IActionResult> OnPostPlanReleaseAsync([Bind(Prefix = "Release")] ReleaseForm form, CancellationToken ct) =>
        AtAsync(form, at => releases.PlanAsync(Case, Who, at, form.Document, ct), "Actions.Said.ReleasePlanned", ct);

    /// <summary>A related unit answers the consultation (is-2-5-b).</summary>
    public async Task<IActionResult> OnPostAnswerUnitAsync(Guid unit, string? result, string? remark, CancellationToken ct) =>
        await AnswerAsync(TooLong(remark) ?? await concerning.AnswerAsync(Case, Who, new(unit), result ?? "", remark, ct), "Actions.Said.UnitAnswered", ct);

    /// <summary>A consultation by telephone is written down; the call was today, or yesterday where the hour lies ahead.</summary>
    public async Task<IActionResult> OnPostNoteCallAsync([Bind(Prefix = "Call")] NotedCallForm form, CancellationToken ct)
    {
        var parts = (form.With ?? "").Split('/');
        if (parts.Length != 2 || !Guid.TryParse(parts[0], out var unit) || !Guid.TryParse(parts[1], out var with) || form.Time is not { } time)
        {
            return await AnswerAsync(new CallIsIncomplete(), "", ct, call: form);
        }

        var now = reader.Now;
        var at = new DateTimeOffset(now.JapanDay().ToDateTime(time), JapanTime.Offset);
        return await AnswerAsync(
            TooLong(form.Remark) ?? await concerning.NoteCallAsync(Case, Who, new(unit), new(with), at > now ? at.AddDays(-1) : at, form.Result ?? "", form.Remark, ct),
            "Actions.Said.CallNoted", ct, call: form);
    }

    /// <summary>上申.</summary>
    public async Task<IActionResult> OnPostSendUpAsync(string? why, CancellationToken ct) =>
        await AnswerAsync(TooLong(why) ?? await concerning.SendUpAsync(Case, Who, why, ct), "Actions.Said.SentUp", ct);

    public async Task<IActionResult> OnPostSettlePressAsync(string? why, CancellationToken ct) =>
        await AnswerAsync(TooLong(why) ?? await releases.SettleAsync(Case, Who, why, ct), "Actions.Said.PressSettled", ct);

    /// <summary>Somebody shown in an image took the consent back (to-2-3-c).</summary>
    public async Task<IActionResult> OnPostWithdrawConsentAsync(Guid media, string? why, CancellationToken ct)
    {
        var withdrawn = await withdrawing.RunAsync(Case, Who, media, why, ct);
        return await AnswerAsync(withdrawn.Refusal, withdrawn.Value > 0 ? "Actions.Said.ConsentWithdrawn" : "Actions.Said.ConsentNoted", ct);
    }

    public async Task<IActionResult> OnPostLookAtWebsiteAsync(CancellationToken ct) =>
        await AnswerAsync(await website.AskAsync(Case, Who, ct), "Case.Website.Looked", ct);

    public async Task<IActionResult> OnPostGoWithoutWebsiteAsync(string? why, CancellationToken ct) =>
        await AnswerAsync(TooLong(why) ?? await website.GoWithoutAsync(Case, Who, why, ct), "Case.Website.WithoutDone", ct);

    private async Task<IActionResult> AtAsync(ReleaseForm form, Func<DateTimeOffset, Task<Refusal?>> act, string said, CancellationToken ct)
    {
        if (form.Day is { } day && form.Time is { } time && ModelState.IsValid)
        {
            return await AnswerAsync(await act(new DateTimeOffset(day.ToDateTime(time), JapanTime.Offset)), said, ct, form);
        }

        foreach (var (field, isMissing) in new[] { ("Release.Day", form.Day is null), ("Release.Time", form.Time is null) })
        {
            if (isMissing && ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid)
            {
                ModelState.AddModelError(field, text["Parts.ErrorMissing"]);
            }
        }

        return await ShowAsync(ct, form);
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string said, CancellationToken ct, ReleaseForm? release = null, NotedCallForm? call = null)
    {
        if (refusal is null)
        {
            TempData["Said"] = text[said];
            return Redirect($"/posts/{Id}");
        }

        ViewData["Refused"] = refusal;
        return await ShowAsync(ct, release, call);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct, ReleaseForm? release = null, NotedCallForm? call = null)
    {
        db.Forget();
        if (await reader.OpenAsync(Case, ct) is not { } open || !open.IsVisibleTo(signedIn.Required.Staff))
        {
            return NotFound();
        }

        (Number, Subject) = (open.Application.Number, open.Application.Current.Content.Title);
        Actions = ApplicantActions.Of(open, signedIn.Required, reader.Now) with { Typed = Typed() };
        Actions = await Actions.WithPartnersAsync(db, open, ct) with { Call = call ?? new() };
        Actions = release is null ? Actions : Actions with { Release = release };
        return Page();
    }

    private Dictionary<string, string> Typed() => Request.HasFormContentType
        ? Request.Form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.OrdinalIgnoreCase)
        : new(StringComparer.Ordinal);

    private static EntryTooLong? TooLong(string? typed) =>
        typed?.Length > Drafting.MaxField ? new EntryTooLong("理由", "the reason", Drafting.MaxField) : null;
}

public sealed record CallIsIncomplete() : Refusal(new Localized(
    "相手方と電話の時刻を入力してください。", "Enter who it was and when."));
