using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.Channels.Facebook;

/// <summary>A Page of Facebook, by its token. The platform has no key for a repeated call, so what may stand there is looked for among the Page's posts.</summary>
public sealed class FacebookChannel(
    FacebookClient client, FacebookPosts posts, FacebookTokens tokens, IOptions<FacebookOptions> options, TimeProvider clock, ILogger<FacebookChannel> logger)
    : ILiveChannel, IListPosts, IShowAccounts, IReadProfiles, ITellTokenHealth, IExchangeSecrets, IModerateComments
{
    public const string ChannelName = "facebook";

    public string Name => ChannelName;

    public ChannelLimits Limits { get; } = new(
        options.Value.MaxCharacters, MaxUtf8Bytes: 0, MaxWeighted: 0, options.Value.MaxImages, options.Value.MaxImageBytes, CanRepost: false);

    public bool RepeatsSafely => false;

    public async Task<DeliveryOutcome> PublishAsync(LiveDelivery delivery, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var outcome = BeforeLeaving.Check(delivery, Limits) ?? await SendAsync(delivery, ct);
        return outcome.Logged(logger, Name, delivery.Key);
    }

    public async Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct)
    {
        if (!IsId(id.Value))
        {
            return new DeliveryOutcome.Refused(RefusedBecause.Invalid, "Not the id of a post.");
        }

        var answer = await client.CallAsync(account, FacebookCalls.Delete(options.Value, id.Value), ct);
        if (answer is Answer.Ok ok ? Json.Member(ok.Body, "success").ValueKind == JsonValueKind.True : await posts.IsGoneAsync(account, answer, ct))
        {
            Log.Removed(logger, Name, id.Value);
            return new DeliveryOutcome.Removed();
        }

        return answer is Answer.Ok || FacebookErrors.IsNotSeen(answer)
            ? new DeliveryOutcome.Unknown($"{answer.Said}: the platform did not say that it deleted the post.")
            : FacebookErrors.Outcome(answer, wrote: true);
    }

    public Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct) =>
        IsId(id.Value) ? posts.ReadAsync(account, id.Value, ct) : Task.FromResult<RemotePost?>(null);

    public Task<RemotePost?> FindAsync(LiveDelivery delivery, CancellationToken ct) => posts.FindAsync(delivery, ct);

    public async Task<IReadOnlyList<RemotePost>> ListAsync(ChannelAccount account, DateTimeOffset since, int most, CancellationToken ct) =>
        [.. (await posts.SinceAsync(account, since, ct)).Take(most)];

    public Uri? ProfileOf(BodyId body, string handle, Uri? service) => options.Value.AddressOf(Uri.EscapeDataString(handle));

    public Task<TokenHealth?> HealthAsync(ChannelAccount account, CancellationToken ct) => tokens.HealthAsync(account, ct);

    public Task<string?> ExchangeAsync(ChannelAccount account, CancellationToken ct) => tokens.ExchangeAsync(account, ct);

    public Task<IReadOnlyList<RemoteComment>> CommentsAsync(ChannelAccount account, RemoteId post, int most, CancellationToken ct) =>
        IsId(post.Value) ? posts.CommentsAsync(account, post.Value, most, ct) : Task.FromResult<IReadOnlyList<RemoteComment>>([]);

    public async Task<DeliveryOutcome?> HideAsync(ChannelAccount account, RemoteId comment, bool hidden, CancellationToken ct)
    {
        if (!IsId(comment.Value))
        {
            return new DeliveryOutcome.Refused(RefusedBecause.Invalid, "Not the id of a comment.");
        }

        var answer = await client.CallAsync(account, FacebookCalls.Hide(options.Value, comment.Value, hidden), ct);
        return answer is Answer.Ok ? null : FacebookErrors.Outcome(answer, wrote: true);
    }

    public int LongestProfile => 0;

    /// <summary>Pages follow nobody in their own name as far as the platform tells.</summary>
    public async Task<PlatformProfile?> ProfileAsync(ChannelAccount account, CancellationToken ct)
    {
        var answer = await client.CallAsync(account, FacebookCalls.Profile(options.Value), ct);
        return answer switch
        {
            Answer.Ok ok => new(
                Json.Text(ok.Body, "name"),
                $"{Json.Text(ok.Body, "about")}\n{Json.Text(ok.Body, "description")}".Trim(),
                [.. Json.Text(ok.Body, "website").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)],
                Json.Text(ok.Body, "verification_status") is { Length: > 0 } status ? status != "not_verified" : null,
                null,
                [])
            {
                Handle = IsNamed(account.Handle, ok.Body) ? account.Handle : Json.Text(ok.Body, "username"),
            },
            _ when FacebookErrors.IsNoEntry(answer) => null,
            _ => throw Verdict.Unreachable(answer),
        };
    }

    public async Task<string?> WhoAmIAsync(ChannelAccount account, CancellationToken ct)
    {
        var answer = await client.CallAsync(account, FacebookCalls.Me(options.Value), ct);
        return answer switch
        {
            Answer.Ok ok when IsNamed(account.Handle, ok.Body) => account.Handle,
            Answer.Ok ok => Json.Text(ok.Body, "username") is { Length: > 0 } name ? name : Json.Text(ok.Body, "id"),
            _ when FacebookErrors.IsNoEntry(answer) => null,
            _ => throw Verdict.Unreachable(answer),
        };
    }

    /// <summary>A Page is registered by its name, or by its number where it has none.</summary>
    internal static bool IsNamed(string handle, JsonElement page) =>
        string.Equals(Json.Text(page, "username"), handle, StringComparison.OrdinalIgnoreCase) || Json.Text(page, "id") == handle;

    internal static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiDigit(c) || c == '_');

    private async Task<DeliveryOutcome> SendAsync(LiveDelivery delivery, CancellationToken ct)
    {
        var (page, failure) = await client.IdOfAsync(delivery.Account, ct);
        if (page is null)
        {
            return FacebookErrors.Outcome(failure!, wrote: false);
        }

        // A post never goes out with fewer photos than were approved; photos alone are seen by nobody
        var photos = new List<string>(delivery.Images.Count);
        foreach (var image in delivery.Images)
        {
            var uploaded = await client.CallAsync(delivery.Account, FacebookCalls.Photo(options.Value, page, image), ct);
            if (uploaded is not Answer.Ok up || Json.Text(up.Body, "id") is not { Length: > 0 } photo)
            {
                return uploaded is Answer.Ok ? new DeliveryOutcome.TryLater(null, "The platform named no photo.") : FacebookErrors.Outcome(uploaded, wrote: false);
            }

            photos.Add(photo);
        }

        if (photos.Count > 0 && !await delivery.MayStillLeave(ct))
        {
            return BeforeLeaving.Stopped;
        }

        var answer = await client.CallAsync(delivery.Account, FacebookCalls.Post(options.Value, page, delivery.Text, photos), ct);
        return answer is Answer.Ok ok
            ? Json.Text(ok.Body, "id") is { Length: > 0 } id
                ? new DeliveryOutcome.Published(new(id), options.Value.AddressOf(id))
                : new DeliveryOutcome.Unknown("The platform said yes without naming the post.")
            : FacebookErrors.IsDuplicate(answer) ? await OwnPosts.StandingAsync(
                () => posts.FindAsync(delivery, ct),
                async () => OwnPosts.First(await posts.SinceAsync(delivery.Account, clock.GetUtcNow().AddDays(-30), ct), delivery.Text) is not null,
                FacebookErrors.Outcome(answer, wrote: true),
                answer)
            : FacebookErrors.Outcome(answer, wrote: true);
    }
}
