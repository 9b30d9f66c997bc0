using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>E-mail addresses (gx-13-3-1).</summary>
internal sealed class PiiEmail : ICheck
{
    private static readonly Regex Address = new(
        "[A-Za-z0-9][A-Za-z0-9._%+'/-]*( ?([(]at[)]|[[]at[]]|@) ?)[A-Za-z0-9][A-Za-z0-9-]*([.][A-Za-z0-9-]+)+",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    public string Name => "pii-email";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("allow", ParameterKind.List, false, "Domains of offices whose addresses may be published. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var folded = Folding.Fold(subject.Text);
        for (var m = Address.Match(folded); m.Success; m = m.NextMatch())
        {
            var host = m.Value[(m.Value.IndexOfAny(['@', ')', ']']) + 1)..].Trim();
            if (!with.List("allow").Any(d => Hosts.IsIn(host, d)))
            {
                yield return new Hit(
                    new("メールアドレスが含まれています。", "This is an e-mail address."),
                    new TextSpan(m.Index, m.Length),
                    null,
                    new("削除するか、公的な窓口であることを理由に書いてください。", "Remove it, or state that it belongs to an office."));
            }
        }
    }
}
