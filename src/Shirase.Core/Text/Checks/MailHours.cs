using System.Globalization;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Mails go out by day, unless the case cannot wait (gm-4-2).</summary>
internal sealed class MailHours : ICheck
{
    private static readonly TimeOnly Begin = new(7, 0), Last = new(20, 0);

    public string Name => "mail-hours";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("from", ParameterKind.Text, false, "First moment, as in 07:00. Default: 07:00."),
        new("to", ParameterKind.Text, false, "Last moment, as in 20:00. Default: 20:00."),
        new("channels", ParameterKind.List, false, "Channels that the rule speaks of. Default: mail."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (!Mail.Is(subject, with) || subject.SendAt is not { } at || subject.Content?.Ground is not null || subject.IsFact("urgent"))
        {
            yield break;
        }

        var (from, to) = (TimeOf(with.Text("from"), Begin), TimeOf(with.Text("to"), Last));
        var time = TimeOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(9)).DateTime);
        if (time < from || time > to)
        {
            yield return new Hit(
                new($"配信時間（{Words(from)}から{Words(to)}まで）の外です。", $"This is outside the hours of mails ({from:HH\\:mm} to {to:HH\\:mm})."),
                null,
                "desired-at",
                new("時間内の日時を指定するか、緊急の配信として理由を入力してください。", "Choose a time within them, or send it as urgent with a reason."));
        }
    }

    private static TimeOnly TimeOf(string? text, TimeOnly fallback) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : fallback;

    private static string Words(TimeOnly time) =>
        $"{(time.Hour < 12 ? "午前" : "午後")}{(time.Hour <= 12 ? time.Hour : time.Hour - 12)}時{(time.Minute > 0 ? $"{time.Minute}分" : "")}";
}
