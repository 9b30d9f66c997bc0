using System.Globalization;

namespace Shirase.Text;

/// <summary>Moments as people write them; without an offset they are Japan's.</summary>
public static class JapanTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    /// <summary>Reads ISO 8601: a day, or a day and a time, with or without offset.</summary>
    public static bool TryParse(string text, out DateTimeOffset moment)
    {
        moment = default;
        if (!DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time))
        {
            return false;
        }

        try
        {
            moment = time.Kind == DateTimeKind.Utc
                ? new DateTimeOffset(time, TimeSpan.Zero).ToOffset(Offset)
                : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), Offset);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            return false;
        }
    }
}
