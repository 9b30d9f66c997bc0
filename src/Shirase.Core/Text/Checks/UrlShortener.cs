using Shirase.Core.Regulations;
using Shirase.Core.Text.Links;

namespace Shirase.Core.Text.Checks;

/// <summary>Short addresses hide where they lead; they are not used in official posts.</summary>
internal sealed class UrlShortener : ICheck
{
    private static readonly string[] Known =
    [
        "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "v.gd", "buff.ly", "x.gd", "ux.nu", "cutt.ly", "rb.gy",
        "t.ly", "onl.tw", "onl.la", "onl.bz", "shorturl.at", "rebrand.ly", "bl.ink", "tiny.cc", "j.mp", "dlvr.it", "fb.me", "amzn.to",
        "urx.space", "urx.blue", "0x0.st", "00m.in", "han.gl", "s.id", "wp.me", "lnkd.in", "trib.al", "soo.gd", "clck.ru",
    ];

    /// <summary>True for a host that is known to shorten addresses.</summary>
    internal static bool Shortens(string host) => Known.Any(h => Hosts.IsIn(host, h));

    public string Name => "url-shortener";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("hosts", ParameterKind.List, false, "Hosts that shorten addresses. Default: a built-in list such as bit.ly, t.co, tinyurl.com.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var hosts = with.List("hosts") is { Count: > 0 } given ? given : Known;
        return
            from link in subject.MentionedLinks
            where hosts.Any(h => Hosts.IsIn(link.Host, h))
            let final = subject.TrailOf(link) is { State: LinkState.Answers } trail && trail.LeavesItsDomain ? trail.Final : null
            select new Hit(
                link.Say(new($"短縮URLは使用できません（{link.Host}）。", $"Short addresses must not be used ({link.Host}).")),
                link.Span,
                link.Field,
                final is null
                    ? new("リンク先の元のURLを入力してください。", "Enter the address that it leads to.")
                    : new($"リンク先の元のURL（{final}）を入力してください。", $"Enter the address that it leads to ({final})."),
                link.Mend(final));
    }
}
