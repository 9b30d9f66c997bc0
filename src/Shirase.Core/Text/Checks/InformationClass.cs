using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Every draft belongs to a class of the body's classification of information (to-2-2-c).</summary>
internal sealed class InformationClass : ICheck
{
    private static readonly string[] Classes = ["1", "2", "other"];

    public string Name => "information-class";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is { } content && !Classes.Contains(content.Release?.Class, StringComparer.Ordinal))
        {
            yield return new Hit(
                new("情報区分を選択してください。", "Choose the class of the information."),
                null,
                "information-class",
                new("添付した画像も含めて、一番高い区分を選んでください。", "Choose the highest one, the attached images included."));
        }
    }
}

/// <summary>Information of the classes Ⅰ and Ⅱ goes out only when its publication was decided; what was not answered counts as Ⅰ (to-6-1-a).</summary>
internal sealed class ReleaseDecision : ICheck
{
    public string Name => "release-decision";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is { } content && content.Release?.Class != "other" && content.Release?.IsDecided != true)
        {
            var name = content.Release?.Class == "2" ? "Ⅱ" : "Ⅰ";
            yield return new Hit(
                new($"公開の決定がない情報区分{name}は発信できません。", $"Information of class {name} without a decision to publish it must not be sent."),
                null,
                "release-decision",
                new("公開を決めた文書の番号と日付を入力してください。決定がないときは発信できません。", "Enter number and date of the decision; without one it cannot be sent."));
        }
    }
}

/// <summary>Only what is or will be public is sent; what was not answered counts as not public (ok-5-4).</summary>
internal sealed class ReleaseStatus : ICheck
{
    public string Name => "release-status";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is { } content && content.Release?.Status != "public")
        {
            yield return content.Release?.Status == "not-public"
                ? new Hit(
                    new("公開の予定がない情報は書き込めません。", "What is not meant for publication must not be posted."),
                    null,
                    "release-status",
                    new("公開が決まるまで待つか、その部分を除いてください。", "Wait until publication is decided, or leave that part out."))
                : new Hit(
                    new("公開の予定（公開予定・公開済／非公開）を選択してください。", "Say whether it is meant for publication."),
                    null,
                    "release-status",
                    new("答えがないものは非公開として扱います。", "What is not answered counts as not public."));
        }
    }
}

/// <summary>Nothing goes out before the moment from which it may be known (ok-5-4).</summary>
internal sealed class Embargo : ICheck
{
    public string Name => "embargo";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content?.Release?.NotBefore is { } from && (subject.SendAt ?? subject.Now) < from)
        {
            var (ja, en) = JapaneseDate.DayAndTime(from);
            yield return new Hit(
                new($"解禁（{ja}）より前には書き込めません。", $"It must not go out before {en}."),
                null,
                "not-before",
                new($"{ja}以後を指定してください。", $"Choose {en} or later."));
        }
    }
}
