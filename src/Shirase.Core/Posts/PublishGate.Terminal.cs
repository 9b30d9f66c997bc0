using Shirase.Core.People;
using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

// The line that asks whether the device itself is kept safe (to-7-2-ki)
public static partial class PublishGate
{
    private static (Localized, Localized, Localized?) TerminalSafety(Regulation r, GateFacts f)
    {
        var title = new Localized("端末のセキュリティ対策", "State of the terminal");
        return f.IsSending ? (title, new("指示のときに確かめました", "Looked at when it was ordered"), null)
            : TerminalState.Refuse(f.IsRegisteredTerminal, f.TerminalState, f.Now.JapanDay(), TerminalState.DaysOf(r)) is var (refusal, mend) ? (title, refusal, mend)
            : (title, new($"確認済み（{f.TerminalState!.At.JapanDay():M'月'd'日'}）", $"Looked at on {f.TerminalState.At.JapanDay():yyyy-MM-dd}"), null);
    }
}
