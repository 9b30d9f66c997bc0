namespace Shirase.Core.Regulations.Reading;

/// <summary>Finds the name somebody probably meant.</summary>
internal static class Nearest
{
    /// <summary>The candidate that differs by at most a third of its letters, or null.</summary>
    public static string? To(string name, IEnumerable<string> candidates) =>
        name.Length > 60
            ? null
            : candidates
                .Select(c => (Candidate: c, Distance: Distance(name, c)))
                .Where(x => x.Distance <= Math.Max(1, x.Candidate.Length / 3))
                .OrderBy(x => x.Distance)
                .ThenBy(x => x.Candidate, StringComparer.Ordinal)
                .Select(x => x.Candidate)
                .FirstOrDefault();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
