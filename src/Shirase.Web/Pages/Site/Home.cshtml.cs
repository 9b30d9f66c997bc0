using Shirase.Site;

namespace Shirase.Web.Pages.Site;

/// <summary>For a resident on a phone: is this really from them, and what did they say lately?</summary>
public sealed class HomeModel(PublicArchive archive, Genuineness genuineness) : SitePage(archive)
{
    public string Q { get; private set; } = "";

    public Answer Answer { get; private set; } = new(Verdict.None);

    public IReadOnlyList<PublicPost> Latest { get; private set; } = [];

    public async Task OnGetAsync(string? q, CancellationToken ct)
    {
        Q = q ?? "";
        Answer = await genuineness.AskAsync(q, ct);
        Latest = [.. (await Archive.PostsAsync(null, 1, ct)).Posts.Take(5)];
    }
}
