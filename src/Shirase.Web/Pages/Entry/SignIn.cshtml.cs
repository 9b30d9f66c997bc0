using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.People;
using Shirase.Samples;
using Shirase.Storage;
using Shirase.Web.Entry;
using Shirase.Web.Shell;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Entry;

/// <summary>Sign-in with password or passkey; in the sample installation also as a sample person.</summary>
[AllowAnonymous]
public sealed class SignInModel(
    SignInManager<SignIn> signIn, Credentials credentials, SignInRecords records, AddressLock addresses, ShiraseDb db, IOptions<InstallationOptions> installation, IText text) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    public KeptForm? Resumed { get; private set; }

    /// <summary>Key of the sentence above the form, or null.</summary>
    public string? Notice { get; private set; }

    /// <summary>How long an address that failed too often has to wait.</summary>
    public int MinutesLeft { get; private set; }

    public bool Failed { get; private set; }

    public bool AskCode { get; private set; }

    public ILookup<string, SamplePerson> SamplePeople { get; private set; } = Enumerable.Empty<SamplePerson>().ToLookup(_ => "");

    public async Task OnGetAsync(string? back, bool left, [FromServices] KeptForms kept, CancellationToken ct)
    {
        Form.Back = back;
        if (KeepFormOfExpiredSession.Of(HttpContext) is { } form)
        {
            (Form.Kept, Notice) = (kept.Close(form), "Entry.Expired");
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (left)
        {
            (Notice, Failed) = ("Entry.Left", true);
        }

        await ShowSampleAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Form.Login is null or "" || Form.Password is null or "")
        {
            return await FailAsync("Entry.Wrong", ct);
        }

        if (IsLocked())
        {
            return await FailAsync("Entry.AddressLocked", ct);
        }

        var user = await signIn.UserManager.FindByNameAsync(Form.Login.Trim());
        if (user is null)
        {
            // As much work as for a known name: the time must not tell who exists
            signIn.UserManager.PasswordHasher.HashPassword(new SignIn(), Form.Password);
            addresses.Failed(HttpContext);
            records.Refused("unknown");
            return await FailAsync("Entry.Wrong", ct);
        }

        var result = await signIn.PasswordSignInAsync(user, Form.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
        {
            return Code();
        }

        if (result.Succeeded)
        {
            return await DoneAsync(user, "password", ct);
        }

        addresses.Failed(HttpContext);
        await records.FailedAsync(user, result.IsLockedOut, ct);
        return await FailAsync("Entry.Wrong", ct);
    }

    public async Task<IActionResult> OnPostSampleAsync(string login, CancellationToken ct)
    {
        var staff = installation.Value.Sample && SampleCast.All.Any(p => p.Login == login)
            ? await db.Staff.IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(s => s.LoginName == login, ct)
            : null;
        if (staff is null || await credentials.OfSampleAsync(staff.Body, staff.Id, ct) is not { } user)
        {
            return NotFound();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        return await DoneAsync(user, "sample", ct);
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(credential) || credential.Length > 20_000)
        {
            return await FailAsync("Entry.PasskeyFailed", ct);
        }

        if (IsLocked())
        {
            return await FailAsync("Entry.AddressLocked", ct);
        }

        var result = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!result.Succeeded || !await signIn.CanSignInAsync(result.User) || await signIn.UserManager.IsLockedOutAsync(result.User))
        {
            addresses.Failed(HttpContext);
            records.Refused("passkey");
            return await FailAsync("Entry.PasskeyFailed", ct);
        }

        await signIn.UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        await signIn.SignInAsync(result.User, isPersistent: false, "passkey");
        return await DoneAsync(result.User, "passkey", ct);
    }

    // A kept form is too long for an address: the code is asked on this answer, which carries it on
    private IActionResult Code()
    {
        AskCode = !string.IsNullOrEmpty(Form.Kept);
        return AskCode ? Page() : RedirectToPage("/Entry/Code", new { back = Form.Back });
    }

    private bool IsLocked()
    {
        MinutesLeft = addresses.MinutesLeft(HttpContext);
        if (MinutesLeft > 0)
        {
            records.Refused("address");
        }

        return MinutesLeft > 0;
    }

    private async Task<IActionResult> DoneAsync(SignIn user, string means, CancellationToken ct)
    {
        await records.SucceededAsync(user, means, ct);
        Resumed = (await Resumption.OfAsync(HttpContext, signIn, user, Form.Kept)).Form;
        return Resumed is not null ? Page() : LocalRedirect(WayBack.Of(Url, Form.Back));
    }

    private async Task<IActionResult> FailAsync(string notice, CancellationToken ct)
    {
        ModelState.Clear();
        (Notice, Failed, Form.Password) = (notice, true, null);
        await ShowSampleAsync(ct);
        return Page();
    }

    private async Task ShowSampleAsync(CancellationToken ct)
    {
        if (installation.Value.Sample)
        {
            var names = await db.Bodies.AsNoTracking().ToDictionaryAsync(b => b.Id, b => text.Language == Languages.English ? b.NameEn : b.Name, ct);
            SamplePeople = SampleCast.All.Where(p => names.ContainsKey(p.Body)).ToLookup(p => names[p.Body]);
        }
    }
}

public sealed class SignInForm
{
    [Display(Name = "Entry.Login")]
    public string? Login { get; set; }

    [Display(Name = "Entry.Password")]
    public string? Password { get; set; }

    /// <summary>Where the person was going.</summary>
    public string? Back { get; set; }

    /// <summary>The form of an expired session, encrypted.</summary>
    public string? Kept { get; set; }
}
