using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Web.Parts;
using Shirase.Web.Words;

namespace Shirase.Web.Posts;

/// <summary>A content as it will read on the channel, with both counts.</summary>
public sealed record OutgoingView(PostApplicationKey Case, PostContent Content, string Text, int Characters, int Limit, int Weight)
{
    public static OutgoingView Of(CaseFile file, ContentVersion version)
    {
        var text = ComposedText.Of(version.Content, file.Regulation.Composition);
        return new(new(file.Application.Id.Value), version.Content, text, LiteralCount.Of(text), LimitOf(file.Regulation), WeightedCount.Of(text)) { PublicBody = file.PublicBodyWords };
    }

    /// <summary>The registered body whose post is reposted, with its class; null where it is not registered.</summary>
    public Localized? PublicBody { get; init; }

    public bool IsRepost => Content.Kind == PostKind.Repost;

    public IReadOnlyList<CountView> Counts(IText text) =>
        [new(text["Case.Count.Literal"], Characters, Limit), new(text["Case.Count.Weighted"], Weight, WeightedCount.Limit)];

    /// <summary>The office's limit of characters (gx-13-2-1).</summary>
    public static int LimitOf(Regulation regulation) => regulation.Number("max-characters", 140);
}

/// <summary>The case an image belongs to, for its address.</summary>
public sealed record PostApplicationKey(Guid Value);
