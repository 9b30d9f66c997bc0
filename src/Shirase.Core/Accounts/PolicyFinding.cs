using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Core.Accounts;

/// <summary>What speaks against a policy as it is written.</summary>
/// <param name="Kind">Name of what was looked at, such as <c>placeholder</c>.</param>
/// <param name="Block">The block that it is about; for a question its id.</param>
/// <param name="Effect"><see cref="Effect.Refuse"/>, or <see cref="Effect.Warn"/> where a reason suffices.</param>
/// <param name="Reason">The reason that was given; null while there is none.</param>
public sealed record PolicyFinding(string Kind, string Block, Effect Effect, string Clause, Localized Message, string? Reason)
{
    /// <summary>True when the policy cannot be adopted because of it.</summary>
    public bool Stops => Effect == Effect.Refuse || Reason is null;
}

/// <summary>Looks whether a policy says all that its regulation asks for. Pure; everything is found at once, in the order of the policy.</summary>
public static class PolicyFindings
{
    public static IReadOnlyList<PolicyFinding> Of(Regulation regulation, PolicySubject subject, PolicyFill fill)
    {
        var outline = regulation.Policy!;
        var values = PolicyText.Values(regulation, subject, fill);
        var text = PolicyText.Of(regulation, subject, fill);
        return
        [
            .. outline.Asks.SelectMany(a => OfAnswer(a, fill)),
            .. PolicyWords.PlaceholderIn(text.Title) is { } left ? [Placeholder("title", left, outline.Clause)] : Array.Empty<PolicyFinding>(),
            .. outline.Blocks.SelectMany(b => text.Of(b.Id) is { } words ? Chief([.. OfBlock(outline, b, words, values, fill, subject.Day)]) : [LeftOut(outline, b, fill)]),
        ];
    }

    // What has to be mended first is not asked a reason for being rewritten
    private static IEnumerable<PolicyFinding> Chief(IReadOnlyList<PolicyFinding> found) =>
        found.Any(f => f.Effect == Effect.Refuse) ? found.Where(f => f.Kind != "rewritten") : found;

    private static IEnumerable<PolicyFinding> OfAnswer(PolicyQuestion ask, PolicyFill fill)
    {
        if (ask.IsAddress && fill.Answers.GetValueOrDefault(ask.Id)?.Trim() is { Length: > 0 } answer
            && (!Uri.TryCreate(answer, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps))
        {
            yield return new("address", ask.Id, Effect.Refuse, ask.Clause, new(
                $"「{ask.Name.Ja}」は https:// から始まるアドレスを入力してください。", $"\"{ask.Name.En}\" has to be an address that begins with https://."), null);
        }
    }

    private static PolicyFinding LeftOut(PolicyOutline outline, PolicyBlock block, PolicyFill fill) => outline.IsBinding || block.IsBinding || block.IsLocked
        ? new("left-out", block.Id, Effect.Refuse, block.Clause, new(
            $"「{block.Name.Ja}」がありません。規程が求めているため外せません。", $"\"{block.Name.En}\" is missing. The regulation asks for it; it cannot be left out."), null)
        : new("left-out", block.Id, Effect.Warn, block.Clause, new(
            $"「{block.Name.Ja}」がありません。外す理由を入力してください。", $"\"{block.Name.En}\" is missing. Say why it is left out."), fill.ReasonFor(block.Id));

    private static IEnumerable<PolicyFinding> OfBlock(
        PolicyOutline outline, PolicyBlock block, string words, IReadOnlyDictionary<string, string> values, PolicyFill fill, DateOnly day)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            yield return new("empty", block.Id, Effect.Refuse, block.Clause, new(
                $"「{block.Name.Ja}」が空です。書くか、外してください。", $"\"{block.Name.En}\" is empty. Write it or leave it out."), null);
            yield break;
        }

        if (PolicyWords.PlaceholderIn(words) is { } left)
        {
            yield return Asked(outline, left) is { } ask
                ? new("placeholder", block.Id, Effect.Refuse, block.Clause, new(
                    $"「{ask.Name.Ja}」を入力してください。「{block.Name.Ja}」の文に入ります。", $"Enter \"{ask.Name.En}\"; it goes into \"{block.Name.En}\"."), null)
                : Placeholder(block.Id, left, block.Clause) with { Message = new($"「{block.Name.Ja}」に「{left}」が残っています。実際の名称などに書き換えてください。", $"\"{left}\" is left in \"{block.Name.En}\". Put the real words in its place.") };
        }

        foreach (var missing in Missing(block, words, values))
        {
            yield return new("says", block.Id, outline.IsBinding || block.IsBinding ? Effect.Refuse : Effect.Warn, block.Clause, missing,
                outline.IsBinding || block.IsBinding ? null : fill.ReasonFor(block.Id));
        }

        if (fill.Edited.ContainsKey(block.Id) && PolicyWords.Plain(words) != PolicyWords.Plain(PolicyText.Proposed(block, values)))
        {
            yield return block.IsLocked
                ? new("locked", block.Id, Effect.Refuse, block.Clause, new(
                    $"「{block.Name.Ja}」の文は、アカウントの設定から作られるため変えられません。", $"The words of \"{block.Name.En}\" are made of the settings of the account and cannot be changed."), null)
                : new("rewritten", block.Id, Effect.Warn, block.Clause, new(
                    $"「{block.Name.Ja}」の文を変えています。変える理由を入力してください。", $"\"{block.Name.En}\" was rewritten. Say why."), fill.ReasonFor(block.Id));
        }

        foreach (var conflict in outline.Conflicts)
        {
            if (conflict.Words.FirstOrDefault(w => PolicyWords.Says(words, w)) is { } promise)
            {
                yield return new("conflict", block.Id, conflict.Effect, conflict.Clause, new(
                    $"「{block.Name.Ja}」の「{promise}」は、{conflict.Why.Ja}", $"\"{promise}\" in \"{block.Name.En}\": {conflict.Why.En}"),
                    conflict.Effect == Effect.Refuse ? null : fill.ReasonFor(block.Id));
            }
        }

        foreach (var law in outline.Laws.Where(l => PolicyWords.VariablesOf(block.Text).Contains(l.Id) && PolicyWords.Says(words, l.Name)))
        {
            if (OfLaw(law, day) is { } message)
            {
                yield return new("law", block.Id, Effect.Warn, law.Clause, message, fill.ReasonFor(block.Id));
            }
        }
    }

    // What the register knows is shown beside what was written: a name that differs in one letter is not seen otherwise
    private static IEnumerable<Localized> Missing(PolicyBlock block, string words, IReadOnlyDictionary<string, string> values)
    {
        foreach (var phrase in block.Says.SelectMany(p => p == "{content-classes}" ? values["content-classes"].Split('、') : [p]))
        {
            var filled = PolicyWords.Fill(phrase, values);
            if (PolicyWords.PlaceholderIn(filled) is null && !PolicyWords.Says(words, filled))
            {
                var shown = filled.Split('|')[0];
                yield return PolicyWords.VariablesOf(phrase).Count > 0
                    ? new($"「{block.Name.Ja}」が登録と違います。登録は「{shown}」、ポリシーは「{Short(words)}」です。", $"\"{block.Name.En}\" differs from the register: the register says \"{shown}\", the policy \"{Short(words)}\".")
                    : new($"「{block.Name.Ja}」に「{shown}」がありません。", $"\"{block.Name.En}\" does not say \"{shown}\".");
            }
        }
    }

    private static Localized? OfLaw(LawReference law, DateOnly day)
    {
        if (!law.IsInForce(day))
        {
            var (end, endEn) = law.To is { } to && day > to
                ? ($"{JapaneseDate.EraYear(to)}{to.Month}月{to.Day}日に終わっています", $"ended on {to:yyyy-MM-dd}")
                : ("まだ施行されていません", "is not yet in force");
            return new(
                $"「{law.Name}」は{end}。{(law.Successor is { } next ? $"後継として登録されているのは「{next}」です。" : "")}このまま引用するときは理由を入力してください。",
                $"\"{law.Name}\" {endEn}.{(law.Successor is { } after ? $" Entered as its successor: \"{after}\"." : "")} Say why it is cited all the same.");
        }

        return law.Confirmed is null
            ? new($"「{law.Name}」が現行であることは確かめられていません。確かめた結果を理由に入力してください。", $"Nobody has confirmed that \"{law.Name}\" is in force. Look, and enter what you found as the reason.")
            : null;
    }

    private static PolicyQuestion? Asked(PolicyOutline outline, string left) => outline.Asks.FirstOrDefault(a => left.StartsWith($"{{{a.Id}}}", StringComparison.Ordinal));

    private static PolicyFinding Placeholder(string block, string left, string clause) => new("placeholder", block, Effect.Refuse, clause, new(
        $"「{left}」が残っています。実際の名称などに書き換えてください。", $"\"{left}\" is left. Put the real words in its place."), null);

    private static string Short(string words) => words.Length > 60 ? words[..60] + "…" : words;
}
