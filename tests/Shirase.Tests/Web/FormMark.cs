using Microsoft.Net.Http.Headers;

namespace Shirase.Tests.Web;

/// <summary>The one-time mark of a form and the cookie that goes with it.</summary>
internal static class FormMark
{
    public static async Task<(string Token, string Cookie)> OfAsync(HttpClient client)
    {
        var response = await client.GetAsync("/style");
        var page = await ShellHost.PageAsync(response);
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var cookie = response.Headers.GetValues(HeaderNames.SetCookie).First(c => c.StartsWith("shirase-form=", StringComparison.Ordinal));
        return (token, cookie.Split(';')[0]);
    }
}
