using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Words and figures in full-width letters and digits; a single one, as in １人 or Ｘ, is a matter of style. Addresses and telephone
/// numbers have checks of their own.
/// </summary>
internal sealed class FullwidthAlnum : ICheck
{
    private static readonly UrlFullwidth Addresses = new();

    public string Name => "fullwidth-alnum";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        var others = Addresses.Find(subject, with).Select(h => h.Span!.Value).Concat(FullwidthPhone.In(text)).ToList();
        return CharacterRuns.Of(text, Belongs)
            .Where(run => run.Length > 1 && !others.Exists(o => run.Start < o.End && o.Start < run.End))
            .Select(run => new Hit(
                new($"英数字は半角にしてください（{run.In(text)}）。", $"Write letters and digits in half width ({run.In(text)})."),
                run,
                null,
                new("全角では検索や読み上げで正しく扱われないことがあります。", "In full width, searches and screen readers may not handle them."),
                Folding.Fold(run.In(text))));
    }

    internal static bool Belongs(char c) => c is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');
}
