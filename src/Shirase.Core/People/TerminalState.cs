using Shirase.Core.Regulations;

namespace Shirase.Core.People;

/// <summary>端末の状態: how a terminal was found by the person who looked at it (to-7-2-ki). The newest one counts; older ones stay.</summary>
public sealed class TerminalState(
    Guid id, BodyId body, TerminalId terminal, string operatingSystem, DateOnly supportedUntil, DateOnly updatedOn, DateOnly? definitionsOn, bool hasScreenLock, StaffId by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public TerminalId Terminal { get; private set; } = terminal;

    /// <summary>Operating system and version, such as <c>Windows 11 24H2</c>.</summary>
    public string OperatingSystem { get; private set; } = operatingSystem;

    /// <summary>The last day on which its maker mends the operating system.</summary>
    public DateOnly SupportedUntil { get; private set; } = supportedUntil;

    /// <summary>When updates were applied last.</summary>
    public DateOnly UpdatedOn { get; private set; } = updatedOn;

    /// <summary>Day of the definitions against malware; null where the device has none, such as a tablet.</summary>
    public DateOnly? DefinitionsOn { get; private set; } = definitionsOn;

    /// <summary>True when it locks itself and asks for a code.</summary>
    public bool HasScreenLock { get; private set; } = hasScreenLock;

    public StaffId By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>The last day on which this look still counts.</summary>
    /// <param name="days">Days for which what was found counts (a setting).</param>
    public DateOnly GoodUntil(int days)
    {
        var oldest = new[] { At.JapanDay(), UpdatedOn, DefinitionsOn ?? UpdatedOn }.Min().AddDays(days);
        return oldest < SupportedUntil ? oldest : SupportedUntil;
    }

    /// <summary>Days for which a look counts where the file says nothing. Ours.</summary>
    public const int Days = 30;

    /// <summary>The gate of a regulation that asks for it.</summary>
    public const string Gate = "terminal-state";

    public static int DaysOf(Regulation? regulation) => regulation?.Gate(Gate)?.With.Number("days", Days) ?? Days;

    /// <summary>The sentence that refuses a device, and what to do; null where it may be used.</summary>
    /// <param name="isRegistered">False on any other device than a registered terminal.</param>
    /// <param name="state">How the terminal was found last, or null.</param>
    public static (Localized Refusal, Localized Mend)? Refuse(bool isRegistered, TerminalState? state, DateOnly today, int days)
    {
        var trouble = !isRegistered ? new("登録された端末ではありません", "not a registered terminal")
            : state is null ? new("まだ確認されていません", "it was never looked at")
            : state.Trouble(today, days);
        return trouble is null ? null
            : (new($"端末のセキュリティ対策の確認が必要です（{trouble.Ja}）", $"The state of the terminal has to be confirmed ({trouble.En})"),
                isRegistered
                    ? new("「端末」の画面で状態を確かめて登録してください。サポートの終わった端末は使えません。", "Look at it and enter its state on the page Terminals. One without support cannot be used.")
                    : new("「端末」の画面にある登録された端末から操作してください。", "Use a registered terminal; the page Terminals lists them."));
    }

    /// <summary>Why nothing is done at a terminal in this state, in brackets behind the sentence; null when it may.</summary>
    public Localized? Trouble(DateOnly today, int days) =>
        today > SupportedUntil ? new($"{OperatingSystem}のサポートが{Ja(SupportedUntil)}に終わっています", $"support of {OperatingSystem} ended on {SupportedUntil:yyyy-MM-dd}")
        : !HasScreenLock ? new("画面ロックが設定されていません", "it has no screen lock")
        : today > At.JapanDay().AddDays(days) ? new($"最後の確認は{Ja(At.JapanDay())}です", $"last looked at on {At.JapanDay():yyyy-MM-dd}")
        : today > UpdatedOn.AddDays(days) ? new($"更新プログラムの適用が{Ja(UpdatedOn)}のままです", $"updates were last applied on {UpdatedOn:yyyy-MM-dd}")
        : today > DefinitionsOn?.AddDays(days) ? new($"ウイルス対策の定義ファイルが{Ja(DefinitionsOn.Value)}のままです", $"definitions against malware are of {DefinitionsOn.Value:yyyy-MM-dd}")
        : null;

    private static string Ja(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
