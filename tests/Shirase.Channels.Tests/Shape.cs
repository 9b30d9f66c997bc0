using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace Shirase.Channels.Tests;

/// <summary>Asks Prism whether a request has the shape that the platform's own description asks for.</summary>
public static class Shape
{
    /// <summary>Where Prism answers by one platform's description; the test is skipped where it does not.</summary>
    /// <param name="variable">Name of the variable that tests/servers/prism.sh prints.</param>
    public static Uri Checker(string variable)
    {
        var address = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"{variable} is not set: ./test starts Prism where the platform's description stands beside the repository.");
        return new(address!);
    }

    /// <summary>What is wrong with the request, or null.</summary>
    public static async Task<string?> WrongAsync(Uri prism, string method, string path, string? contentType, byte[] body, CancellationToken ct)
    {
        using var handler = new SocketsHttpHandler();
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(prism, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "any");
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var answer = await http.SendAsync(request, ct);
        return answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.BadRequest
            or HttpStatusCode.MethodNotAllowed or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.Unauthorized
            ? $"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}"
            : null;
    }
}
