using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Every image has a text for those who do not see it (gx-f-2).</summary>
internal sealed class ImageAltMissing : ICheck
{
    public string Name => "image-alt-missing";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        subject.Media
            .Select((m, i) => (Media: m, Number: i + 1))
            .Where(m => string.IsNullOrWhiteSpace(m.Media.Alt))
            .Select(m => new Hit(
                new($"画像{m.Number}の代替テキストがありません。", $"Image {m.Number} has no alternative text."),
                null,
                "media",
                new("画像に写っている内容を文で入力してください。", "Describe in words what the image shows.")));
}
