using Shirase.Core.Site;
using Shirase.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Site;

/// <summary>The archive of posts, with those removed named as removed.</summary>
public sealed class ArchiveModel(PublicArchive archive, IText text) : SitePage(archive, text)
{
    /// <summary>Longest word that is searched, in characters. Ours.</summary>
    public const int LongestWord = 100;

    public string Q { get; private set; } = "";

    public int Number { get; private set; }

    public int Total { get; private set; }

    public int Pages => Math.Max(1, (Total + PublicArchive.PageSize - 1) / PublicArchive.PageSize);

    public string PageAddress => $"/site/{Body.Id}/posts?q={Uri.EscapeDataString(Q)}&page={{0}}";

    public IReadOnlyList<PublicPost> Posts { get; private set; } = [];

    public async Task OnGetAsync(string? q, int? page, CancellationToken ct)
    {
        Q = PastedText.Of(q).Text;
        Q = Q.Length <= LongestWord ? Q : PastedText.Of(Q[..LongestWord]).Text;
        Number = Math.Clamp(page ?? 1, 1, 100_000);
        (Posts, Total) = await Archive.PostsAsync(Q, Number, ct);
    }
}
