namespace Shirase.Core.Posts;

/// <summary>The period of an election as the body's calendar has it (選挙の期間, to-6-1-i-3).</summary>
public sealed class ElectionPeriod(Guid id, BodyId body, string name, DateOnly from, DateOnly to, StaffId by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Such as 県議会議員一般選挙.</summary>
    public string Name { get; private set; } = name;

    /// <summary>The day of the announcement (告示・公示).</summary>
    public DateOnly From { get; private set; } = from;

    /// <summary>The day of the vote (投票日).</summary>
    public DateOnly To { get; private set; } = to;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public static Result<ElectionPeriod> Enter(BodyId body, string? name, DateOnly? from, DateOnly? to, Act act) =>
        string.IsNullOrWhiteSpace(name) || from is not { } first || to is not { } last ? new ElectionIsIncomplete()
        : last < first ? new ElectionEndsBefore()
        : new ElectionPeriod(Guid.CreateVersion7(act.At), body, name.Trim(), first, last, act.By, act.At);
}

/// <summary>One period of the calendar, as checks know it.</summary>
public sealed record ElectionDays(string Name, DateOnly From, DateOnly To);

public sealed record ElectionIsIncomplete() : Refusal(new Localized("選挙の名称、告示日、投票日を入力してください。", "Enter the name of the election, its first day and the day of the vote."));

public sealed record ElectionEndsBefore() : Refusal(new Localized("投票日は告示日以後の日を入力してください。", "The day of the vote lies before the first day."));

public sealed record NoSuchElection() : Refusal(new Localized("この選挙は暦にありません。画面を開き直してください。", "This election is not in the calendar. Open the page again."));
