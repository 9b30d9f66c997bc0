using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Incidents;

/// <summary>トラブル: posts that were not sent from here, stopped accounts, and what the public must be told of them.</summary>
public sealed class IndexModel(IncidentsReader reader, StopNotices notices, ResumeAccount resume, ForeignPosts foreign, SignedInAccessor me, TimeProvider clock, IText text) : PageModel
{
    public IncidentsView Shown { get; private set; } = null!;

    /// <summary>What was tried, and the words that were typed for it; kept when it was refused.</summary>
    public (Guid Id, string Verb, string Words) Tried { get; private set; }

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return CsvFile.Of(
            "shirase-incidents.csv",
            [text["Incidents.Csv.Account"], text["Incidents.Csv.Posted"], text["Incidents.Csv.Seen"], text["Incidents.Csv.Address"], text["Incidents.Csv.Text"], text["Incidents.Csv.Owned"], text["Incidents.Csv.Why"]],
            Shown.Foreign.Select(f => (IReadOnlyList<string>)
            [
                f.Account.Handle, Time(f.Post.PostedAt), Time(f.Post.SeenAt), f.Post.Address, f.Post.Text,
                f.Post.OwnedBy is { } by ? $"{Time(f.Post.OwnedAt)} {Shown.Names.Name(by).In(text.Language)}" : "", f.Post.OwnedWhy,
            ]));
    }

    public async Task<IActionResult> OnPostOwnAsync(Guid id, string? why, CancellationToken ct) =>
        await AnswerAsync(id, "own", why, await foreign.OwnAsync(Who, id, why, ct), "Incidents.Owned", ct);

    public async Task<IActionResult> OnPostProveAsync(Guid id, Told told, string? address, CancellationToken ct) => !ModelState.IsValid ? BadRequest()
        : await AnswerAsync(id, $"prove-{told}", address, await notices.ProveAsync(Who, id, told, address, ct), "Incidents.Proved", ct);

    public async Task<IActionResult> OnPostPublishAsync(Guid id, Told told, string? words, CancellationToken ct) => !ModelState.IsValid ? BadRequest()
        : await AnswerAsync(id, $"publish-{told}", words, (await notices.PublishAsync(Who, id, told, words, ct)).Refusal, "Incidents.Published", ct);

    public async Task<IActionResult> OnPostPasswordAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, "password", null, await resume.ConfirmPasswordAsync(Who, id, ct), "Incidents.PasswordRecorded", ct);

    public async Task<IActionResult> OnPostAskAsync(Guid id, string? why, CancellationToken ct) =>
        await AnswerAsync(id, "ask", why, await resume.AskAsync(Who, id, why, ct), "Incidents.Asked", ct);

    public async Task<IActionResult> OnPostResumeAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, "resume", null, await resume.ConfirmAsync(Who, id, ct), "Incidents.Resumed", ct);

    public string TypedIn(Guid id, string verb, string otherwise) => Tried.Id == id && Tried.Verb == verb ? Tried.Words : otherwise;

    private async Task<IActionResult> AnswerAsync(Guid id, string verb, string? words, Refusal? refusal, string done, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[done], "/incidents");
        }

        Tried = (id, verb, words ?? "");
        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct) => Shown = await reader.ReadAsync(me.Required, clock.GetUtcNow(), ct);

    private static string Time(DateTimeOffset? at) => at?.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
