using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>A post as it stands on X, with the numbers by which it is compared.</summary>
internal sealed record XPost(XPostId Id, RemotePost Post);

/// <summary>Reads posts back, and looks for our own among those of the account.</summary>
public sealed class XTimeline(XClient client, XSessions sessions, IOptions<XOptions> options, TimeProvider clock)
{
    // What one account posts in the window; X gives no more than 3,200 anyway
    private const int MostPages = 32;

    // How far back X is known to compare words; ours
    private DateTimeOffset Long => clock.GetUtcNow().AddDays(-30);

    private long Cost => (long)(options.Value.ReadPrice * 1_000_000);

    /// <summary>The post, or null when X says that there is none; throws when X cannot say.</summary>
    internal async Task<XPost?> ReadAsync(ChannelAccount account, string number, CancellationToken ct)
    {
        var answer = await sessions.CallAsync(client, account, XCalls.Read(number, Cost), ct);
        return answer is Answer.Ok ok && XBody.HasData(ok.Body) ? Post(XBody.Data(ok), ok.Body, account.Handle)
            : XErrors.IsNothingThere(answer) ? null
            : throw Verdict.Unreachable(answer);
    }

    /// <summary>The delivery among the account's own posts, or null when it is certainly not there.</summary>
    internal Task<XPost?> FindAsync(LiveDelivery delivery, CancellationToken ct)
    {
        if (delivery.RepostOf is not null)
        {
            // A post can be repeated only once, so an older repost is this one too
            var source = XPostId.OfPublic(delivery.RepostOf);
            return source is null ? Task.FromResult<XPost?>(null) : FirstAsync(delivery.Account, Long, p => p.Id.RepostOf == source, ct);
        }

        var hash = Wording.Hash(delivery.Text);
        return FirstAsync(delivery.Account, delivery.NotBefore - options.Value.ClockTolerance, p => p.Id.RepostOf is null && Wording.Hash(p.Post.Text) == hash, ct);
    }

    /// <summary>True when the same words stand there since before the delivery was due: somebody else's post in our account.</summary>
    internal async Task<bool> StoodBeforeAsync(LiveDelivery delivery, CancellationToken ct)
    {
        var hash = Wording.Hash(delivery.Text);
        return await FirstAsync(delivery.Account, Long, p => p.Id.RepostOf is null && Wording.Hash(p.Post.Text) == hash, ct) is not null;
    }

    /// <summary>The account's own posts since then, newest first.</summary>
    internal async Task<IReadOnlyList<RemotePost>> ListAsync(ChannelAccount account, DateTimeOffset since, int most, CancellationToken ct)
    {
        var seen = new List<RemotePost>();
        await FirstAsync(
            account,
            since,
            p =>
            {
                seen.Add(p.Post);
                return false;
            },
            ct);
        return [.. seen.OrderByDescending(p => p.PostedAt).Take(most)];
    }

    private async Task<XPost?> FirstAsync(ChannelAccount account, DateTimeOffset since, Func<XPost, bool> fits, CancellationToken ct)
    {
        var (user, failure) = await sessions.IdOfAsync(client, account, ct);
        if (user is null)
        {
            throw Verdict.Unreachable(failure!);
        }

        // X refuses a beginning in the future
        var from = since < clock.GetUtcNow() ? since : clock.GetUtcNow() - options.Value.ClockTolerance;
        string? next = null;
        XPost? earliest = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await sessions.CallAsync(client, account, XCalls.Timeline(user, from, next, Cost), ct);
            if (answer is not Answer.Ok ok)
            {
                throw Verdict.Unreachable(answer);
            }

            // The newest come first; the earliest that fits is the first attempt's
            earliest = Json.List(ok.Body, "data").Select(p => Post(p, ok.Body, account.Handle)).LastOrDefault(p => p.Post.PostedAt >= since && fits(p)) ?? earliest;
            next = ok.Body.TryGetProperty("meta", out var meta) ? Json.Text(meta, "next_token") : "";
            if (next.Length == 0)
            {
                return earliest;
            }
        }

        return earliest ?? throw new ChannelUnreachableException("The account's timeline is too long to be searched.");
    }

    private XPost Post(JsonElement post, JsonElement whole, string ownHandle)
    {
        var number = Json.Text(post, "id");
        var author = HandleOf(whole, Json.Text(post, "author_id")) ?? ownHandle;
        var source = Json.List(post, "referenced_posts").FirstOrDefault(r => Json.Text(r, "type") == "retweeted");
        var original = source.ValueKind == JsonValueKind.Object ? Included(whole, "posts", "id", Json.Text(source, "id")) : null;
        var shown = original ?? post;
        var id = new XPostId(number, source.ValueKind == JsonValueKind.Object ? Json.Text(source, "id") : null);
        return new(id, new(
            id.Remote,
            options.Value.AddressOf(author, number),
            author,
            XText.Original(shown),
            DateTimeOffset.TryParse(Json.Text(post, "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : DateTimeOffset.UnixEpoch,
            id.RepostOf is null ? null : HandleOf(whole, original is { } o ? Json.Text(o, "author_id") : "") ?? "",
            [.. Json.List(shown, "attachments", "media_keys").Select(k => Included(whole, "media", "media_key", k.GetString() ?? "") is { } m ? Json.Text(m, "alt_text") : "")])
        {
            ContinuationOf = Json.List(post, "referenced_posts").FirstOrDefault(r => Json.Text(r, "type") == "replied_to") is { ValueKind: JsonValueKind.Object } above ? new(Json.Text(above, "id")) : null,
        });
    }

    private static string? HandleOf(JsonElement whole, string id) =>
        Included(whole, "users", "id", id) is { } user && Json.Text(user, "username") is { Length: > 0 } name ? name : null;

    private static JsonElement? Included(JsonElement whole, string list, string key, string value)
    {
        foreach (var item in Json.List(whole, "includes", list))
        {
            if (value.Length > 0 && Json.Text(item, key) == value)
            {
                return item;
            }
        }

        return null;
    }
}
