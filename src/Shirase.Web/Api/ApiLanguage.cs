using Shirase.Web.Words;

namespace Shirase.Web.Api;

/// <summary>The language of sentences in answers: what Accept-Language prefers of the two, else Japanese.</summary>
public static class ApiLanguage
{
    public static string Of(HttpRequest request)
    {
        try
        {
            return request.GetTypedHeaders().AcceptLanguage
                .Where(l => l.Quality is null or > 0)
                .OrderByDescending(l => l.Quality ?? 1)
                .Select(l => (l.Value.Value ?? "").Split('-')[0].ToLowerInvariant())
                .FirstOrDefault(Languages.IsKnown) ?? Languages.Japanese;
        }
        catch (FormatException)
        {
            return Languages.Japanese;
        }
    }
}
