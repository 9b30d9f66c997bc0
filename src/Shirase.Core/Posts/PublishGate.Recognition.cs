using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

// The line that asks why news of an incident goes out late (gm-4-3-1)
public static partial class PublishGate
{
    private static (Localized, Localized, Localized?) Recognition(Regulation r, GateFacts f)
    {
        var title = new Localized("認知からの時間", "Time since the police learnt of it");
        var look = RecognitionClock.Of(f.Application, r, f.Now);
        return look.State == RecognitionState.None ? (title, new("事件・事故の情報ではありません", "Not about an incident"), null)
            : look.State != RecognitionState.Red ? (title, new($"認知から{look.Minutes}分", $"{look.Minutes} minutes ago"), null)
            : f.HoursReason.Length > 0 ? (title, new($"認知から{look.Minutes}分。理由：{f.HoursReason}", $"{look.Minutes} minutes ago. Reason: {f.HoursReason}"), null)
            : f.IsSending ? (title, new("指示のときに確かめました", "Looked at when it was ordered"), null)
            : (title, new($"認知から{look.Minutes}分たっています", $"The police learnt of it {look.Minutes} minutes ago"),
                new("「配信が遅れた理由」を入力して配信してください。", "Enter why it is late, and dispatch it."));
    }
}
