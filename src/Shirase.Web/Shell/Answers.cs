using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Shirase.Web.Shell;

/// <summary>Whether an answer is for a person (a page with a sentence) or for a program (a status alone).</summary>
public static class Answers
{
    public static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Headers.ContainsKey("X-Requested-With")
        && (request.Headers.Accept.Count == 0
            || request.Headers.Accept.ToString() is var accept
            && (accept.Contains("text/html", StringComparison.Ordinal) || accept.Contains("*/*", StringComparison.Ordinal)));
}

/// <summary>Notes that a form was refused because its one-time mark was not valid: the page says so and shows the text.</summary>
public sealed class ExpiredForms : IAlwaysRunResultFilter
{
    private static readonly object Key = new();

    public static bool Happened(HttpContext context) => context.Items.ContainsKey(Key);

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Items[Key] = true;
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
