using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>Only posts of the state, local authorities and highly public bodies are reposted; the original author decides (gx-8-2-2).</summary>
internal sealed class RepostPublicBody : ICheck
{
    public string Name => "repost-public-body";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Kind != PostKind.Repost || subject.Repost is { RegisteredClass: not null })
        {
            yield break;
        }

        var handle = subject.Repost?.AuthorHandle ?? subject.Content?.Repost?.DecidingHandle ?? "";
        var author = handle.Length > 0 ? $"（@{handle}）" : "";
        yield return new Hit(
            new(
                $"投稿者{author}は、国・地方公共団体・公共性の高い機関として登録されていません。",
                $"The author{(handle.Length > 0 ? $" (@{handle})" : "")} is not registered as state, local authority or highly public body."),
            null,
            "repost",
            new(
                "公的な機関であれば、根拠を添えて登録を申し出てください。他者のポストのリポストは、元の投稿者で判断します。",
                "If it is a public body, propose it for the register with proof. Of a repost the original author counts."));
    }
}
