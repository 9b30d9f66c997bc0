using Shirase.Core.Posts;
using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>The account sends its own words only; it reposts nobody (is-3-5-a).</summary>
internal sealed class RepostOff : ICheck
{
    public string Name => "repost-off";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with)
    {
        if (subject.Kind == PostKind.Repost)
        {
            yield return new Hit(
                new("このアカウントではリポストを行いません。", "This account does not repost."),
                null,
                "repost",
                new("自らの文面で投稿してください。", "Post it in your own words."));
        }
    }
}
