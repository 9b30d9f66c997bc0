using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Mastodon;

/// <summary>Reads posts back, and looks for our own among those of the account.</summary>
public sealed class MastodonTimeline(MastodonClient client, IOptions<MastodonOptions> options)
{
    /// <summary>The post, or null when the server says that there is none; throws when it cannot say.</summary>
    internal async Task<RemotePost?> ReadAsync(ChannelAccount account, string id, CancellationToken ct)
    {
        var answer = await client.CallAsync(account, MastodonCalls.Read(id), ct);
        if (MastodonErrors.IsNothingThere(answer))
        {
            return null;
        }

        var post = answer is Answer.Ok ok ? Post(account, ok.Body) : throw Verdict.Unreachable(answer);
        // HTML folds blank lines; the words as they were written stand apart
        return await client.CallAsync(account, MastodonCalls.Source(id), ct) is Answer.Ok source && Json.Text(source.Body, "text") is { Length: > 0 } text
            ? post with { Text = text }
            : post;
    }

    /// <summary>The delivery among the account's own posts, or null when it is certainly not there.</summary>
    internal async Task<RemotePost?> FindAsync(LiveDelivery delivery, CancellationToken ct) =>
        OwnPosts.First(await SinceAsync(delivery.Account, delivery.NotBefore - options.Value.ClockTolerance, ct), delivery.Text, MastodonText.Spelling);

    /// <summary>The account's own posts since then, newest first.</summary>
    internal async Task<IReadOnlyList<RemotePost>> SinceAsync(ChannelAccount account, DateTimeOffset since, CancellationToken ct)
    {
        var (id, failure) = await client.IdOfAsync(account, ct);
        return id is null
            ? throw Verdict.Unreachable(failure!)
            : await OwnPosts.SinceAsync(since, async before =>
            {
                var answer = await client.CallAsync(account, MastodonCalls.Timeline(id, before), ct);
                if (answer is not Answer.Ok ok || ok.Body.ValueKind != JsonValueKind.Array)
                {
                    throw Verdict.Unreachable(answer);
                }

                // A server may give fewer than asked for on any page: only an empty one is the last
                var posts = ok.Body.EnumerateArray().Select(p => Post(account, p)).ToList();
                return new PostPage(posts, posts.Count == 0 ? null : posts[^1].Id.Value);
            });
    }

    /// <summary>Where people see it: the server's own word, else the record itself.</summary>
    internal static Uri AddressOf(ChannelAccount account, JsonElement post) =>
        Uri.TryCreate(Json.Text(post, "url"), UriKind.Absolute, out var shown) && shown.Scheme is "https" or "http"
            ? shown
            : new(account.Service!, $"/api/v1/statuses/{Json.Text(post, "id")}");

    private static RemotePost Post(ChannelAccount account, JsonElement post)
    {
        var original = Json.Member(post, "reblog") is { ValueKind: JsonValueKind.Object } reblog ? reblog : (JsonElement?)null;
        return new(
            new(Json.Text(post, "id")),
            AddressOf(account, post),
            HandleOf(account, Json.Member(post, "account")),
            MastodonText.Plain(Json.Text(original ?? post, "content")),
            DateTimeOffset.TryParse(Json.Text(post, "created_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : DateTimeOffset.UnixEpoch,
            original is { } o ? Json.Text(Json.Member(o, "account"), "acct") : null,
            [.. Json.List(original ?? post, "media_attachments").Select(m => Json.Text(m, "description"))])
        {
            ContinuationOf = Json.Text(post, "in_reply_to_id") is { Length: > 0 } under ? new(under) : null,
        };
    }

    /// <summary>Servers name their own accounts without the server; a register may name them with it.</summary>
    internal static string HandleOf(ChannelAccount registered, JsonElement account)
    {
        var name = Json.Text(account, "acct");
        return !name.Contains('@', StringComparison.Ordinal) && registered.Handle.Contains('@', StringComparison.Ordinal)
            && Uri.TryCreate(Json.Text(account, "url"), UriKind.Absolute, out var page)
            ? $"{name}@{page.Host}"
            : name;
    }
}
