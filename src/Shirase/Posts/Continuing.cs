using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// 続きの投稿: an application that goes on from an own published post and will stand under it. It addresses nobody, so it is no reply; it takes
/// the ordinary path of every application (is-3-5-a).
/// </summary>
public sealed class Continuing(ShiraseDb db, CaseReader reader, CaseChange change, Drafting drafting, ChannelSet channels)
{
    /// <summary>Where a document says whether an own post may be continued; a setting of the unit <c>flag</c>. Default: it may not.</summary>
    public const string Setting = "own-thread-continuation";

    /// <summary>Begins the continuation of a published case, on the accounts on which that stands.</summary>
    public async Task<Result<PostApplicationId>> BeginAsync(PostApplicationId own, Who who, CancellationToken ct)
    {
        var id = new PostApplicationId(Guid.CreateVersion7(reader.Now));
        Regulation? inForce = null;
        Refusal? nobody = null;
        var accounts = new List<OfficialAccount>();
        var refusal = await change.RunAsync(own, who, null, "application.continued",
            (open, _) => !open.IsOfUnit(who.Staff) ? new NotOfThisUnit()
                : inForce is null ? new NoRegulationInForce()
                : !inForce.Flag(Setting, false) ? new ContinuationNotAllowed(inForce.Setting(Setting)?.Clause)
                : accounts.Count == 0 ? new NothingStandsToContinue(ClauseOf(inForce))
                : accounts.Find(a => channels.Find(a.Channel)?.Limits.CanContinue != true) is { } none ? new ChannelHasNoThreads(none.DisplayName, ClauseOf(inForce))
                : nobody,
            (open, _) =>
            {
                var before = open.Application.Current.Content;
                var content = new PostContent
                {
                    Subject = before.Subject,
                    ContentClass = before.ContentClass,
                    ActivityOrSource = before.ActivityOrSource,
                    Category = before.Category,
                    Extension = before.Extension,
                    Accounts = [.. accounts.Select(a => a.Id.Value)],
                };
                drafting.BeginWithin(id, who, open.Unit.Id, content, null, inForce!).Continue(own);
                return Task.CompletedTask;
            },
            ct,
            prepare: async open =>
            {
                inForce = await drafting.InForceAsync(who.Body, ct);
                var standing = await db.Deliveries.AsNoTracking().Where(d => d.Application == own && d.State == DeliveryState.Published).Select(d => d.Account).ToListAsync(ct);
                accounts.AddRange(await db.Accounts.AsNoTracking().Where(a => standing.Contains(a.Id)).OrderBy(a => a.Handle).ToListAsync(ct));
                nobody = inForce is null ? null : await drafting.NoAuthorAsync(inForce, who, open.Unit.Id, ct);
            });
        return refusal is null ? id : refusal;
    }

    /// <summary>True where the post may be continued by this person's unit: the page offers it then.</summary>
    public static bool IsOffered(OpenCase open, StaffId staff) =>
        open.Application.State == ApplicationState.Published && open.Application.Current.Content.Kind == PostKind.Post && open.IsOfUnit(staff) && open.Regulation.Flag(Setting, false);

    private static string? ClauseOf(Regulation regulation) => regulation.Setting(Setting)?.Clause;
}

/// <summary>Reads what a continuation stands under.</summary>
public static class OwnThreads
{
    /// <summary>Whether the case continues another, and the platform's name of that post on this account while it stands there.</summary>
    public static async Task<(bool Continues, RemoteId? Own)> OwnPostAboveAsync(this ShiraseDb db, PostApplicationId application, AccountId account, string channel, CancellationToken ct)
    {
        if (await db.Applications.AsNoTracking().Where(a => a.Id == application).Select(a => a.ContinuationOf).SingleOrDefaultAsync(ct) is not { } own)
        {
            return (false, null);
        }

        var above = await db.Deliveries.AsNoTracking()
            .Where(d => d.Application == own && d.Account == account && d.Channel == channel && d.State == DeliveryState.Published && d.RemoteId != "")
            .OrderByDescending(d => d.PublishedAt).Select(d => d.RemoteId).FirstOrDefaultAsync(ct);
        return (true, above is null ? null : new RemoteId(above));
    }
}

public sealed record ContinuationNotAllowed(string? By) : Refusal(new Localized(
    "この規程では、投稿済みのものに続きを付けません。新しい申請を作ってください。", "Under this document nothing is continued. Make a new application."), By);

public sealed record NothingStandsToContinue(string? By) : Refusal(new Localized(
    "続きを付ける投稿が掲載されていません。新しい申請を作ってください。", "No post stands that could be continued. Make a new application."), By);

public sealed record ChannelHasNoThreads(string Account, string? By) : Refusal(new Localized(
    $"「{Account}」の発信先には、投稿に続きを付ける仕組みがありません。新しい申請を作ってください。",
    $"The platform of \"{Account}\" has no threads. Make a new application."), By);
