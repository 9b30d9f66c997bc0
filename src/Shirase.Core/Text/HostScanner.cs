namespace Shirase.Core.Text;

/// <summary>Where a host that starts at a given place ends. Remembers what it saw, so that a whole text is read once.</summary>
internal sealed class HostScanner(string text)
{
    private readonly List<(int Dot, int End)> _chain = [];
    private int _labelStart = -1;
    private int _labelEnd = -1;
    private int _lastUnderscore = -1;

    /// <summary>Index behind the top-level domain, or -1 when no host starts here.</summary>
    public int EndOf(int start)
    {
        if (start >= text.Length || !IsName(text[start]))
        {
            return -1;
        }

        if (start < _labelStart || start >= _labelEnd)
        {
            _labelStart = start;
            _labelEnd = LabelEnd(start);
            _lastUnderscore = text.LastIndexOf('_', _labelEnd - 1, _labelEnd - start);
        }

        if (!EndsLabel(_labelEnd))
        {
            return -1;
        }

        return Further(_labelEnd) is >= 0 and var end ? end
            : _lastUnderscore >= start ? -1
            : DomainEnd(_labelEnd);
    }

    // The longest host wins: the last label, from this dot on, behind which a top-level domain stands
    private int Further(int dot)
    {
        var i = _chain.BinarySearch((dot, int.MinValue), ByDot);
        if (i < 0)
        {
            ReadChain(dot);
            i = _chain.BinarySearch((dot, int.MinValue), ByDot);
        }

        return _chain[i].End;
    }

    private void ReadChain(int dot)
    {
        _chain.Clear();
        _chain.Add((dot, -1));
        var plain = new List<bool> { true };
        for (var start = dot + 1; start < text.Length && IsName(text[start]);)
        {
            var end = LabelEnd(start);
            if (!EndsLabel(end))
            {
                break;
            }

            _chain.Add((end, -1));
            plain.Add(text.IndexOf('_', start, end - start) < 0);
            start = end + 1;
        }

        for (var i = _chain.Count - 2; i >= 0; i--)
        {
            var next = _chain[i + 1];
            var end = next.End >= 0 ? next.End : plain[i + 1] ? DomainEnd(next.Dot) : -1;
            _chain[i] = (_chain[i].Dot, end);
        }
    }

    private int DomainEnd(int dot) =>
        TopLevelDomains.LengthAt(text.AsSpan(dot + 1)) is > 0 and var n ? dot + 1 + n : -1;

    private bool EndsLabel(int end) => end < text.Length && text[end] == '.' && IsName(text[end - 1]);

    private int LabelEnd(int start)
    {
        var end = start;
        while (end < text.Length && (IsName(text[end]) || text[end] is '-' or '_'))
        {
            end++;
        }

        return end;
    }

    private static bool IsName(char c) => !PlatformCharacters.HostBreak.Contains(c);

    private static readonly Comparer<(int Dot, int End)> ByDot = Comparer<(int Dot, int End)>.Create((a, b) => a.Dot.CompareTo(b.Dot));
}
