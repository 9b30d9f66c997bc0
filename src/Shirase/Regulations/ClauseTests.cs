namespace Shirase.Regulations;

/// <summary>
/// The list of tests that prove clauses, <c>SLUG.tests.txt</c> beside the regulation: one line per test, clause id and name of
/// the test. It is written by the tests themselves, because a running installation has no test sources.
/// </summary>
public static class ClauseTests
{
    public static string FileFor(string folder, string slug) => Path.Combine(folder, slug + ".tests.txt");

    /// <summary>Test names by clause id; empty where there is no list.</summary>
    public static ILookup<string, string> Read(string folder, string slug)
    {
        var file = FileFor(folder, slug);
        var lines = File.Exists(file) ? File.ReadLines(file) : [];
        return lines
            .Select(l => l.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(p => p.Length == 2 && !p[0].StartsWith('#'))
            .ToLookup(p => p[0], p => p[1], StringComparer.Ordinal);
    }
}
