namespace Shirase.Web.Shell;

/// <summary>文字の大きさ, remembered in a cookie.</summary>
public static class TextSize
{
    public const string Cookie = "shirase-text-size";
    public const string Normal = "normal";

    public static readonly IReadOnlyList<string> All = [Normal, "large", "largest"];

    public static string Of(HttpRequest request) =>
        request.Cookies[Cookie] is { } size && All.Contains(size) ? size : Normal;
}
