namespace Shirase.Core.Incidents;

/// <summary>What an entry in the room of a flare-up is.</summary>
public enum FlareUpEntryKind
{
    /// <summary>反応などの記録</summary>
    Noted,

    /// <summary>検討結果</summary>
    Decided,

    /// <summary>続行: a case that has nothing to do with it may go out.</summary>
    Released,

    /// <summary>中止</summary>
    Dropped,

    /// <summary>別の職員の確認</summary>
    Read,

    /// <summary>待ち時間の切上げ</summary>
    CoolingCut,
}

/// <summary>One line of the course of a flare-up; nothing of it is changed later.</summary>
/// <param name="application">The case it is about, or null.</param>
/// <param name="hash">Hash of the content it holds for; empty where it is about no text.</param>
public sealed class FlareUpEntry(
    Guid id, BodyId body, Guid flareUp, FlareUpEntryKind kind, PostApplicationId? application, string hash, StaffId by, DateTimeOffset at, string text)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public Guid FlareUp { get; private set; } = flareUp;

    public FlareUpEntryKind Kind { get; private set; } = kind;

    public PostApplicationId? Application { get; private set; } = application;

    public string Hash { get; private set; } = hash;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    public string Text { get; private set; } = text;

    public bool IsFor(Posts.PostApplication application, FlareUpEntryKind kind) =>
        Kind == kind && Application == application.Id && Hash == application.Current.Hash;
}
