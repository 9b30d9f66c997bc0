using Shirase.Core.Regulations;
using Shirase.Core.Text.Names;

namespace Shirase.Core.Text.Checks;

/// <summary>Who a young suspect is could be found out: name, school, grade or address of somebody under twenty (in the spirit of article 61 of the Juvenile Act).</summary>
internal sealed class JuvenileIdentifiable : ICheck
{
    internal static readonly string[] Deeds = ["逮捕", "検挙", "補導", "容疑", "送致", "書類送検", "送検", "自首", "犯行", "家庭裁判所", "摘発"];

    private const int Adult = 20;

    private static readonly string[] Young = ["少年", "少女", "中学生", "高校生", "小学生", "生徒", "未成年", "専門学校生"];

    public string Name => "juvenile-identifiable";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        if (!Deeds.Any(d => text.Contains(d, StringComparison.Ordinal)))
        {
            return [];
        }

        var names = PersonNames.Find(text, subject.Names);
        var ages = AgeMention.Find(text, names).Where(a => a.Years < Adult).ToList();
        var sentences = Sentences.Of(text).ToList();
        var told = sentences.Where(s => text.Says(s, Deeds)).ToList();
        var spans = told.Where(s => text.Says(s, Young) || ages.Exists(a => Holds(s, a.Span))).ToList();
        if (spans.Count == 0)
        {
            return [];
        }

        var marks = SchoolMention.Find(text).Where(s => s.NamesSchool).Select(s => s.Span)
            .Concat(names)
            .Concat(AddressMention.Find(text).Select(a => a.Span));
        return marks.Where(m => spans.Exists(s => Holds(s, m))).OrderBy(m => m.Start).Select(m => new Hit(
            new($"少年を推知できる情報です（{m.In(text)}）。", $"Who the young person is could be found out by this ({m.In(text)})."),
            m,
            null,
            new("氏名、学校名、住所などを削り、「少年」「市内」のように書いてください。", "Leave out name, school and address; write “a juvenile”, “in the city”.")));
    }

    private static bool Holds(TextSpan whole, TextSpan part) => whole.Start <= part.Start && whole.End >= part.End;
}
