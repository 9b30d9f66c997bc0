namespace Shirase.Core.Text;

/// <summary>The fewest single-character insertions and removals (E. Myers, An O(ND) Difference Algorithm, 1986).</summary>
internal static class ShortestEdit
{
    public static void Append(DiffRuns runs, List<string> a, List<string> b, int limit)
    {
        if (a.Count == 0 || b.Count == 0 || Trace(a, b, limit) is not { } trace)
        {
            runs.Add(DiffKind.Removed, a);
            runs.Add(DiffKind.Added, b);
            return;
        }

        foreach (var (kind, character) in WalkBack(a, b, trace))
        {
            runs.Add(kind, [character]);
        }
    }

    // For each number of edits the furthest point reached on every diagonal, or null past the limit
    private static List<int[]>? Trace(List<string> a, List<string> b, int limit)
    {
        var most = Math.Min(limit, a.Count + b.Count);
        var trace = new List<int[]>();
        int[] previous = [0, 0];
        for (var edits = 0; edits <= most; edits++)
        {
            var reached = new int[(2 * edits) + 3];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = edits == 0 ? 0
                    : Down(previous, edits, diagonal) ? At(previous, edits - 1, diagonal + 1)
                    : At(previous, edits - 1, diagonal - 1) + 1;
                while (x < a.Count && x - diagonal < b.Count && x - diagonal >= 0 && TextDiff.Same(a[x], b[x - diagonal]))
                {
                    x++;
                }

                reached[diagonal + edits + 1] = x;
                if (x >= a.Count && x - diagonal >= b.Count)
                {
                    trace.Add(reached);
                    return trace;
                }
            }

            trace.Add(reached);
            previous = reached;
        }

        return null;
    }

    private static int At(int[] reached, int edits, int diagonal) => reached[diagonal + edits + 1];

    private static bool Down(int[] previous, int edits, int diagonal) =>
        diagonal == -edits
        || (diagonal != edits && At(previous, edits - 1, diagonal - 1) < At(previous, edits - 1, diagonal + 1));

    private static List<(DiffKind Kind, string Character)> WalkBack(List<string> a, List<string> b, List<int[]> trace)
    {
        var steps = new List<(DiffKind, string)>();
        var (x, y) = (a.Count, b.Count);
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var down = Down(trace[edits - 1], edits, x - y);
            var diagonal = down ? x - y + 1 : x - y - 1;
            var from = At(trace[edits - 1], edits - 1, diagonal);
            var start = down ? from : from + 1;
            while (x > start)
            {
                steps.Add((DiffKind.Same, a[--x]));
                y--;
            }

            steps.Add(down ? (DiffKind.Added, b[--y]) : (DiffKind.Removed, a[--x]));
        }

        while (x > 0)
        {
            steps.Add((DiffKind.Same, a[--x]));
        }

        steps.Reverse();
        return steps;
    }
}
