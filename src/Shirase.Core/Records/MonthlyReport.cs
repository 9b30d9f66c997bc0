using System.Text.Json;

namespace Shirase.Core.Records;

/// <summary>
/// What a document's sections made public in one month (月次報告, gx-0-2, gm-0-2-2): drawn up once, on the first working day of the next month, and
/// kept as it was then.
/// </summary>
/// <param name="month">First day of the month it speaks of.</param>
public sealed class MonthlyReport(Guid id, BodyId body, string regulation, DateOnly month, DateTimeOffset madeAt, string linesJson)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Short name of the document.</summary>
    public string Regulation { get; private set; } = regulation;

    public DateOnly Month { get; private set; } = month;

    public DateTimeOffset MadeAt { get; private set; } = madeAt;

    public string LinesJson { get; private set; } = linesJson;

    public static MonthlyReport Of(BodyId body, string regulation, DateOnly month, IReadOnlyList<MonthlyLine> lines, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), body, regulation, month, at, JsonSerializer.Serialize(lines));

    public IReadOnlyList<MonthlyLine> Lines() => JsonSerializer.Deserialize<List<MonthlyLine>>(LinesJson)!;
}

/// <summary>One section in one month. Drills count for themselves only.</summary>
/// <param name="Unit">The section that applied.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Posts">Applications that went out, reposts not among them.</param>
/// <param name="Reposts">Reposts that went out.</param>
/// <param name="OutOfHours">Of both, those that first went out outside office hours.</param>
/// <param name="Rejected">Applications rejected for good; those returned are not among them.</param>
/// <param name="Deletions">Applications of which something that stood outside was deleted.</param>
/// <param name="Corrections">Of what went out, how many were corrected since, up to the day of the report.</param>
/// <param name="LeadDays">Median of the days between sending the form and the day wished; null where nothing went out.</param>
/// <param name="Minutes">Median of the minutes between recognition of a case and its first going out; null where no case was entered.</param>
/// <param name="Drills">Applications that went to the practice timeline.</param>
public sealed record MonthlyLine(
    UnitId Unit, Localized Name, int Posts, int Reposts, int OutOfHours, int Rejected, int Deletions, int Corrections, double? LeadDays, double? Minutes, int Drills)
{
    /// <summary>Sum of the lines under another name; medians are of what they were counted from and are not added.</summary>
    public static MonthlyLine Sum(IReadOnlyCollection<MonthlyLine> lines, Localized name) => new(
        default, name, lines.Sum(l => l.Posts), lines.Sum(l => l.Reposts), lines.Sum(l => l.OutOfHours), lines.Sum(l => l.Rejected),
        lines.Sum(l => l.Deletions), lines.Sum(l => l.Corrections), null, null, lines.Sum(l => l.Drills));
}
