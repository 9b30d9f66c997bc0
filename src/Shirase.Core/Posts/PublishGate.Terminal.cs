using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

// The line that asks whether the device itself is kept safe (to-7-2-ki)
public static partial class PublishGate
{
    /// <summary>Days for which the state of a terminal counts where the file says nothing. Ours.</summary>
    public const int TerminalDays = 30;

    private static (Localized, Localized, Localized?) TerminalSafety(Regulation r, GateFacts f)
    {
        var title = new Localized("端末のセキュリティ対策", "State of the terminal");
        if (f.IsSending)
        {
            return (title, new("指示のときに確かめました", "Looked at when it was ordered"), null);
        }

        var days = r.Gate("terminal-state")?.With.Number("days", TerminalDays) ?? TerminalDays;
        var trouble = !f.IsRegisteredTerminal ? new("登録された端末ではありません", "not a registered terminal")
            : f.TerminalState is not { } state ? new("まだ確認されていません", "it was never looked at")
            : state.Trouble(f.Now.JapanDay(), days);
        return trouble is null
            ? (title, new($"確認済み（{f.TerminalState!.At.JapanDay():M'月'd'日'}）", $"Looked at on {f.TerminalState.At.JapanDay():yyyy-MM-dd}"), null)
            : (title, new($"端末のセキュリティ対策の確認が必要です（{trouble.Ja}）", $"The state of the terminal has to be confirmed ({trouble.En})"),
                f.IsRegisteredTerminal
                    ? new("「端末」の画面で状態を確かめて登録してください。サポートの終わった端末は使えません。", "Look at it and enter its state on the page Terminals. One without support cannot be used.")
                    : new("「端末」の画面にある登録された端末から操作してください。", "Use a registered terminal; the page Terminals lists them."));
    }
}
