using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Every image carries where it is from, who holds the rights and why it may be used; no licence is past its end (gx-15-3).</summary>
internal sealed class MediaRights : ICheck
{
    private static readonly string[] Bases = ["own-work", "licence", "quotation", "law", "public-domain"];

    public string Name => "media-rights";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        // Rights are entries of the application; a bare text has none
        if (subject.Content is null)
        {
            return [];
        }

        var goesOut = subject.SendAt is { } at && at > subject.Now ? DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(9)).DateTime) : subject.Today;
        return subject.Media.SelectMany((m, i) => Of(m, i + 1, goesOut));
    }

    private static IEnumerable<Hit> Of(MediaItem media, int number, DateOnly goesOut)
    {
        if (string.IsNullOrWhiteSpace(media.Origin))
        {
            yield return Missing(number, "出所", "where it comes from");
        }

        if (string.IsNullOrWhiteSpace(media.RightHolder))
        {
            yield return Missing(number, "権利者", "who holds the rights");
        }

        if (!Bases.Contains(media.Basis, StringComparer.Ordinal))
        {
            yield return Missing(number, "利用の根拠", "why it may be used");
        }

        if (media.Basis == "licence" && string.IsNullOrWhiteSpace(media.Proof))
        {
            yield return Missing(number, "許諾の証拠", "the proof of the licence");
        }

        if (media.RightsUntil is { } until && until < goesOut)
        {
            yield return new Hit(
                new(
                    $"画像{number}の利用許諾は{until.Year}年{until.Month}月{until.Day}日で終わっています。",
                    $"The licence of image {number} ended on {until:yyyy-MM-dd}."),
                null,
                "media",
                new("許諾を延長するか、別の画像に替えてください。", "Extend the licence or use another image."));
        }
    }

    private static Hit Missing(int number, string ja, string en) => new(
        new($"画像{number}の{ja}がありません。", $"Image {number}: {en} is missing."),
        null,
        "media",
        new($"画像{number}の{ja}を入力してください。", $"Enter {en}."));
}
