using Microsoft.AspNetCore.Mvc;
using Shirase.Core;

namespace Shirase.Web.Pages.Posts;

public sealed partial class DecisionModel
{
    public async Task<IActionResult> OnPostApproveAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(id, await deciding.ApproveAsync(new(id), cases.Who, Form.Confirmed ?? [], Form.Opinion, Form.Seen, ct), "Deciding.Said.Approved", ct);

    public async Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(id, await deciding.ReturnAsync(new(id), cases.Who, Form.ReasonCode ?? "", Form.Opinion, ct), "Deciding.Said.Returned", ct);

    public async Task<IActionResult> OnPostRejectAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(id, await deciding.RejectAsync(new(id), cases.Who, Form.ReasonCode ?? "", Form.Opinion, ct), "Deciding.Said.Rejected", ct);

    public async Task<IActionResult> OnPostAssignAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(id, await deciding.AssignAsync(new(id), cases.Who, Form.Opinion, ct), "Deciding.Said.Assigned", ct);

    public async Task<IActionResult> OnPostHoldAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(id, await deciding.HoldAsync(new(id), cases.Who, Manager.Why, ct), "Deciding.Said.HoldChanged", ct);

    public async Task<IActionResult> OnPostOverruleAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(id, await deciding.OverruleAsync(new(id), cases.Who, Manager.Why, ct), "Deciding.Said.Overruled", ct);

    public async Task<IActionResult> OnPostReexamineAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(id, await deciding.ReexamineAsync(new(id), cases.Who, Manager.Why, ct), "Deciding.Said.Reexamined", ct);

    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(
            id, await consulting.ProposeWordingAsync(new(id), cases.Who, Wording.Subject ?? "", Wording.Body ?? "", Wording.Why, ct), "Deciding.Said.Proposed", ct);

    public async Task<IActionResult> OnPostConsultAsync(Guid id, CancellationToken ct) => !ModelState.IsValid
        ? await TooLongAsync(id, ct)
        : await AnswerAsync(id, await consulting.ConsultAsync(new(id), cases.Who, Consultation.Question ?? "", ct), "Deciding.Said.Consulted", ct);

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(
            id, await consulting.ConfirmConsultationAsync(new(id), cases.Who, Consultation.Id, Consultation.Outcome ?? "", ct), "Deciding.Said.Agreed", ct);

    public async Task<IActionResult> OnPostTelephoneAsync(Guid id, CancellationToken ct)
    {
        if (!ModelState.IsValid || Call.Day is not { } day || Call.Time is not { } time || Call.Decider is not { } decider)
        {
            Missing("Call.Day", Call.Day is null);
            Missing("Call.Time", Call.Time is null);
            Missing("Call.Decider", Call.Decider is null);
            return await TooLongAsync(id, ct);
        }

        var at = new DateTimeOffset(day.ToDateTime(time), JapanTime.Offset).ToUniversalTime();
        return await AnswerAsync(
            id, await deciding.RecordTelephoneDecisionAsync(new(id), cases.Who, new(decider), at, Call.Why, ct), "Deciding.Said.Telephone", ct);
    }

    private void Missing(string field, bool isMissing)
    {
        if (isMissing && ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            ModelState.AddModelError(field, text["Parts.ErrorMissing"]);
        }
    }
}
