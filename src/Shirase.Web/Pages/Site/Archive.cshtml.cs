using Shirase.Site;

namespace Shirase.Web.Pages.Site;

/// <summary>The archive of posts, with those removed named as removed.</summary>
public sealed class ArchiveModel(PublicArchive archive) : SitePage(archive)
{
    public string Q { get; private set; } = "";

    public int Number { get; private set; }

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PublicArchive.PageSize - 1) / PublicArchive.PageSize);

    public string PageAddress => $"/site/{Body.Id}/posts?q={Uri.EscapeDataString(Q)}&page={{0}}";

    public IReadOnlyList<PublicPost> Posts { get; private set; } = [];

    public async Task OnGetAsync(string? q, int? page, CancellationToken ct)
    {
        Q = (q ?? "").Trim();
        Q = Q[..Math.Min(Q.Length, 100)];
        Number = Math.Clamp(page ?? 1, 1, 100_000);
        (Posts, Total) = await Archive.PostsAsync(Q, Number, ct);
    }
}
