namespace Shirase.Core.Regulations;

/// <summary>Windows that hold together (勤務時間内かつ運用時間内): open only when each of them is (ok-5-1-c). Pure.</summary>
/// <param name="Windows">At least one.</param>
public sealed record CombinedWindow(params IReadOnlyList<TimeWindow> Windows)
{
    /// <summary>Days over which openings are looked for; like <see cref="TimeWindow.NextOpening"/>.</summary>
    private const int Farthest = 60;

    /// <summary>The later beginning.</summary>
    public TimeOnly Start => Windows.Max(w => w.Start);

    /// <summary>The earlier end.</summary>
    public TimeOnly End => Windows.Min(w => w.End);

    /// <summary>True when there is any minute in which all are open.</summary>
    public bool EverOpens => Start < End && Windows.SelectMany(w => w.Days).GroupBy(d => d).Any(g => g.Count() == Windows.Count);

    public bool Contains(DateTimeOffset moment) => Windows.All(w => w.Contains(moment));

    /// <summary>The first moment from the given one on that lies inside all; null where they never meet.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset from)
    {
        if (!EverOpens)
        {
            return null;
        }

        var at = from;
        for (var i = 0; i < Farthest && !Contains(at); i++)
        {
            at = Windows.Max(w => w.NextOpening(at));
        }

        return Contains(at) ? at : null;
    }

    /// <summary>The hours as people read them: 9:00～17:00.</summary>
    public string Hours => $"{Start:H\\:mm}～{End:H\\:mm}";
}
