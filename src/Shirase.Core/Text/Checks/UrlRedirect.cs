using Shirase.Core.Regulations;
using Shirase.Core.Text.Links;

namespace Shirase.Core.Text.Checks;

/// <summary>
/// A link that is passed on to a name of another owner: readers cannot see where it leads (is-3-7). It was followed before; links that
/// were not are passed over. A shortener that is known by name is <c>url-shortener</c>'s.
/// </summary>
internal sealed class UrlRedirect : ICheck
{
    public string Name => "url-redirect";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        from link in subject.MentionedLinks
        where !UrlShortener.Shortens(link.Host)
        let trail = subject.TrailOf(link)
        where trail is { State: LinkState.Circles } or { LeavesItsDomain: true }
        select trail.State == LinkState.Circles
            ? new Hit(
                link.Say(new($"{link.Host}へのリンクは転送が続き、行き先が分かりません。", $"The link to {link.Host} is passed on again and again.")),
                link.Span, link.Field, new("行き先のページのURLを入力してください。", "Enter the address of the page itself."))
            : new Hit(
                link.Say(new($"{link.Host}へのリンクは、別のサイト（{trail.Final}）に転送されます。", $"The link to {link.Host} is passed on to another site ({trail.Final}).")),
                link.Span, link.Field, new($"行き先のURL（{trail.Final}）を入力してください。", $"Enter the address that it ends at ({trail.Final})."), link.Mend(trail.Final));
}
