using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Shirase.Web.Shell;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Shell;

/// <summary>Every refusal of a request as a sentence that says what to do, with what was typed given back.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(IText text, IOptions<InstallationOptions> installation) : PageModel
{
    private string reason = "404";

    public string Heading => text.Find($"Errors.{reason}.Heading") ?? text["Errors.400.Heading"];

    public string WhatToDo => string.Format(
        CultureInfo.InvariantCulture,
        (IsPublic ? text.Find($"Errors.{reason}.Public") : null) ?? text.Find($"Errors.{reason}.WhatToDo") ?? text["Errors.400.WhatToDo"],
        installation.Value.RequestMegabytes,
        Response.Headers.RetryAfter.ToString() is { Length: > 0 } seconds ? seconds : "60");

    /// <summary>True when a public page was asked for: a resident has no work to go back to.</summary>
    public bool IsPublic =>
        new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path)
            .StartsWithSegments("/site", StringComparison.OrdinalIgnoreCase);

    public string? Incident => UnexpectedErrors.Number(HttpContext);

    public IReadOnlyList<KeyValuePair<string, string>> Kept { get; private set; } = [];

    public bool ShowSignIn => reason == "401";

    public Task OnGetAsync(int status, CancellationToken ct) => ShowAsync(status, ct);

    public Task OnPostAsync(int status, CancellationToken ct) => ShowAsync(status, ct);

    public string LabelOf(string field)
    {
        var name = field[(field.LastIndexOf('.') + 1)..];
        return text.Find($"Fields.{name}") ?? name;
    }

    // Reached directly there is nothing to tell but that there is no such page
    private async Task ShowAsync(int status, CancellationToken ct)
    {
        var happened = Response.StatusCode >= 400 ? Response.StatusCode : StatusCodes.Status404NotFound;
        Response.StatusCode = happened;
        reason = happened == StatusCodes.Status400BadRequest && ExpiredForms.Happened(HttpContext)
            ? await ReadsAsync(ct) ? "Expired" : "400"
            : happened.ToString(CultureInfo.InvariantCulture);
        if (happened != StatusCodes.Status404NotFound && status > 0)
        {
            Kept = await KeptText.OfAsync(Request, ct);
        }
    }

    // A form too large or broken fails the same check as an old one, but the remedy is another
    private async Task<bool> ReadsAsync(CancellationToken ct)
    {
        if (!Request.HasFormContentType)
        {
            return false;
        }

        try
        {
            await Request.ReadFormAsync(ct);
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException)
        {
            return false;
        }
    }
}
