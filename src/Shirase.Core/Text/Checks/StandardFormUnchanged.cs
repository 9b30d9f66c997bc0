using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The text is that of an approved standard form with nothing but its slots filled in (is-2-4-d).</summary>
internal sealed class StandardFormUnchanged : ICheck
{
    public string Name => "standard-form";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.StandardForm is not { } form)
        {
            yield return new Hit(
                new("承認された定型の様式から作成されていません。", "It was not written from an approved standard form."),
                null,
                "standard-form",
                new("様式を選ぶか、運用所属長の承認に回してください。", "Choose a form, or have the head approve it."));
            yield break;
        }

        var (added, missing) = FormComparison.Compare(form, subject.Text);
        foreach (var span in added)
        {
            yield return new Hit(
                new($"定型の文にない言葉があります：「{span.In(subject.Text).Trim()}」。", $"Words that the standard form does not have: “{span.In(subject.Text).Trim()}”."),
                span,
                null,
                new("取り除くか、運用所属長の承認に回してください。", "Remove them, or have the head approve it."));
        }

        foreach (var words in missing)
        {
            yield return new Hit(
                new($"定型の文の「{words.Trim()}」がありません。", $"Words of the standard form are missing: “{words.Trim()}”."),
                null,
                "body",
                new("様式どおりに戻すか、運用所属長の承認に回してください。", "Put them back, or have the head approve it."));
        }
    }
}
