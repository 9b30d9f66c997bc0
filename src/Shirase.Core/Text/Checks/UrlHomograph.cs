using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// An address with letters that look like others: Cyrillic о for Latin o, also behind xn--, or 1 for l in the name of a known host. A
/// domain in Japanese letters alone is fine.
/// </summary>
internal sealed class UrlHomograph : ICheck
{
    // With a scheme any letter may stand in a host; a bare host is made of letters other than Japanese ones
    private static readonly Regex Address = Patterns.Of(
        "(https?|ｈｔｔｐｓ?)(://|：／／)(?<host>[^/?#:\\s、。，「」『』（）()【】<>＜＞\"]+)(?<rest>[:/?#][!-~]*)?|(?<host>[a-zA-Z0-9\u00C0-\u058F\u0590-\u06FF\u10A0-\u10FF\u13A0-\u13FF\u1C80-\u1CBF\u1D00-\u1DBF\u1E00-\u1FFF\u2C80-\u2CFF\uA4D0-\uA4FF\uA640-\uA7FF\uAB30-\uABBF-]+([.][a-zA-Z0-9\u00C0-\u058F\u0590-\u06FF\u10A0-\u10FF\u13A0-\u13FF\u1C80-\u1CBF\u1D00-\u1DBF\u1E00-\u1FFF\u2C80-\u2CFF\uA4D0-\uA4FF\uA640-\uA7FF\uAB30-\uABBF-]+)+)(?<rest>[/?#][!-~]*)?");

    public string Name => "url-homograph";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("hosts", ParameterKind.List, false, "Hosts that are imitated, besides those of the body and of the named public body. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        if (!text.Contains('.', StringComparison.Ordinal))
        {
            yield break;
        }

        var known = subject.KnownHosts.Concat(with.List("hosts")).ToList();
        for (var m = Address.Match(text); m.Success; m = m.NextMatch())
        {
            var host = Folding.Fold(m.Groups["host"].Value).TrimEnd('.');
            if (host.Contains('.', StringComparison.Ordinal) && Imitates(host, known) is { } letters)
            {
                var span = new TextSpan(m.Index, m.Length);
                yield return new Hit(
                    new($"URLに見た目の似た別の文字が含まれます（{letters}）。", $"The address holds characters that look like others ({letters})."),
                    span,
                    null,
                    new("正しいURLを公式の一覧から写し直してください。", "Copy the right address from the official list."));
            }
        }
    }

    // What imitates: the letters, the decoded name, or the host itself
    private static string? Imitates(string host, List<string> known)
    {
        if (host.Any(Confusables.IsLookAlike) && host.Split('.').Any(IsSpoofed))
        {
            return string.Join(' ', host.Where(c => c > '\u007F' && Confusables.IsLookAlike(c)).Distinct().Select(c => $"{c} U+{(int)c:X4}"));
        }

        var labels = host.Split('.').Select(l => l.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ? PunycodeDecoder.Decode(l[4..]) ?? l : l).ToList();
        if (labels.Exists(l => l.Any(c => c > '\u007F') && IsSpoofed(l)))
        {
            return string.Join('.', labels);
        }

        var read = Confusables.Skeleton(host);
        return host.All(char.IsAscii) && known.Exists(k => !Hosts.IsIn(host, k) && Hosts.IsIn(read, Confusables.Skeleton(k))) ? host : null;
    }

    // All of it reads as ASCII, or scripts are mixed: café.example beside Japanese letters is neither
    private static bool IsSpoofed(string label) =>
        label.Any(Confusables.IsLookAlike)
        && (label.All(c => c <= '\u007F' || Confusables.IsLookAlike(c)) || label.Any(char.IsAsciiLetter) || label.Any(c => c is >= '\u0370' and <= '\u058F'));
}
