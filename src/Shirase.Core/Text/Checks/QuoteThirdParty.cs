using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The post of a private person, quoted or linked: from an official account it looks vouched for (ok-5-2-e-1, to-6-1-u).</summary>
internal sealed class QuoteThirdParty : ICheck
{
    private static readonly string[] Networks =
        ["x.com", "twitter.com", "instagram.com", "facebook.com", "tiktok.com", "youtube.com", "youtu.be", "threads.net", "threads.com", "bsky.app", "note.com", "ameblo.jp", "mixi.jp", "5ch.net", "nicovideo.jp", "misskey.io", "mstdn.jp"];

    private static readonly Regex Post = Patterns.Of("/(status|statuses|posts?|p|reel|reels|video|videos|watch|shorts|photo|n|entry-[0-9]+|thread|notes|@[^/]+/[0-9a-z]+)([/?=]|$)|youtu[.]be/.");

    private static readonly Regex Quoting = Patterns.Of(
        "[一-龥々ぁ-んァ-ヶーA-Za-z0-9_＠@]{1,16} ?(さん|氏|様)(の|による|が|から)(X|Ｘ|SNS|ＳＮＳ|ツイッター|インスタグラム|フェイスブック|ブログ)?(の|への)?(投稿|ポスト|ツイート|動画|書き込み|つぶやき)(した|より|から|を|が|に)?[^。、\n]{0,6}?(引用|紹介|転載|シェア)?"
        + "|(一般の方|一般ユーザー|フォロワー|ユーザー|市民|県民|住民|目撃者|利用者|ある方|個人)(の方)?(の|が|による)(X|Ｘ|SNS|ＳＮＳ)?(の|へ|に)?(投稿|ポスト|ツイート|動画|書き込み|つぶやき)(した)?[^。、\n]{0,6}?(引用|紹介|転載|シェア)(します|しました|して|させて)"
        + "|(投稿|ポスト|ツイート|書き込み|ブログ)(を|より|から)(引用|転載|紹介|シェア)[ぁ-ん]{0,6}|引用(リ)?(ポスト|ツイート|投稿)|RT[ ]?[@＠][A-Za-z0-9_]{2,15}");

    // The own post, and posts of public bodies, are no third party's
    private static readonly Regex Own = Patterns.Of("(警察|県警|本県|当署|当課|本アカウント|県|市|町|村|庁|省|消防|気象台|公式)(の公式)?(アカウント|X|Ｘ)?(さん|様)?(の|による)(X|Ｘ)?(の)?(投稿|ポスト|動画)");

    public string Name => "quote-third-party";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
        [new("hosts", ParameterKind.List, false, "Hosts of networks besides the built-in ones (x.com, instagram.com …). Default: none.")];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        // A repost is decided by checks of its own
        if (subject.Kind == Posts.PostKind.Repost || subject.IsFact("repost_target_public_body") || subject.Repost?.RegisteredClass is not null)
        {
            return [];
        }

        var text = subject.Text;
        var own = Quotation.Blank(text);
        var hosts = Networks.Concat(with.List("hosts")).ToList();
        var links = UrlExtractor.Find(text)
            .Where(u => hosts.Exists(h => Hosts.IsIn(u.Host, h)) && !subject.KnownHosts.Any(h => u.Text.Contains(h, StringComparison.OrdinalIgnoreCase)) && Post.IsMatch(u.Text))
            .Select(u => new TextSpan(u.Start, u.Length));
        return links.Concat(Quoting.SpansIn(own).Where(s => !Own.IsMatch(s.In(text)))).OrderBy(s => s.Start).Select(span => new Hit(
            new($"第三者の投稿の引用は慎重に行ってください（{span.In(text)}）。", $"Quote posts of others with care ({span.In(text)})."),
            span,
            null,
            new("投稿者の同意、内容の確認、権利を確かめ、引用する理由を入力してください。", "Make sure of consent, content and rights, and say why it is quoted.")));
    }
}
