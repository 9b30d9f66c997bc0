namespace Shirase.Web.Shell;

/// <summary>
/// Names of our cookies. In Production they begin with <c>__Host-</c>: browsers then take them by https from this very host only, so no
/// neighbour under the same domain can put one in their place (RFC 6265bis, 4.1.3.2).
/// </summary>
public static class CookieNames
{
    public static string Of(string name, IHostEnvironment environment) => environment.IsProduction() ? $"__Host-{name}" : name;
}
