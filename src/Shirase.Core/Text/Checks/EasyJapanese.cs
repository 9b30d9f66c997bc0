using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Words of the office with a plainer one beside each (やさしい日本語). A hint; nobody has to answer it.</summary>
internal sealed class EasyJapanese : ICheck
{
    private static readonly WordList Hard = new("easy-japanese");

    public string Name => "easy-japanese";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [WordList.Spec("pairs 当該=その, 速やかに=すぐに")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        Hard.Matches(subject.Text, with).DistinctBy(m => m.Span.In(subject.Text)).Select(m => new Hit(
            new($"「{m.Span.In(subject.Text)}」は分かりにくい言葉です。", $"“{m.Span.In(subject.Text)}” is a hard word."),
            m.Span,
            null,
            m.Instead is { Length: > 0 } plain
                ? new($"「{plain}」などと言い換えると、多くの人に伝わります。", $"“{plain}” reaches more readers.")
                : new("やさしい言葉に言い換えると、多くの人に伝わります。", "A plainer word reaches more readers."),
            m.Instead));
}
