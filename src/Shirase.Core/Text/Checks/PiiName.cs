using Shirase.Core.Regulations;
using Shirase.Core.Text.Names;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// Names of persons (gx-13-3-1): with a title, a label or an age, in full, in kana or in Latin letters. Who holds a public office is named
/// in it (知事, 署長 …) and stays out.
/// </summary>
internal sealed class PiiName : ICheck
{
    public string Name => "pii-name";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("allow", ParameterKind.List, false, "Names that may be published, such as a person who agreed for good. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var text = subject.Text;
        return PersonNames.Find(text, subject.Names)
            .Where(name => !with.List("allow").Contains(name.In(text), StringComparer.Ordinal))
            .Select(name => new Hit(
                new($"個人の氏名が含まれている可能性があります（{name.In(text)}）。", $"This may be a person’s name ({name.In(text)})."),
                name,
                null,
                new("氏名を削るか、残す必要があるときは理由を入力してください。", "Remove the name or, if it must stand, state a reason.")));
    }
}
