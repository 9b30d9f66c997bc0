
namespace Shirase.Core.Text.Checks;

/// <summary>The words in brackets with which a post begins.</summary>
internal static class Heading
{
    public const char Open = '【';
    public const char Close = '】';

    /// <summary>The heading with its brackets, or null when the first line does not begin with one.</summary>
    public static string? Of(string text)
    {
        if (text.Length == 0 || text[0] != Open)
        {
            return null;
        }

        var line = text.IndexOf('\n', StringComparison.Ordinal);
        var end = text.IndexOf(Close, StringComparison.Ordinal);
        return end < 0 || (line >= 0 && line < end) ? null : text[..(end + 1)];
    }
}
