namespace Shirase.Core.Posts;

/// <summary>What was seen of the page that must carry something first.</summary>
public enum WebsiteState
{
    /// <summary>The page stands and carries it.</summary>
    Live,

    /// <summary>The page stands, but not with this content.</summary>
    OtherContent,

    /// <summary>There is no such page.</summary>
    Missing,

    /// <summary>The site did not answer: the head may go on with a reason (ok-4-8, reading O7).</summary>
    Unreachable,
}

/// <summary>
/// A look of the system itself at the page that a case names (ok-4-8). When the site did not answer the head may let the post go; then
/// the page is due afterwards, and the look stays open until it was seen.
/// </summary>
public sealed class WebsiteLook(Guid id, BodyId body, PostApplicationId application, string address, WebsiteState state, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public PostApplicationId Application { get; private set; } = application;

    public string Address { get; private set; } = address;

    public WebsiteState State { get; private set; } = state;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>The head who let it go without the page; null where nobody did.</summary>
    public StaffId? ReleasedBy { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    public string ReleaseWhy { get; private set; } = "";

    /// <summary>By when the page has to follow.</summary>
    public DateTimeOffset? FollowDue { get; private set; }

    /// <summary>When the page was seen after all.</summary>
    public DateTimeOffset? FollowedAt { get; private set; }

    /// <summary>True while the page is still owed.</summary>
    public bool OwesPage => ReleasedAt is not null && FollowedAt is null;

    /// <summary>The head lets it go: only after the site was found unreachable, and with a reason.</summary>
    /// <param name="minutes">Minutes within which the page has to follow.</param>
    public Refusal? Release(Act act, bool isHead, int minutes, string? clause)
    {
        if (!isHead)
        {
            return new OnlyTheHeadGoesWithout(clause);
        }

        if (State != WebsiteState.Unreachable)
        {
            return new WebsiteAnswers(clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(clause);
        }

        (ReleasedBy, ReleasedAt, ReleaseWhy, FollowDue) = (act.By, act.At, act.Why.Trim(), act.At.AddMinutes(minutes));
        return null;
    }

    public void Followed(DateTimeOffset at) => FollowedAt ??= at;

    /// <summary>What a page proves. It carries the post when its subject or its opening words stand on it.</summary>
    public static WebsiteState Judge(Channels.SeenPage? page, PostContent content)
    {
        if (page is null)
        {
            return WebsiteState.Unreachable;
        }

        if (page.Status != 200)
        {
            return WebsiteState.Missing;
        }

        var text = Plain(page.Text);
        return Signs(content).Any(s => s.Length > 0 && text.Contains(s, StringComparison.Ordinal)) ? WebsiteState.Live : WebsiteState.OtherContent;
    }

    private static IEnumerable<string> Signs(PostContent content) => [Plain(content.Subject), Plain(content.Body.Split('\n')[0])];

    private static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}

public sealed record OnlyTheHeadGoesWithout(string? By) : Refusal(new Localized(
    "公式ホームページへの掲載を待たずに出すことは、所属長だけが決められます。", "Only the head decides that it goes out before the website."), By);

public sealed record WebsiteAnswers(string? By) : Refusal(new Localized(
    "公式ホームページにつながらないことが確認されたときに限り、掲載を待たずに出せます。先に掲載してください。",
    "It may go out before the website only when the site was found unreachable. Publish it there first."), By);
