using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Site;

namespace Shirase.Site;

/// <summary>Compares what a resident pasted with the official accounts and everything they published.</summary>
public sealed class Genuineness(PublicArchive archive, PublicPosts posts, PublicAccounts accounts, IOptions<SiteOptions> options)
{
    /// <summary>Most posts that are compared word by word. Ours.</summary>
    private const int MostCompared = 50;

    /// <param name="pasted">An address, a handle or a text.</param>
    /// <param name="here">Address of the open body's public site, to know its own pages.</param>
    public async Task<Answer> AskAsync(string? pasted, Uri here, CancellationToken ct)
    {
        var text = PastedText.Of(pasted);
        if (text.Text.Length == 0)
        {
            return new(Verdict.None);
        }

        if (text.Text.Length > options.Value.PastedCharacters)
        {
            return new(Verdict.TooLong);
        }

        var official = await accounts.AllAsync(ct);
        return await ByAddressAsync(text, here, ct) ?? ByAccount(text, official)
            ?? await ByWordsAsync(text, ct) ?? ByImitation(text, official) ?? new(Verdict.NotFound);
    }

    private async Task<Answer?> ByAddressAsync(PastedText text, Uri here, CancellationToken ct)
    {
        if (text.Address is not { } address)
        {
            return null;
        }

        var page = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        var bare = page[(page.IndexOf("://", StringComparison.Ordinal) + 3)..];
        List<string> spellings = [address.AbsoluteUri, text.Text, $"https://{bare}", $"http://{bare}", $"https://{bare}/", $"http://{bare}/"];
        if (await posts.ReadAsync(await posts.Published.Where(d => spellings.Contains(d.Address)).OrderBy(d => d.PublishedAt).Take(1).ToListAsync(ct), ct) is [var post])
        {
            return About(post);
        }

        return PastedText.SamePage(new Uri(address, "."), new Uri($"{here}/posts/")) && Guid.TryParse(address.Segments[^1], out var id)
            && await archive.PostAsync(id, ct) is { } own ? About(own) : null;
    }

    private static Answer? ByAccount(PastedText text, IReadOnlyList<PublicAccount> official)
    {
        var found = official.FirstOrDefault(a => text.Address is { } address
            ? a.Profile is { } profile && PastedText.SamePage(address, profile)
            : text.IsHandle(a.Handle, a.Name));
        return found is null ? null : new(
            found switch
            {
                { IsDrill: true } => Verdict.DrillAccount,
                { State: AccountState.Active } => Verdict.OfficialAccount,
                { State: AccountState.Stopped } => Verdict.StoppedAccount,
                _ => Verdict.EndedAccount,
            },
            Handle: found.Handle,
            Profile: found.Profile);
    }

    private async Task<Answer?> ByWordsAsync(PastedText pasted, CancellationToken ct)
    {
        var (text, anchors) = (pasted.Text, pasted.Anchors);
        var bare = text.StartsWith(DrillDelivery.Mark, StringComparison.Ordinal) ? text[DrillDelivery.Mark.Length..].TrimStart() : text;
        var near = await posts.Published.Where(d => d.OutgoingText != "" && (d.OutgoingText == bare || anchors.Any(a => d.OutgoingText.Contains(a))))
            .OrderByDescending(d => anchors.Count(a => d.OutgoingText.Contains(a))).ThenByDescending(d => d.PublishedAt)
            .Take(MostCompared).ToListAsync(ct);
        var compared = (await posts.ReadAsync(near, ct))
            .Select((post, i) => new Compared(post, Likeness.Of(post.IsDrill ? bare : text, near[i].OutgoingText)))
            .Where(c => c.Likeness.Kind != LikenessKind.None).ToList();

        // The whole before a part, a part before something like it; what stands before what does not
        var best = compared.Where(c => c.MayBeNamed)
            .OrderByDescending(c => c.Likeness.Kind).ThenByDescending(c => c.Likeness.Alike).ThenByDescending(c => c.Stands).ThenByDescending(c => c.Post.PublishedAt)
            .FirstOrDefault();
        return best is null ? null : About(best.Post, best.Likeness.Kind, text);
    }

    private static Answer? ByImitation(PastedText text, IReadOnlyList<PublicAccount> official)
    {
        var names = text.Names();
        var imitated = official.FirstOrDefault(a => names.Any(n => LookAlike.Of(n, a.Handle)
            || (text.Address is not null && string.Equals(n, a.Handle, StringComparison.OrdinalIgnoreCase))));
        return imitated is null ? null : new(Verdict.LookAlike, Handle: imitated.Handle, Profile: imitated.Profile);
    }

    private static Answer About(PublicPost post, LikenessKind how = LikenessKind.Whole, string pasted = "") => post switch
    {
        // An exercise is named as one, whatever became of it, and shown only where exercises are shown
        { IsDrill: true } => new(Verdict.Drill),
        { RemovedAt: not null } => new(Verdict.Removed, post, post.Handle),
        _ => how switch
        {
            LikenessKind.Whole => new(Verdict.Genuine, post, post.Handle),
            LikenessKind.Part => new(Verdict.Part, post, post.Handle),
            _ => new(Verdict.Altered, post, post.Handle, Pasted: pasted),
        },
    };

    private sealed record Compared(PublicPost Post, Likeness Likeness)
    {
        public bool Stands => !Post.IsDrill && Post.RemovedAt is null;

        // Who holds only some words of a removed post or an exercise must not learn here, word by word, what the others were
        public bool MayBeNamed => Stands || Likeness.Covers >= Core.Site.Likeness.NearlyAll;
    }
}
