using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Text;

namespace Shirase.Channels.X;

/// <summary>X, by API version 2. X has no key for a repeated call, so what may stand there is looked for on the account's own timeline.</summary>
public sealed class XChannel(
    XClient client, XSessions sessions, XMedia media, XTimeline timeline, XConsent consent, IOptions<XOptions> options, ILogger<XChannel> logger)
    : ILiveChannel, ILookUpPosts, IListPosts, IShowAccounts, IReadProfiles, ICostMoney, IConnectByConsent, IRevokeTokens
{
    public const string ChannelName = "x";

    private const int OneDollar = 1_000_000;

    public string Name => ChannelName;

    public ChannelLimits Limits { get; } = new(
        MaxGraphemes: 0, MaxUtf8Bytes: 0, MaxWeighted: WeightedCount.Limit, MaxImages: 4, MaxImageBytes: 5_000_000, CanRepost: true)
    {
        MaxAlt = XMedia.LongestAlt,
        CanContinue = true,
    };

    /// <summary>X takes no key of ours: what is not on the timeline is put before a human.</summary>
    public bool RepeatsSafely => false;

    public Uri Service => options.Value.Service;

    public bool CanAsk => consent.CanAsk;

    public Uri ConsentAt(ConsentQuestion question) => consent.At(question);

    public Task RevokeAsync(TokenPair pair, CancellationToken ct) => consent.RevokeAsync(pair, ct);

    public Task<TokenPair?> RedeemAsync(string code, ConsentQuestion question, CancellationToken ct) => consent.RedeemAsync(code, question, ct);

    /// <summary>X names no price for a repost; it is counted as a post.</summary>
    public long CostOf(string text, bool isRepost) => (long)(OneDollar
        * (!isRepost && UrlExtractor.Find(Composed.Of(text)).Count > 0 ? options.Value.PostWithAddressPrice : options.Value.PostPrice));

    public async Task<DeliveryOutcome> PublishAsync(LiveDelivery delivery, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var outcome = BeforeLeaving.Check(delivery, Limits)
            ?? await (delivery.RepostOf is null ? PostAsync(delivery, ct) : RepostAsync(delivery, ct));
        return outcome.Logged(logger, Name, delivery.Key);
    }

    public async Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct)
    {
        if (XPostId.Parse(id.Value) is not { } post)
        {
            return new DeliveryOutcome.Refused(RefusedBecause.Invalid, "Not the id of a post.");
        }

        var answer = post.RepostOf is { } source
            ? await AsUserAsync(account, user => XCalls.UndoRepost(user, source), ct)
            : await sessions.CallAsync(client, account, XCalls.Delete(post.Number), ct);
        if (answer is not Answer.Ok && !XErrors.IsNothingThere(answer))
        {
            return XErrors.Outcome(answer, wrote: true);
        }

        if (answer is Answer.Ok ok && ok.Body.TryGetProperty("data", out var data) && data.TryGetProperty("deleted", out var deleted) && !deleted.GetBoolean())
        {
            return new DeliveryOutcome.Unknown("X did not say that it deleted the post.");
        }

        Log.Removed(logger, Name, id.Value);
        return new DeliveryOutcome.Removed();
    }

    public async Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct) =>
        XPostId.Parse(id.Value) is { } post ? (await timeline.ReadAsync(account, post.Number, ct))?.Post : null;

    public async Task<RemotePost?> FindAsync(LiveDelivery delivery, CancellationToken ct) => (await timeline.FindAsync(delivery, ct))?.Post;

    public async Task<RemotePost?> LookUpAsync(ChannelAccount account, string address, CancellationToken ct) =>
        XPostId.OfPublic(address) is { } number ? (await timeline.ReadAsync(account, number, ct))?.Post : null;

    public Task<IReadOnlyList<RemotePost>> ListAsync(ChannelAccount account, DateTimeOffset since, int most, CancellationToken ct) =>
        timeline.ListAsync(account, since, most, ct);

    public Uri? ProfileOf(BodyId body, string handle, Uri? service) => new($"https://x.com/{Uri.EscapeDataString(handle)}");

    /// <summary>X takes 160 characters of description.</summary>
    public int LongestProfile => 160;

    public async Task<PlatformProfile?> ProfileAsync(ChannelAccount account, CancellationToken ct)
    {
        var answer = await sessions.CallAsync(client, account, XCalls.Profile(), ct);
        return answer switch
        {
            Answer.Ok ok when XBody.HasData(ok.Body) => await XProfile.OfAsync(
                XBody.Data(ok), id => sessions.CallAsync(client, account, XCalls.Following(id), ct)),
            _ when XErrors.IsNoEntry(answer) => null,
            _ => throw Verdict.Unreachable(answer),
        };
    }

    public async Task<string?> WhoAmIAsync(ChannelAccount account, CancellationToken ct)
    {
        var answer = await sessions.CallAsync(client, account, XCalls.Me(), ct);
        return answer switch
        {
            Answer.Ok ok when XBody.HasData(ok.Body) => Json.Text(XBody.Data(ok), "username"),
            _ when XErrors.IsNoEntry(answer) => null,
            _ => throw Verdict.Unreachable(answer),
        };
    }

    private async Task<DeliveryOutcome> PostAsync(LiveDelivery delivery, CancellationToken ct)
    {
        var under = delivery.ContinuationOf is { } own ? XPostId.Parse(own.Value) is { RepostOf: null } number ? number.Number : "" : null;
        if (under is "")
        {
            return new DeliveryOutcome.Refused(RefusedBecause.NotFound, "What it continues is not a post.");
        }

        var (ids, failure) = await media.UploadAsync(delivery, ct);
        if (failure is not null)
        {
            return failure;
        }

        if (ids.Count > 0 && !await delivery.MayStillLeave(ct))
        {
            return BeforeLeaving.Stopped;
        }

        var answer = await sessions.CallAsync(client, delivery.Account, XCalls.Create(delivery.Text, ids, under, CostOf(delivery.Text, false)), ct);
        return answer is Answer.Ok ok ? Published(delivery, ok, "id", null)
            : XErrors.IsDuplicate(answer) ? await StandingAsync(delivery, answer, ct)
            : XErrors.Outcome(answer, wrote: true);
    }

    private async Task<DeliveryOutcome> RepostAsync(LiveDelivery delivery, CancellationToken ct)
    {
        if (XPostId.OfPublic(delivery.RepostOf!) is not { } source)
        {
            return new DeliveryOutcome.Refused(RefusedBecause.NotFound, "The address is not one of a post.");
        }

        var (user, failure) = await sessions.IdOfAsync(client, delivery.Account, ct);
        if (user is null)
        {
            return XErrors.Outcome(failure!, wrote: false);
        }

        var answer = await sessions.CallAsync(client, delivery.Account, XCalls.Repost(user, source, CostOf("", true)), ct);
        return answer is Answer.Ok ok ? Published(delivery, ok, "rest_id", source)
            : XErrors.IsDuplicate(answer) ? await StandingAsync(delivery, answer, ct)
            : XErrors.Outcome(answer, wrote: true);
    }

    private DeliveryOutcome Published(LiveDelivery delivery, Answer.Ok ok, string field, string? source) =>
        XBody.HasData(ok.Body) && Json.Text(XBody.Data(ok), field) is { Length: > 0 } number
            ? new DeliveryOutcome.Published(new XPostId(number, source).Remote, options.Value.AddressOf(delivery.Account.Handle, number))
            : new DeliveryOutcome.Unknown("X said yes without naming the post.");

    private Task<DeliveryOutcome> StandingAsync(LiveDelivery delivery, Answer answer, CancellationToken ct) => OwnPosts.StandingAsync(
        async () => (await timeline.FindAsync(delivery, ct))?.Post, () => timeline.StoodBeforeAsync(delivery, ct), XErrors.Outcome(answer, wrote: true), answer);

    private async Task<Answer> AsUserAsync(ChannelAccount account, Func<string, Call> call, CancellationToken ct)
    {
        var (user, failure) = await sessions.IdOfAsync(client, account, ct);
        return user is null ? failure! : await sessions.CallAsync(client, account, call(user), ct);
    }
}
