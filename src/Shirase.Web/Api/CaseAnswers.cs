using Microsoft.Net.Http.Headers;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Api;

/// <summary>How acts on a case are answered: the case as it stands now, or the refusal.</summary>
public sealed class CaseAnswers(ShiraseDb db, CaseReader reader, SignedInAccessor signedIn)
{
    public Who Who => new(signedIn.Required.Staff, signedIn.Required.Body);

    public async Task<IResult> OfAsync(HttpContext http, Guid id, Func<Who, Task<Refusal?>> act) =>
        await act(Who) is { } refusal ? Problems.Result(refusal, http) : await BriefAsync(http, new(id), StatusCodes.Status200OK);

    /// <summary>The case in one line; 201 with its address where it was made.</summary>
    public async Task<IResult> BriefAsync(HttpContext http, PostApplicationId id, int status)
    {
        db.Forget();
        var application = (await reader.OpenAsync(id, http.RequestAborted))!.Application;
        http.Response.Headers[HeaderNames.ETag] = TagOf(application);
        if (status == StatusCodes.Status201Created)
        {
            http.Response.Headers.Location = $"{ApiSetup.Root}/posts/{id}";
        }

        return Results.Json(CaseBrief.Of(application), statusCode: status);
    }

    public static string TagOf(PostApplication application) => $"\"{application.Revision}\"";

    /// <summary>The revision that If-Match names, or why it names none.</summary>
    public static Refusal? ReadRevision(HttpRequest request, out int revision)
    {
        revision = -1;
        return request.Headers.IfMatch.Count == 0 ? new RevisionIsNeeded()
            : request.Headers.IfMatch is [{ Length: > 2 } tag] && int.TryParse(tag.Trim().Trim('"'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out revision) ? null
            : new RevisionIsAnother();
    }
}
