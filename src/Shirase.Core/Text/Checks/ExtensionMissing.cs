using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The form carries the extension under which the author is reached (gx-f-1).</summary>
internal sealed class ExtensionMissing : ICheck
{
    public string Name => "extension-missing";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is { } content && string.IsNullOrWhiteSpace(content.Extension))
        {
            yield return new Hit(
                new("内線番号がありません。", "The extension is missing."),
                null,
                "extension",
                new("起案者の内線番号を入力してください。", "Enter the author’s extension."));
        }
    }
}
