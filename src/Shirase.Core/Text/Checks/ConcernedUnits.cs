using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// What touches other sections names them, and they are consulted; the file says which words speak of whose business (gm-3-3-b-2). Where
/// no section is concerned, the author says why.
/// </summary>
internal sealed class ConcernedUnits : ICheck
{
    public string Name => "concerned-units";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("propose", ParameterKind.List, true, "Words and the unit that is proposed for them, such as 強盗/窃盗=捜査第一課.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject is not { Kind: PostKind.Post, Content.RelatedUnits: null or { Count: 0 } })
        {
            yield break;
        }

        foreach (var (words, unit) in with.List("propose").Select(p => p.Split('=')).Where(p => p.Length == 2).Select(p => (p[0].Split('/'), p[1])))
        {
            if (words.FirstOrDefault(w => w.Length > 0 && (subject.Text.Contains(w, StringComparison.Ordinal) || subject.Subject.Contains(w, StringComparison.Ordinal))) is { } found)
            {
                yield return new Hit(
                    new($"「{found}」に関する情報ですが、協議する関係所属が選ばれていません（候補：{unit}）。", $"It speaks of {found}, and no section to consult has been named (proposed: {unit})."),
                    null,
                    "related-units",
                    new("関係所属を選んで協議するか、関係する所属がない理由を入力してください。", "Name the sections to consult, or say why none is concerned."));
                yield break;
            }
        }
    }
}
