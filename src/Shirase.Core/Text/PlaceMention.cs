using Shirase.Core.Regulations;

namespace Shirase.Core.Text;

/// <summary>Municipalities of Japan and places of Gunma that a text names, by the gazetteer; prefectures say too little to be compared.</summary>
internal static class PlaceMention
{
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        var found = new List<TextSpan>();
        for (var i = 0; i < text.Length - 1; i++)
        {
            for (var length = Math.Min(Places.Longest, text.Length - i); length > 1; length--)
            {
                var words = text.AsSpan(i, length);
                if (!Places.IsArea(words) && !Places.IsLocal(words))
                {
                    continue;
                }

                if (!Places.PrefectureSuffixes.Contains(words[^1], StringComparison.Ordinal))
                {
                    found.Add(new(i, length));
                }

                i += length - 1;
                break;
            }
        }

        return found;
    }
}
