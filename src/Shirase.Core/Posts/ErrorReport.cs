namespace Shirase.Core.Posts;

/// <summary>A report that something published is wrong (gx-13-4-4); open until an outcome is recorded.</summary>
public sealed class ErrorReport(Guid id, BodyId body, PostApplicationId application, StaffId by, DateTimeOffset at, string text)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public PostApplicationId Application { get; private set; } = application;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>What is wrong.</summary>
    public string Text { get; private set; } = text;

    public StaffId? AcknowledgedBy { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    /// <summary><c>removed</c>, <c>no-error</c>, or empty while open.</summary>
    public string Outcome { get; private set; } = "";

    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public void Acknowledge(Act act) => (AcknowledgedBy, AcknowledgedAt) = (AcknowledgedBy ?? act.By, AcknowledgedAt ?? act.At);

    public void Close(Act act, string outcome)
    {
        Acknowledge(act);
        (Outcome, ClosedAt) = (outcome, act.At);
    }
}

/// <summary>A dated standing instruction of the manager: every received form goes to the officer at once (gx-12-3-1).</summary>
public sealed class StandingOrder(Guid id, BodyId body, string regulation, StaffId by, string text, DateTimeOffset from)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Regulation { get; private set; } = regulation;

    public StaffId By { get; private set; } = by;

    /// <summary>Its words, cited in the course of every case it moves.</summary>
    public string Text { get; private set; } = text;

    public DateTimeOffset From { get; private set; } = from;

    public DateTimeOffset? To { get; private set; }

    public void EndAt(DateTimeOffset at) => To = at;
}
