using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Telephone numbers of persons (gx-13-3-1): 070, 080 and 090, and a fixed line behind a word such as 自宅 or 御家族. Numbers of police
/// stations (…0110), free dials, emergency and short numbers (110, #9110) are offices' by their form.
/// </summary>
internal sealed class PiiMobilePhone : ICheck
{
    private const int Near = 16;

    private static readonly string[] Private =
        ["自宅", "実家", "家族", "遺族", "親族", "両親", "保護者", "知人", "友人", "本人", "被害者", "さん方", "さん宅", "個人", "携帯"];

    public string Name => "pii-mobile-phone";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new("allow", ParameterKind.List, false, "Numbers of the office, digits only. Default: none."),
        new("landlines", ParameterKind.Text, false, "personal: fixed lines behind a word such as 自宅 (default); all: every fixed line that is not allowed."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        PhoneMention.Find(subject.Text)
            .Where(p => !with.List("allow").Contains(p.Digits, StringComparer.Ordinal) && IsPersonal(subject.Text, p, with.Text("landlines") == "all"))
            .Select(p => new Hit(
                new("個人の電話番号が含まれている可能性があります。", "This looks like a person’s telephone number."),
                p.Span,
                null,
                new("削除するか、警察署などの公的な番号に替えてください。", "Remove it or give an office’s number instead.")));

    private static bool IsPersonal(string text, PhoneMention phone, bool all)
    {
        if (phone.IsMobile)
        {
            return true;
        }

        if (phone.IsOffice)
        {
            return false;
        }

        var before = text[Math.Max(0, phone.Span.Start - Near)..phone.Span.Start];
        before = before[(before.LastIndexOfAny(['。', '\n']) + 1)..];
        return all || Private.Any(w => before.Contains(w, StringComparison.Ordinal));
    }
}
