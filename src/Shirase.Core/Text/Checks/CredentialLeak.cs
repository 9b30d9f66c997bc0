using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Passwords and sign-in names (gx-14-1-1).</summary>
internal sealed class CredentialLeak : ICheck
{
    private static readonly Regex Pattern = new(
        "(パスワード|暗証番号|password|passwd|PW|ログインID|ユーザーID|ユーザ名|ユーザー名|ID)[ 　]*(は|:|=)[ 　]*「?(?<secret>[!-~]{4,64})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public string Name => "credential-leak";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var folded = Folding.Fold(subject.Text);
        for (var m = Pattern.Match(folded); m.Success; m = m.NextMatch())
        {
            // An address behind 「ID:」 is a link, and a word before it such as WAID is another word
            var isWord = m.Index > 0 && char.IsAsciiLetter(folded[m.Index]) && char.IsAsciiLetter(folded[m.Index - 1]);
            if (!isWord && !m.Groups["secret"].Value.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                yield return new Hit(
                    new("IDやパスワードが含まれています。", "A sign-in name or a password is in the text."),
                    new TextSpan(m.Index, m.Length),
                    null,
                    new(
                        "削除してください。実際に使っているものであれば、直ちに変更してください。",
                        "Remove it. If it is in use, change it at once."));
            }
        }
    }
}
