using System.Globalization;
using Shirase.Core.Text;

namespace Shirase.Core.Tests.Text.TwitterText;

/// <summary>What our code says about a text, in the words of the script beside tests/servers.</summary>
internal static class OurAnswer
{
    public static string To(string text)
    {
        var measured = WeightedCount.Measure(text);
        var fits = measured.Weight > 0 && text.AsSpan().IndexOfAny('\uFFFE', '\uFEFF', '\uFFFF') < 0 ? measured.FitsUntil : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"weight\":{measured.Weight},\"valid\":{(measured.Valid ? "true" : "false")},\"fits\":{fits},")
            + $"\"urls\":{Places(UrlExtractor.Find(text).Select(u => (u.Start, u.Length, u.Text.Length)))},"
            + $"\"hashtags\":{Places(HashtagExtractor.Find(text).Select(h => (h.Start, h.Length, h.Tag.Length)))},"
            + $"\"mentions\":{Places(MentionExtractor.Find(text).Select(m => (m.Start, m.Length, m.Name.Length)))},"
            + $"\"cashtags\":{Places(CashtagExtractor.Find(text).Select(c => (c.Start, c.Length, c.Symbol.Length)))},"
            + $"\"entities\":[{string.Join(',', EntityExtractor.Find(text).Select(e => Numbers(e.Start, e.End)))}]}}";
    }

    private static string Places(IEnumerable<(int Start, int Length, int Own)> places) =>
        $"[{string.Join(',', places.Select(p => Numbers(p.Start, p.Start + p.Length, p.Own)))}]";

    private static string Numbers(params int[] numbers) =>
        $"[{string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]";
}
