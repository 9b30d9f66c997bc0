using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Facebook;

/// <summary>Reads posts back, and looks for our own among those of the Page.</summary>
public sealed class FacebookPosts(FacebookClient client, IOptions<FacebookOptions> options, TimeProvider clock)
{
    /// <summary>The post, or null when certainly nothing stands there; throws when the platform cannot say.</summary>
    internal async Task<RemotePost?> ReadAsync(ChannelAccount account, string id, CancellationToken ct)
    {
        var answer = await client.CallAsync(account, FacebookCalls.Read(options.Value, id), ct);
        if (answer is not Answer.Ok ok)
        {
            return await IsGoneAsync(account, answer, ct) ? null : throw Verdict.Unreachable(answer);
        }

        var post = Post(ok.Body, account, await PageAsync(account, ct));
        var alts = new List<string>();
        foreach (var photo in PhotosOf(ok.Body))
        {
            alts.Add(await client.CallAsync(account, FacebookCalls.Alt(options.Value, photo), ct) is Answer.Ok seen ? Json.Text(seen.Body, "alt_text_custom") : "");
        }

        return post with { ImageAlts = alts };
    }

    /// <summary>
    /// The platform says "not there" and "you may not see it" in the same words. Only credentials that see the Page's posts can tell that
    /// one of them is gone.
    /// </summary>
    internal async Task<bool> IsGoneAsync(ChannelAccount account, Answer answer, CancellationToken ct) =>
        FacebookErrors.IsNotSeen(answer)
        && await client.IdOfAsync(account, ct) is { Id: { } page }
        && await client.CallAsync(account, FacebookCalls.Published(options.Value, page, clock.GetUtcNow(), null), ct) is Answer.Ok;

    /// <summary>The delivery among the Page's own posts, or null when it is certainly not there.</summary>
    internal async Task<RemotePost?> FindAsync(LiveDelivery delivery, CancellationToken ct) =>
        OwnPosts.First(await SinceAsync(delivery.Account, delivery.NotBefore - options.Value.ClockTolerance, ct), delivery.Text);

    /// <summary>The Page's own posts since then, newest first, without their alternative texts.</summary>
    internal async Task<IReadOnlyList<RemotePost>> SinceAsync(ChannelAccount account, DateTimeOffset since, CancellationToken ct)
    {
        var page = await PageAsync(account, ct);
        return await OwnPosts.SinceAsync(since, async after =>
        {
            var answer = await client.CallAsync(account, FacebookCalls.Published(options.Value, page, since, after), ct);
            if (answer is not Answer.Ok ok)
            {
                throw Verdict.Unreachable(answer);
            }

            var paging = Json.Member(ok.Body, "paging");
            return new(
                [.. Json.List(ok.Body, "data").Select(p => Post(p, account, page))],
                Json.Text(paging, "next").Length > 0 && Json.Text(Json.Member(paging, "cursors"), "after") is { Length: > 0 } next ? next : null);
        });
    }

    /// <summary>Comments under a post, oldest first.</summary>
    internal async Task<IReadOnlyList<RemoteComment>> CommentsAsync(ChannelAccount account, string post, int most, CancellationToken ct) =>
        await client.CallAsync(account, FacebookCalls.Comments(options.Value, post, most), ct) is var answer && answer is Answer.Ok ok
            ? [.. Json.List(ok.Body, "data").Select(c => new RemoteComment(
                new(Json.Text(c, "id")), Json.Text(Json.Member(c, "from"), "name"), Json.Text(c, "message"), Time(c),
                Json.Member(c, "is_hidden").ValueKind == JsonValueKind.True))]
            : throw Verdict.Unreachable(answer);

    private async Task<string> PageAsync(ChannelAccount account, CancellationToken ct) =>
        await client.IdOfAsync(account, ct) is var (id, failure) && id is not null ? id : throw Verdict.Unreachable(failure!);

    private RemotePost Post(JsonElement post, ChannelAccount account, string page)
    {
        var from = Json.Text(Json.Member(post, "from"), "id");
        var id = Json.Text(post, "id");
        return new(new(id), options.Value.AddressOf(id), from == page || from.Length == 0 ? account.Handle : from, Json.Text(post, "message"), Time(post), null, []);
    }

    // One photo stands in the attachment itself, several below it
    private static IEnumerable<string> PhotosOf(JsonElement post) =>
        Json.List(post, "attachments", "data")
            .SelectMany(a => Json.List(a, "subattachments", "data") is var below && below.Any() ? below : [a])
            .Select(a => Json.Text(Json.Member(a, "target"), "id"))
            .Where(FacebookChannel.IsId);

    private static DateTimeOffset Time(JsonElement thing) =>
        DateTimeOffset.TryParse(Json.Text(thing, "created_time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : DateTimeOffset.UnixEpoch;
}
