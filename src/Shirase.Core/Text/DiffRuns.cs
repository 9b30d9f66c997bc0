using System.Text;

namespace Shirase.Core.Text;

/// <summary>Collects single steps into stretches a person can read: what was removed, then what stands there now.</summary>
internal sealed class DiffRuns
{
    private readonly List<DiffPart> parts = [];
    private readonly StringBuilder same = new();
    private readonly StringBuilder removed = new();
    private readonly StringBuilder added = new();
    private int sameCount;

    public void Add(DiffKind kind, IEnumerable<string> characters)
    {
        foreach (var character in characters)
        {
            if (kind == DiffKind.Same)
            {
                same.Append(character);
                sameCount++;
                continue;
            }

            Settle();
            (kind == DiffKind.Removed ? removed : added).Append(character);
        }
    }

    public IReadOnlyList<DiffPart> ToParts()
    {
        Flush();
        Take(DiffKind.Same, same);
        return parts;
    }

    // One unchanged character between two changes (of a replaced word) says nothing: it joins them. A line break does not
    private void Settle()
    {
        if (sameCount == 0)
        {
            return;
        }

        var joins = sameCount == 1 && removed.Length + added.Length > 0 && same[0] is not ('\n' or '\r');
        if (joins)
        {
            removed.Append(same);
            added.Append(same);
            same.Clear();
        }
        else
        {
            Flush();
            Take(DiffKind.Same, same);
        }

        sameCount = 0;
    }

    private void Flush()
    {
        Take(DiffKind.Removed, removed);
        Take(DiffKind.Added, added);
    }

    private void Take(DiffKind kind, StringBuilder text)
    {
        if (text.Length > 0)
        {
            parts.Add(new DiffPart(kind, text.ToString()));
            text.Clear();
        }
    }
}
