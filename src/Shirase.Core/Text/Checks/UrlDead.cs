using Shirase.Core.Regulations;
using Shirase.Core.Text.Links;

namespace Shirase.Core.Text.Checks;

/// <summary>A link behind which readers find nothing (gx-13-4-3, ok-5-2-a-1). It was followed before; links that were not are passed over.</summary>
internal sealed class UrlDead : ICheck
{
    public string Name => "url-dead";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        from link in subject.MentionedLinks
        let trail = subject.TrailOf(link)
        where trail is { IsDead: true, State: not LinkState.Circles }
        select new Hit(
            link.Say(Say(link.Host, trail)),
            link.Span, link.Field,
            new("URLを開いて確かめてください。正しいときは、理由を入力してください。", "Open the address and look. If it is right, state a reason."));

    private static Localized Say(string host, LinkTrail trail) => trail.State switch
    {
        LinkState.Gone => trail.Status is { } status
            ? new($"{host}のページがありません（{status}）。", $"There is no such page at {host} ({status}).")
            : new($"{host}というサイトは見つかりません。", $"There is no site called {host}."),
        LinkState.Inside => new($"{host}は、住民から開けない内部のアドレスです。", $"{host} is an inner address that the public cannot open."),
        _ => new($"{host}から応答がありません。", $"{host} does not answer."),
    };
}
