namespace Shirase.Core.Duties;

/// <summary>Something a person must be told, shown at once on the home page. Written with the change that causes it.</summary>
public sealed class Notice(Guid id, BodyId body, StaffId to, string kind, string text, string textEn, PostApplicationId? about, string? clause, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public StaffId To { get; private set; } = to;

    /// <summary>Such as <c>application.received</c> or <c>delivery.published</c>.</summary>
    public string Kind { get; private set; } = kind;

    public string Text { get; private set; } = text;

    public string TextEn { get; private set; } = textEn;

    public PostApplicationId? About { get; private set; } = about;

    /// <summary>The clause that demands it to be told.</summary>
    public string? Clause { get; private set; } = clause;

    public DateTimeOffset At { get; private set; } = at;

    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset at) => ReadAt ??= at;
}
