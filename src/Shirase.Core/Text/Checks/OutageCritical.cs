using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Every draft answers whether a day without it would have grave effects; what would must stand on the website too (ok-4-8).</summary>
internal sealed class OutageCritical : ICheck
{
    public string Name => "outage-critical";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Content is not { } content)
        {
            yield break;
        }

        if (content.Website is null)
        {
            yield return new Hit(
                new("１日以上見られないと重大な影響があるかに答えてください。", "Say whether a day without it would have grave effects."),
                null,
                "critical",
                new("避難、断水、休校など、一日でも見られないと困る情報かどうかです。", "Evacuation, water supply, closed schools and the like."));
        }
        else if (content.Website.IsCritical && !IsOurs(content.Website.Address, subject.KnownHosts))
        {
            yield return new Hit(
                new("公式ホームページへの掲載を先に行ってください。", "Publish it on the official website first."),
                null,
                "website-address",
                new("掲載したページのアドレス（公式ホームページの https://…）を入力してください。", "Enter the address of the page on the official website (https://…)."));
        }
    }

    private static bool IsOurs(string address, IReadOnlyList<string> hosts) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && hosts.Any(h => Hosts.IsIn(uri.Host, h));
}

/// <summary>Words that somebody else should look at, such as 部外秘 or the name of a party; the file lists them.</summary>
internal sealed class FlaggedWords : ICheck
{
    public string Name => "flagged-words";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("words", ParameterKind.List, true, "Words to point out.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        Words.Find(subject.Text, with.List("words")).DistinctBy(s => s.In(subject.Text)).Select(s => new Hit(
            new($"「{s.In(subject.Text)}」という語があります。載せてよいか確かめてください。", $"The text says “{s.In(subject.Text)}”. Make sure that it may be published."),
            s,
            null,
            new("削るか、残す理由を入力してください。理由は確認する人に示されます。", "Remove it, or say why it stays; the reason is shown to whoever checks.")));
}
