namespace Shirase.Core.People;

/// <summary>端末の紛失・盗難の届出: what was reported of one terminal, by whom and when (to-7-2-ka). It stays as it is.</summary>
public sealed class TerminalLoss(Guid id, BodyId body, TerminalId terminal, bool isTheft, string what, StaffId by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public TerminalId Terminal { get; private set; } = terminal;

    /// <summary>True for a theft, false for a loss.</summary>
    public bool IsTheft { get; private set; } = isTheft;

    /// <summary>When, where and how, in the words of the person.</summary>
    public string What { get; private set; } = what;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;
}
