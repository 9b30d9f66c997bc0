using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The post to be reposted can be told from every other: by its address, or by author, time and opening words (gx-12-5-1).</summary>
internal sealed class RepostTarget : ICheck
{
    private static readonly string[] Known = ["https://x.com/{name}/status/{digits}", "https://twitter.com/{name}/status/{digits}"];

    public string Name => "repost-target";

    public IReadOnlyList<ParameterSpec> Parameters { get; } =
    [
        new(
            "patterns",
            ParameterKind.List,
            false,
            "Addresses of a single post; {name} stands for one part of the path, {digits} for digits. Default: posts on x.com and twitter.com."),
    ];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject is not { Kind: PostKind.Repost, Content: { } content })
        {
            yield break;
        }

        var address = content.Repost?.Address.Trim() ?? "";
        var patterns = with.List("patterns") is { Count: > 0 } given ? given : Known;
        // What a platform of the body opened as a post is identified, whatever its address looks like
        if (address.Length > 0 && subject.Repost?.TextNow is null && !patterns.Any(p => PostAddress.Matches(address, p)))
        {
            yield return new Hit(
                new("ポストを特定できるURLを入力してください。", "Enter an address that leads to a single post."),
                null,
                "repost",
                new(
                    "プロフィールやトップページではなく、ポストを開いたときのURLを入力してください。",
                    "Not a profile or a front page, but the address that you see when the post is open."));
        }
        else if (address.Length == 0
            && content.Repost is not { AuthorHandle.Length: > 0, PostedAt: not null, Text.Length: > 0 })
        {
            yield return new Hit(
                new("リポストの対象が特定できません。", "The post to be reposted is not identified."),
                null,
                "repost",
                new(
                    "ポストのURLを入力するか、投稿者・投稿日時・書き出しの全てを入力してください。",
                    "Enter its address, or all of author, time and opening words."));
        }
    }
}
