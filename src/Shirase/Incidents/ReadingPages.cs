using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>Fetches a page that somebody entered and judges whether it proves what it should. Called outside any transaction.</summary>
public sealed class ReadingPages(ShiraseDb db, IReadPages pages)
{
    /// <summary>Longest address of a page. Ours.</summary>
    public const int LongestAddress = 1000;

    public async Task<(SeenPage? Page, Refusal? Refusal)> ReadAsync(
        OfficialAccount account, Told told, string? entered, DateTimeOffset notBefore, string? clause, CancellationToken ct)
    {
        if (entered?.Trim() is not { Length: > 0 and <= LongestAddress } written || !Uri.TryCreate(written, UriKind.Absolute, out var address) || !pages.IsOurs(address))
        {
            return (null, new AddressIsNotOurs(clause));
        }

        SeenPage page;
        try
        {
            page = await pages.ReadAsync(address, ct);
        }
        catch (ChannelUnreachableException)
        {
            return (null, new PageNotReached(clause));
        }

        // Our own notices have no word of the server about their age, but we know it
        var id = address.Segments[^1].Trim('/');
        var posted = await db.WebsiteNotices.AsNoTracking().Where(n => n.Body == account.Body && n.Id == id).Select(n => (DateTimeOffset?)n.PostedAt).SingleOrDefaultAsync(ct);
        return PageProof.Judge(page with { ChangedAt = posted ?? page.ChangedAt }, told, NamesOf(account), notBefore, clause) is { } refusal ? (null, refusal) : (page, null);
    }

    public static PageProof Keep(OfficialAccount account, Guid subject, Told told, string address, SeenPage page, Act act) => new(
        Guid.CreateVersion7(act.At), account.Body, subject, told, address.Trim(), page.Hash, PageProof.ExcerptOf(page.Text, NamesOf(account)), act.By, act.At);

    private static IReadOnlyList<string> NamesOf(OfficialAccount account) => [account.Handle, account.DisplayName];
}
