using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Web.Pages.Desk;

namespace Shirase.Web.Pages.Accounts;

// What may be done with a kept password; each act is refused by the use case, whatever the page shows
public sealed partial class PasswordModel
{
    /// <summary>Fills the field with a password that the document takes; nothing is kept yet.</summary>
    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Password = KeepPassword.Propose(Custody.Rules.Form);
        return Page();
    }

    public async Task<IActionResult> OnPostSetAsync(Guid id, [FromServices] KeepPassword keep, CancellationToken ct) =>
        await AnswerAsync(await keep.SetAsync(Person, new(id), Password, NowhereElse, ct), id, "Passwords.SetDone", ct);

    public async Task<IActionResult> OnPostOpenAsync(Guid id, [FromServices] OpenPassword open, CancellationToken ct)
    {
        var opened = await open.RunAsync(Person, new(id), Why, await TerminalAsync(ct), ct);
        if (opened.Value is not { } secret)
        {
            return await AnswerAsync(opened.Refusal, id, "", ct);
        }

        ModelState.Clear();
        (Opened, Why) = (secret, null);
        Response.Headers.CacheControl = "no-store";
        return await FindAsync(id, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostNameAsync(Guid id, [FromServices] NamePasswordHolders holders, CancellationToken ct) =>
        await AnswerAsync(await holders.NameAsync(Person, new(id), StaffOf(Holder), HolderWhy, ct), id, "Passwords.Named", ct);

    public async Task<IActionResult> OnPostEndHolderAsync(Guid id, Guid holder, [FromServices] NamePasswordHolders holders, CancellationToken ct) =>
        await AnswerAsync(await holders.EndAsync(Person, new(id), holder, ct), id, "Passwords.HolderEnded", ct);

    public async Task<IActionResult> OnPostAskAsync(Guid id, [FromServices] PrintPassword print, CancellationToken ct) =>
        await AnswerAsync((await print.AskAsync(Person, new(id), PaperWhy, StaffOf(Keeper), Place, ct)).Refusal, id, "Passwords.Asked", ct);

    public async Task<IActionResult> OnPostAgreeAsync(Guid id, Guid paper, [FromServices] PrintPassword print, CancellationToken ct) =>
        await AnswerAsync(await print.AgreeAsync(Person, paper, ct), id, "Passwords.Agreed", ct);

    public async Task<IActionResult> OnPostPrintAsync(Guid id, Guid paper, [FromServices] PrintPassword print, CancellationToken ct)
    {
        var printed = await print.PrintAsync(Person, paper, await TerminalAsync(ct), ct);
        if (printed.Value is not { } secret)
        {
            return await AnswerAsync(printed.Refusal, id, "", ct);
        }

        Response.Headers.CacheControl = "no-store";
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Sheet = (await db.PasswordPapers.AsNoTracking().SingleAsync(p => p.Id == paper, ct), secret);
        return Page();
    }

    public async Task<IActionResult> OnPostDestroyAsync(Guid id, Guid paper, [FromServices] PrintPassword print, CancellationToken ct) =>
        await AnswerAsync(await print.DestroyAsync(Person, paper, StaffOf(Witness), ct), id, "Passwords.DestroyedDone", ct);

    private async Task<string?> TerminalAsync(CancellationToken ct) =>
        await terminals.TerminalAsync(HttpContext, me.Required, reader.Now, ct) ?? HttpContext.Connection.RemoteIpAddress?.ToString();

    private static StaffId? StaffOf(string? chosen) => Guid.TryParse(chosen, out var id) ? new StaffId(id) : null;
}
