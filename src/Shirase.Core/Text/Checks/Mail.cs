using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Which messages are mails to subscribers. What the system itself mails, such as a confirmation of a subscription, is none.</summary>
internal static class Mail
{
    public static bool Is(CheckSubject subject, Parameters with) =>
        with.List("channels") is { Count: > 0 } channels
            ? channels.Contains(subject.Channel, StringComparer.Ordinal)
            : subject.Channel == "mail";
}
