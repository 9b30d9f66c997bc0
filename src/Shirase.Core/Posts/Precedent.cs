namespace Shirase.Core.Posts;

/// <summary>What is out of the ordinary about a message; precedents are offered where it occurs again (gx-16).</summary>
[Flags]
public enum Peculiarities
{
    None = 0,

    /// <summary>画像 are attached.</summary>
    Images = 1,

    /// <summary>リポスト</summary>
    Repost = 2,

    /// <summary>時間外・緊急</summary>
    Urgent = 4,

    /// <summary>The activity of another public body.</summary>
    PublicBody = 8,
}

/// <summary>先例: what both sides settled in a consultation on a case (gx-16).</summary>
/// <param name="Consultation">Question and outcome with the two who confirmed.</param>
/// <param name="Case">The case on which it was settled.</param>
/// <param name="About">What is out of the ordinary about that case.</param>
/// <param name="SettledAt">When the second side confirmed.</param>
public sealed record Precedent(Consultation Consultation, PostApplication Case, Peculiarities About, DateTimeOffset SettledAt)
{
    /// <summary>The precedents of a case: its consultations that both sides settled.</summary>
    public static IEnumerable<Precedent> Of(PostApplication application) =>
        application.Consultations.Where(c => !c.IsOpen)
            .Select(c => new Precedent(c, application, In(application.Current.Content), c.PublicRelationsAt > c.ApplicantAt ? c.PublicRelationsAt.Value : c.ApplicantAt!.Value));

    /// <summary>True when the same thing that is out of the ordinary occurs in another message.</summary>
    public bool Touches(PostContent content) => (About & In(content)) != Peculiarities.None;

    /// <summary>What is out of the ordinary about a message.</summary>
    public static Peculiarities In(PostContent content) =>
        (content.Media.Count > 0 ? Peculiarities.Images : Peculiarities.None)
        | (content.Kind == PostKind.Repost ? Peculiarities.Repost : Peculiarities.None)
        | (content.Ground is not null ? Peculiarities.Urgent : Peculiarities.None)
        | (content.ContentClass == "public-body-activity" ? Peculiarities.PublicBody : Peculiarities.None);
}
