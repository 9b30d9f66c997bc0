using System.Text;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Machine-dependent characters (機種依存文字): garbled in mails, misread by screen readers (gx-13-2-2).</summary>
internal sealed class CharMachineDependent : ICheck
{
    private static readonly CharacterSet Known = new(Resource.Lines("machine-dependent").SelectMany(l => l.Split(' ')));

    private static readonly Dictionary<char, string> Better = new()
    {
        ['㈱'] = "（株）",
        ['㈲'] = "（有）",
        ['№'] = "No.",
        ['℡'] = "電話",
        ['㎡'] = "平方メートル",
        ['㎏'] = "キログラム",
        ['㎞'] = "キロメートル",
        ['㎝'] = "センチメートル",
        ['㎜'] = "ミリメートル",
        ['㏄'] = "シーシー",
    };

    public string Name => "char-machine-dependent";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        for (var i = 0; i < subject.Text.Length; i++)
        {
            var c = subject.Text[i];
            if (Known.Contains(c))
            {
                yield return new Hit(
                    new($"機種依存文字（環境依存文字）「{c}」です。置き換えてください。", $"“{c}” is a machine-dependent character. Replace it."),
                    new TextSpan(i, 1),
                    null,
                    new("読み上げや古い端末で正しく伝わりません。人名のときは、そのまま残す理由を入力してください。", "Screen readers and old devices fail on it. In a name, state that it must stand."),
                    MendOf(c));
            }
        }
    }

    // Kanji of names are left to the author: another kanji is another name
    private static string? MendOf(char c) => Better.TryGetValue(c, out var better) ? better
        : c is >= '\u2460' and <= '\u249B' or >= '\u3251' and <= '\u325F' or >= '\u32B1' and <= '\u32BF' ? $"({NumberIn(c)})"
        : c is >= '\u2160' and <= '\u217F' or >= '\u3300' and <= '\u33FF' ? c.ToString().Normalize(NormalizationForm.FormKC)
        : null;

    private static string NumberIn(char c) => string.Concat(c.ToString().Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));
}
