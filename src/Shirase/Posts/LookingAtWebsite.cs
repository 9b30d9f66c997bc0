using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// ホームページへの掲載を先に: the system itself looks at the page that a case names, before it goes out and again afterwards where the
/// head let it go first (ok-4-8). Looks are kept; nothing is asked of cases that name none.
/// </summary>
public sealed class LookingAtWebsite(ShiraseDb db, CaseReader reader, CaseChange change, IReadPages pages)
{
    /// <summary>Looks at the page outside any transaction and keeps what was seen. Does nothing where nothing has to stand there.</summary>
    public async Task LookAsync(PostApplicationId id, CancellationToken ct)
    {
        var open = await reader.OpenAsync(id, ct);
        db.ChangeTracker.Clear();
        if (open is not { Application.Current.Content: { Website.IsCritical: true } content } || !Uri.TryCreate(content.Website.Address, UriKind.Absolute, out var address))
        {
            return;
        }

        var state = WebsiteLook.Judge(await ReadAsync(address, ct), content);
        await using var transaction = await db.BeginChangeAsync(open.Application.Body, ct);
        var last = await LastAsync(id, ct);
        if (last is { OwesPage: true } && last.Address == content.Website.Address)
        {
            // What the head let go stays open until the page is seen; a site that is still away changes nothing
            if (state == WebsiteState.Live)
            {
                last.Followed(reader.Now);
                db.Record(open.Application.Body, reader.Now, "website.followed", $"application/{id}", new { look = last.Id });
            }
        }
        else
        {
            // Two looks within the grain of the clock keep their order
            var at = last is not null && last.At >= reader.Now ? last.At.AddMilliseconds(1) : reader.Now;
            var look = new WebsiteLook(Guid.CreateVersion7(at), open.Application.Body, id, content.Website.Address, state, at);
            db.Add(look);
            db.Record(open.Application.Body, reader.Now, "website.looked-at", $"application/{id}", new { look = look.Id, state = state.ToString() });
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>A person asks for a look: whoever may see the case.</summary>
    public async Task<Refusal?> AskAsync(PostApplicationId id, Who who, CancellationToken ct)
    {
        if (await reader.OpenAsync(id, ct) is not { } open || !open.IsVisibleTo(who.Staff))
        {
            return new CaseNotFound();
        }

        db.ChangeTracker.Clear();
        await LookAsync(id, ct);
        return null;
    }

    /// <summary>The head lets it go before the website, after the site was found unreachable (reading O7).</summary>
    public Task<Refusal?> GoWithoutAsync(PostApplicationId id, Who who, string? why, CancellationToken ct)
    {
        WebsiteLook? last = null;
        return change.RunAsync(id, who, why, "website.gone-without",
            (open, act) => last is null ? new WebsiteAnswers(ClauseOf(open))
                : last.Release(act, open.SeatIn(who.Staff, "unit-head") is { IsDeputy: false }, MinutesOf(open), ClauseOf(open)),
            (open, act) =>
            {
                change.Notices.Tell(open, act, Notices.ApplicantOf(open), "website.gone-without",
                    new($"{open.Application.Number}は、公式ホームページにつながらないため先に出すことが決まりました。復旧したら{MinutesOf(open)}分以内に掲載し、案件の画面で確認してください。",
                        $"{open.Application.Number} goes out before the website. Publish it there within {MinutesOf(open)} minutes and have it seen on the page of the case."),
                    ClauseOf(open));
                return Task.CompletedTask;
            },
            ct,
            prepare: async _ => last = await LastAsync(id, ct));
    }

    private static string? ClauseOf(OpenCase open) => open.Regulation.Gate("website-first")?.Clause;

    private static int MinutesOf(OpenCase open) => open.Regulation.Gate("website-first")?.With.Number("override_minutes", 60) ?? 60;

    private Task<WebsiteLook?> LastAsync(PostApplicationId id, CancellationToken ct) =>
        db.WebsiteLooks.Where(l => l.Application == id).OrderByDescending(l => l.At).FirstOrDefaultAsync(ct);

    // Only the body's own site is ever opened; an address elsewhere was refused when the case was filed
    private async Task<SeenPage?> ReadAsync(Uri address, CancellationToken ct)
    {
        try
        {
            return pages.IsOurs(address) ? await pages.ReadAsync(address, ct) : new SeenPage(404, "", "", null);
        }
        catch (ChannelUnreachableException)
        {
            return null;
        }
    }
}
