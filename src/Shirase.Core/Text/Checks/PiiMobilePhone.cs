using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Numbers that persons carry: 070, 080, 090 (gx-13-3-1).</summary>
internal sealed class PiiMobilePhone : ICheck
{
    public string Name => "pii-mobile-phone";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("allow", ParameterKind.List, false, "Numbers of the office that are mobile, digits only. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        PhoneMention.Find(subject.Text)
            .Where(p => p.IsMobile && !with.List("allow").Contains(p.Digits, StringComparer.Ordinal))
            .Select(p => new Hit(
                new("個人の電話番号が含まれている可能性があります。", "This looks like a person’s telephone number."),
                p.Span,
                null,
                new("削除するか、警察署などの公的な番号に替えてください。", "Remove it or give an office’s number instead.")));
}
