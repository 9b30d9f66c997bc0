using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>A link that leads neither to the own body nor to the public body whose activity is posted (gx-9-2).</summary>
internal sealed class ForeignLink : ICheck
{
    public string Name => "foreign-link";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("hosts", ParameterKind.List, false, "Hosts that are known besides those of the body and of the named public body. Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        var known = subject.KnownHosts.Concat(with.List("hosts")).ToList();
        return
            from link in subject.MentionedLinks
            where !known.Exists(h => Hosts.IsIn(link.Host, h))
            select new Hit(
                link.Say(new(
                    $"リンク先（{link.Host}）は、県警又は投稿する活動の主体のドメインとして登録されていません。",
                    $"The link leads to {link.Host}, which is registered neither for the police nor for the body whose activity is posted.")),
                link.Span,
                link.Field,
                new("リンク先を確かめ、残すときは理由を入力してください。", "Check the address; to keep it, state a reason."));
    }
}
