using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>An address in full-width letters is no link for anybody.</summary>
internal sealed class UrlFullwidth : ICheck
{
    private static readonly string[] Beginnings = ["https://", "http://", "www."];

    public string Name => "url-fullwidth";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var folded = Folding.Fold(subject.Text);
        for (var i = 0; i < folded.Length; i++)
        {
            var beginning = Beginnings.FirstOrDefault(b => folded.AsSpan(i).StartsWith(b, StringComparison.OrdinalIgnoreCase));
            if (beginning is null)
            {
                continue;
            }

            var hostEnd = Run(folded, i + beginning.Length, IsHost);
            if (string.CompareOrdinal(subject.Text, i, folded, i, hostEnd - i) == 0)
            {
                i = hostEnd - 1;
                continue;
            }

            var end = hostEnd < folded.Length && folded[hostEnd] == '/' ? Run(folded, hostEnd, IsPath) : hostEnd;
            yield return new Hit(
                new("URLは半角で入力してください。", "Write addresses in half-width characters."),
                new TextSpan(i, end - i),
                null,
                new("全角のままではリンクになりません。", "In full width it does not become a link."),
                folded[i..end]);
            i = end - 1;
        }
    }

    private static int Run(string folded, int at, Func<char, bool> belongs)
    {
        while (at < folded.Length && belongs(folded[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsHost(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':';

    private static bool IsPath(char c) => char.IsAsciiLetterOrDigit(c) || "/-_.~%?=&#+".Contains(c, StringComparison.Ordinal);
}
