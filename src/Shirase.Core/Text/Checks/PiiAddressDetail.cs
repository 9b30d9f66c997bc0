using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// An address down to the house number (gx-13-3-1, is-3-4-b): a place is named by its town at most. The addresses of offices and of places
/// where something is held are meant to be found and stay out.
/// </summary>
internal sealed class PiiAddressDetail : ICheck
{
    private const string Facility =
        "(警察署|交番|駐在所|警察本部|県庁|庁舎|市役所|役場|役所|支所|センター|会館|公民館|図書館|体育館|ホール|学校|公園|駅|病院|消防署|保健所|ホテル|プラザ|アリーナ|スタジアム|博物館|美術館|事務所|免許課|広報課|[^の]課)";

    private static readonly Regex Behind = Compile($"^[ 、,(]{{0,2}}[^のはがをで、。\n ]{{0,20}}{Facility}");
    private static readonly Regex Before = Compile($"{Facility}[ :(\n]{{1,3}}(〒?[0-9]{{3}}-[0-9]{{4}} ?)?$");
    private static readonly Regex Label = Compile(
        "(会場|所在地|所在|開催場所|受付場所|集合場所|申込場所|設置場所|送付先|郵送先|提出先|申込先|届出先|あて先|宛先)[ :はが]{1,2}(〒?[0-9]{3}-[0-9]{4} ?)?$");

    public string Name => "pii-address-detail";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("allow", ParameterKind.List, false, "Addresses of offices that may be published, such as 大手町一丁目1番1号, in any spelling. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var allowed = with.List("allow").Select(AddressMention.Normal).ToList();
        var folded = Folding.Fold(subject.Text);
        foreach (var mention in AddressMention.Find(subject.Text))
        {
            var words = mention.Span.In(subject.Text);
            if (IsOffice(folded, mention.Whole) || allowed.Exists(a => AddressMention.Normal(mention.Whole.In(subject.Text)).EndsWith(a, StringComparison.Ordinal)))
            {
                continue;
            }

            yield return new Hit(
                new($"番地までの住所が含まれています（{words}）。", $"This is an address down to the house number ({words})."),
                mention.Span,
                null,
                new("町名までにするか、残す必要があるときは理由を入力してください。", "Name the town only or, if the number must stand, state a reason."));
        }
    }

    private static bool IsOffice(string folded, TextSpan address)
    {
        var behind = folded.Substring(address.End, Math.Min(24, folded.Length - address.End));
        var from = Math.Max(0, address.Start - 30);
        var before = folded[from..address.Start];
        return Behind.IsMatch(behind) || Before.IsMatch(before) || Label.IsMatch(before);
    }

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);
}
