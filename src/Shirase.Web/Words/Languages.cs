using System.Globalization;

namespace Shirase.Web.Words;

/// <summary>The two languages of the product. Japanese is the original.</summary>
public static class Languages
{
    public const string Japanese = "ja";
    public const string English = "en";

    /// <summary>Name of the cookie that remembers the choice.</summary>
    public const string Cookie = "shirase-language";

    private static readonly CultureInfo Ja = CultureInfo.GetCultureInfo("ja-JP");
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == English ? English : Japanese;

    public static CultureInfo Culture(string language) => language == English ? En : Ja;

    public static bool IsKnown(string? language) => language is Japanese or English;
}
