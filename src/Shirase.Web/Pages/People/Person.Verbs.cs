using Microsoft.AspNetCore.Mvc;
using Shirase.Core;
using Shirase.People;
using Shirase.Web.Registers;

namespace Shirase.Web.Pages.People;

/// <summary>The verbs of one person's page; each calls one use case.</summary>
public sealed partial class PersonModel
{
    public async Task<IActionResult> OnPostTransferAsync(Guid id, [FromServices] TransferStaff transfer, CancellationToken ct) =>
        Posting.Facts() is { } facts
            ? await AnswerAsync(id, "transfer", "People.Transferred", await transfer.RunAsync(Doer, new(id), facts, ct), ct)
            : await MissingAsync(id, "transfer", "Posting.From", ct);

    public async Task<IActionResult> OnPostLeaveAsync(Guid id, [FromServices] TransferStaff transfer, CancellationToken ct) =>
        Last is { } last
            ? await AnswerAsync(id, "leave", "People.Left", await transfer.LeaveAsync(Doer, new(id), last, ct), ct)
            : await MissingAsync(id, "leave", nameof(Last), ct);

    public async Task<IActionResult> OnPostAppointAsync(Guid id, [FromServices] Appoint appoint, CancellationToken ct)
    {
        if (Role.From is not { } from)
        {
            return await MissingAsync(id, "appoint", "Role.From", ct);
        }

        var (regulation, role) = Role.Split();
        var entered = await appoint.RunAsync(Doer, new(regulation, role, new(id), from, Role.To, Role.Basis ?? ""), ct);
        return await AnswerAsync(id, "appoint", "People.Appointed", entered.Refusal, ct);
    }

    public async Task<IActionResult> OnPostDeputyAsync(Guid id, [FromServices] RegisterDeputy deputies, CancellationToken ct)
    {
        if (Deputy.From is not { } from)
        {
            return await MissingAsync(id, "deputy", "Deputy.From", ct);
        }

        var (regulation, role) = Deputy.Split();
        UnitId? unit = Deputy.Unit is { } u ? new UnitId(u) : null;
        var entered = await deputies.RunAsync(
            Doer, new(regulation, role, unit, new(id), Deputy.Order, from, Deputy.To, Deputy.Basis ?? ""), ct);
        return await AnswerAsync(id, "deputy", "People.Deputised", entered.Refusal, ct);
    }

    public async Task<IActionResult> OnPostEndAppointmentAsync(Guid id, Guid entry, [FromServices] Appoint appoint, CancellationToken ct) =>
        Last is { } last
            ? await AnswerAsync(id, "", "People.Ended", await appoint.EndAsync(Doer, entry, last, ct), ct)
            : await MissingAsync(id, "", nameof(Last), ct);

    public async Task<IActionResult> OnPostEndDeputyAsync(Guid id, Guid entry, [FromServices] RegisterDeputy deputies, CancellationToken ct) =>
        Last is { } last
            ? await AnswerAsync(id, "", "People.Ended", await deputies.EndAsync(Doer, entry, last, ct), ct)
            : await MissingAsync(id, "", nameof(Last), ct);

    public async Task<IActionResult> OnPostRenameAsync(Guid id, [FromServices] RegisterStaff register, CancellationToken ct) =>
        await AnswerAsync(id, "", "People.Renamed", await register.RenameAsync(Doer, new(id), Names.Name ?? "", Names.NameEn ?? "", ct, Names.Mail ?? ""), ct);

    public async Task<IActionResult> OnPostPasswordAsync(Guid id, [FromServices] Credentials credentials, CancellationToken ct) =>
        await AnswerAsync(id, "password", "People.PasswordSet", await credentials.SetPasswordAsync(Doer, new(id), Password ?? "", ct), ct);

    private async Task<IActionResult> AnswerAsync(Guid id, string form, string done, Refusal? refusal, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[done], $"/people/{id}");
        }

        if (!await ShowAsync(id, ct))
        {
            return NotFound();
        }

        Opened = form;
        return this.Refused(refusal);
    }

    private async Task<IActionResult> MissingAsync(Guid id, string form, string field, CancellationToken ct)
    {
        if (!ModelState.ContainsKey(field) || ModelState[field]!.Errors.Count == 0)
        {
            ModelState.AddModelError(field, text["People.DayMissing"]);
        }

        Opened = form;
        return await ShowAsync(id, ct) ? Page() : NotFound();
    }
}
