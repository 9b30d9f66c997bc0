using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Which messages are short posts. Mails, pages and press papers have lengths and titles of their own.</summary>
internal static class ShortPost
{
    private static readonly string[] Others = ["mail", "mail_system", "web", "press", "facebook"];

    public static bool Is(CheckSubject subject) =>
        subject.Kind == PostKind.Post && !Others.Contains(subject.Channel, StringComparer.Ordinal);
}
