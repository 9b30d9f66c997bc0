using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Posts.Documents;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>The verbs of the application form, the same for a new one and a stored one.</summary>
public abstract class FormPage(FormTools tools) : PageModel
{
    [BindProperty(Name = "")]
    public PostForm Form { get; set; } = new();

    public FormView? Shown { get; protected set; }

    protected FormTools Tools => tools;

    protected SignedIn Person => tools.SignedIn.Required;

    protected Who Who => new(Person.Staff, Person.Body);

    /// <summary>The id of the draft, stored or not.</summary>
    protected abstract PostApplicationId Draft { get; }

    protected abstract string Address { get; }

    /// <summary>下書きを保存.</summary>
    public async Task<IActionResult> OnPostSaveAsync(CancellationToken ct) =>
        await KeepAsync(ct) is { } refusal ? await RefusedAsync(refusal, Stage.Draft, ct) : Said("Drafting.Saved");

    /// <summary>決裁に回す: saves, and files what was saved.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken ct)
    {
        if (await KeepAsync(ct) is { } notKept)
        {
            return await RefusedAsync(notKept, Stage.Draft, ct);
        }

        // Nobody has to press 対象を確認 first; what cannot be read is named by the checks
        if ((await OpenAsync(ct))?.Application.Current.Content.Repost is { Seen: false, Address.Length: > 0 })
        {
            await SeeTargetAsync(ct);
        }

        var filing = await tools.Filing.FileAsync(Draft, Who, Form, ct);
        if (filing is Core.People.ReadingIsDue unread)
        {
            // What was typed is saved; the text to be read comes first (gx-15-1-1)
            TempData["Said"] = unread.Text.In(tools.Text.Language);
            return Redirect($"/readings?back=/posts/{Draft}/edit");
        }

        if (filing is not null)
        {
            Form.FullCheck = true;
            return await RefusedAsync(filing, Stage.Submit, ct);
        }

        TempData["Said"] = tools.Text["Drafting.Filed"];
        return Redirect($"/posts/{Draft}");
    }

    /// <summary>点検する: the page anew, or its moving parts for the script. Saves nothing.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken ct)
    {
        var live = Request.Headers.ContainsKey("X-Requested-With");
        Form.FullCheck |= !live;
        await ShowAsync(Form.FullCheck ? Stage.Submit : Stage.Draft, ct, live);
        return Shown is null ? await RefusedAsync(await tools.Drafting.NoneGovernsAsync(Person.Body, ct), Stage.Draft, ct) : live ? Partial("_Checked", Shown.Checked) : Page();
    }

    /// <summary>Saving while one writes; answers in JSON for the script.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken ct)
    {
        switch (await KeepAsync(ct))
        {
            case ChangedMeanwhile:
                return StatusCode(StatusCodes.Status409Conflict);
            case { } refusal:
                return new JsonResult(new { said = refusal.Text.In(tools.Text.Language) }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
            default:
                var version = (await OpenAsync(ct))!.Application.Revision;
                var clock = tools.Reader.Now.InJapan().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
                return new JsonResult(new { said = tools.Text["Drafting.SavedAt", clock], version });
        }
    }

    /// <summary>One more row for another document.</summary>
    public async Task<IActionResult> OnPostMoreAsync(CancellationToken ct)
    {
        Form.Related.Add(new RelatedForm());
        await ShowAsync(Stage.Draft, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAttachAsync(IFormFile? upload, CancellationToken ct)
    {
        if (upload is null || upload.Length == 0)
        {
            return await RefusedAsync(new NoFileChosen(), Stage.Draft, ct);
        }

        if (await KeepAsync(ct) is { } notKept)
        {
            return await RefusedAsync(notKept, Stage.Draft, ct);
        }

        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, ct);
        var attached = await tools.Attaching.AttachAsync(Draft, Who, bytes.ToArray(), ct);
        return attached.IsDone ? Said("Drafting.Attached", "#images") : await RefusedAsync(attached.Refusal, Stage.Draft, ct);
    }

    /// <summary>ファイルから読み込む: what a document on the matter says, as one more related document; the file is not kept.</summary>
    public async Task<IActionResult> OnPostReadAsync(IFormFile? document, CancellationToken ct)
    {
        if (document is null || document.Length == 0)
        {
            return await RefusedAsync(new NoDocumentChosen(), Stage.Draft, ct);
        }

        if (await KeepAsync(ct) is { } notKept)
        {
            return await RefusedAsync(notKept, Stage.Draft, ct);
        }

        using var bytes = new MemoryStream();
        await document.CopyToAsync(bytes, ct);
        var read = await tools.Documents.ReadAsync(Draft, Who, bytes.ToArray(), document.FileName, ct);
        return (read.IsDone ? await AlterAsync(c => c with { RelatedDocuments = [.. c.RelatedDocuments, read.Value], NoRelatedDocuments = false }, ct) : read.Refusal) is { } refusal
            ? await RefusedAsync(refusal, Stage.Draft, ct)
            : Said("Drafting.DocumentRead", "#related");
    }

    public async Task<IActionResult> OnPostDetachAsync(Guid detach, CancellationToken ct) =>
        (await KeepAsync(ct) ?? await AlterAsync(c => c with { Media = [.. c.Media.Where(m => m.Id != detach)] }, ct)) is { } refusal
            ? await RefusedAsync(refusal, Stage.Draft, ct)
            : Said("Drafting.Detached", "#images");

    /// <summary>対象を確認: reads a repost's target from the platform and keeps what was seen.</summary>
    public async Task<IActionResult> OnPostTargetAsync(CancellationToken ct) =>
        (await KeepAsync(ct) ?? await SeeTargetAsync(ct)) is { } refusal
            ? await RefusedAsync(refusal, Stage.Draft, ct)
            : Said("Drafting.TargetSeen", "#target");

    private async Task<Refusal?> SeeTargetAsync(CancellationToken ct)
    {
        var content = (await OpenAsync(ct))!.Application.Current.Content;
        return await tools.Filing.SeeTargetAsync(Person.Body, content, ct) is { IsDone: true, Value: { } seen }
            ? await AlterAsync(c => c with { Repost = seen }, ct)
            : new TargetNotRead();
    }

    protected async Task ShowAsync(Stage stage, CancellationToken ct, bool live = false)
    {
        tools.Db.Forget();
        Shown = await tools.Form.ReadAsync(Person, Form, await OpenAsync(ct), stage, Address, live, ct);
    }

    protected async Task<OpenCase?> OpenAsync(CancellationToken ct)
    {
        tools.Db.Forget();
        return await tools.Reader.OpenAsync(Draft, ct) is { } open && open.IsOfUnit(Person.Staff) ? open : null;
    }

    // A day that cannot be read must not silently become no day
    private async Task<Refusal?> KeepAsync(CancellationToken ct) =>
        ModelState.IsValid ? await tools.Filing.KeepAsync(Draft, this is NewModel, Person, Form, ct) : new EntriesNotRead();

    private async Task<Refusal?> AlterAsync(Func<PostContent, PostContent> change, CancellationToken ct)
    {
        var open = (await OpenAsync(ct))!;
        return await tools.Drafting.SaveAsync(Draft, Who, change(open.Application.Current.Content), open.Application.Revision, ct);
    }

    private async Task<IActionResult> RefusedAsync(Refusal refusal, Stage stage, CancellationToken ct)
    {
        ViewData["Refused"] = refusal;
        if (refusal is CaseNotFound)
        {
            return NotFound();
        }

        if (await OpenAsync(ct) is { } stored)
        {
            var conflict = refusal is ChangedMeanwhile ? tools.Filing.Differences(stored, Form) : [];
            Form.Version = stored.Application.Revision;
            await ShowAsync(stage, ct);
            Shown = Shown! with { Conflict = conflict };
        }
        else
        {
            await ShowAsync(stage, ct);
        }

        if (Shown is not null && stage == Stage.Submit)
        {
            Shown = Shown with { Missing = FormMissing.Of(Shown, tools.Text) };
            foreach (var field in Shown.Missing.GroupBy(m => m.ControlId.Split('-')[0], StringComparer.Ordinal))
            {
                ModelState.AddModelError(field.Key, field.First().Text.In(tools.Text.Language));
            }
        }

        return Page();
    }

    private RedirectResult Said(string key, string at = "")
    {
        TempData["Said"] = tools.Text[key];
        return Redirect($"/posts/{Draft}/edit{at}");
    }
}

/// <summary>What the form works with.</summary>
public sealed record FormTools(
    ShiraseDb Db, CaseReader Reader, Drafting Drafting, Attaching Attaching, ReadingDocuments Documents, Filing Filing, FormReader Form, SignedInAccessor SignedIn, IText Text);

public sealed record NoFileChosen() : Refusal(new Localized("添付する画像を選んでください。", "Choose an image to attach."));

public sealed record NoDocumentChosen() : Refusal(new Localized("読み込むファイルを選んでください。", "Choose a file to read."));

public sealed record EntriesNotRead() : Refusal(new Localized(
    "読み取れない入力があるため保存していません。印の付いた欄を直してください。", "Some entries cannot be read, so nothing was saved. Correct the marked fields."));

public sealed record TargetNotRead() : Refusal(new Localized(
    "対象のポストを読み取れませんでした。URLを確かめるか、投稿者・投稿日時・書き出しを入力してください。入力した内容は保存してあります。",
    "The post could not be read. Check the address, or enter author, time and opening words. What you typed is saved."), "gx-12-5-1");
