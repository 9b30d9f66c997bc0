using System.Globalization;
using System.Text.Json;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Bluesky;

/// <summary>Reads records back, without signing in: what is read is what everybody can read.</summary>
internal sealed class RecordReader(XrpcClient client, BlueskyOptions options)
{
    private const string Handle = "{handle}";
    private const string BlueskyPages = "https://bsky.app/profile/{handle}/post/{rkey}";

    public Task<Answer> GetAsync(Uri? service, AtAddress at, CancellationToken ct) =>
        client.GetAsync(service, "com.atproto.repo.getRecord", at.Query, null, ct);

    /// <summary>The post, or null when there is none; throws when the service cannot say.</summary>
    public async Task<RemotePost?> ReadAsync(Uri? service, AtAddress at, CancellationToken ct)
    {
        var answer = await GetAsync(service, at, ct);
        if (XrpcErrors.IsNothingThere(answer))
        {
            return null;
        }

        if (answer is not Answer.Ok ok || !ok.Body.TryGetProperty("value", out var record))
        {
            throw Verdict.Unreachable(answer);
        }

        var author = await HandleOfAsync(service, at.Repo, ct);
        (string Author, string Text)? original = at.Collection == AtAddress.Repost ? await OriginalAsync(service, record, ct) : null;
        return new(
            new(at.ToString()),
            AddressOf(service!, at, author),
            author,
            original is { } o ? o.Text : Json.Text(record, "text"),
            Time(record),
            original?.Author,
            [.. Alts(record)])
        {
            ContinuationOf = Json.Text(Json.Member(Json.Member(record, "reply"), "parent"), "uri") is { Length: > 0 } under ? new(under) : null,
        };
    }

    /// <summary>As <see cref="ReadAsync"/>, for an address whose repo may be a handle.</summary>
    public async Task<RemotePost?> ReadByHandleAsync(Uri? service, AtAddress at, CancellationToken ct)
    {
        if (at.Repo.StartsWith("did:", StringComparison.Ordinal))
        {
            return await ReadAsync(service, at, ct);
        }

        var answer = await client.GetAsync(
            service, "com.atproto.identity.resolveHandle", "handle=" + Uri.EscapeDataString(at.Repo), null, ct);
        return answer switch
        {
            Answer.Ok ok => await ReadAsync(service, at with { Repo = ok.Body.GetProperty("did").GetString()! }, ct),
            Answer.No { Status: 400 } => null,
            _ => throw Verdict.Unreachable(answer),
        };
    }

    /// <summary>Posts and reposts of the account, newest first; throws when the service cannot say.</summary>
    public async Task<IReadOnlyList<RemotePost>> ListAsync(Uri? service, string handle, DateTimeOffset since, int most, CancellationToken ct)
    {
        var posts = new List<RemotePost>();
        foreach (var collection in (string[])[AtAddress.Post, AtAddress.Repost])
        {
            posts.AddRange((await RecordsAsync(service, handle, collection, most, ct)).Select(r => Listed(service!, handle, r)).OfType<RemotePost>().Where(p => p.PostedAt >= since));
        }

        return [.. posts.OrderByDescending(p => p.PostedAt).Take(most)];
    }

    private async Task<IReadOnlyList<JsonElement>> RecordsAsync(Uri? service, string handle, string collection, int most, CancellationToken ct)
    {
        var answer = await client.GetAsync(
            service,
            "com.atproto.repo.listRecords",
            $"repo={Uri.EscapeDataString(handle)}&collection={collection}&limit={Math.Clamp(most, 1, 100).ToString(CultureInfo.InvariantCulture)}",
            null,
            ct);
        return answer is Answer.Ok ok && ok.Body.TryGetProperty("records", out var records) ? [.. records.EnumerateArray()] : throw Verdict.Unreachable(answer);
    }

    // A repost names its original by address only; whoever needs its words reads it
    private RemotePost? Listed(Uri service, string handle, JsonElement record) =>
        AtAddress.Parse(Json.Text(record, "uri")) is { } at && record.TryGetProperty("value", out var value)
            ? new(new(at.ToString()), AddressOf(service, at, handle), handle, Json.Text(value, "text"), Time(value),
                at.Collection == AtAddress.Repost ? "" : null, [.. Alts(value)])
            : null;

    /// <summary>Where people see the account: the address of its posts up to the handle, or null where posts have no page with it.</summary>
    public Uri? ProfileOf(Uri? service, string handle)
    {
        var hasPages = options.AddressPattern is not null || ServiceAddress.IsSame(service ?? BlueskyOptions.BlueskySocial, BlueskyOptions.BlueskySocial);
        var pattern = options.AddressPattern ?? BlueskyPages;
        return hasPages && pattern.IndexOf(Handle, StringComparison.Ordinal) is > 0 and var at
            ? new(pattern[..at] + handle)
            : null;
    }

    /// <summary>The account's own record about itself, and whom it follows; empty where it never wrote one.</summary>
    public async Task<PlatformProfile> ProfileAsync(Uri? service, string handle, CancellationToken ct)
    {
        var record = (await RecordsAsync(service, handle, "app.bsky.actor.profile", 1, ct)).Select(r => Json.Member(r, "value")).FirstOrDefault();
        var follows = await RecordsAsync(service, handle, "app.bsky.graph.follow", 100, ct);
        var names = new List<string>();
        foreach (var did in follows.Take(10).Select(f => Json.Text(Json.Member(f, "value"), "subject")))
        {
            names.Add(await HandleOfAsync(service, did, ct));
        }

        return new(Json.Text(record, "displayName"), Json.Text(record, "description"), [], null, follows.Count, names) { Handle = handle };
    }

    /// <summary>Where people see it.</summary>
    public Uri AddressOf(Uri service, AtAddress at, string handle)
    {
        if (options.AddressPattern is null && !ServiceAddress.IsSame(service, BlueskyOptions.BlueskySocial))
        {
            return new(service, "/xrpc/com.atproto.repo.getRecord?" + at.Query);
        }

        return new((options.AddressPattern ?? BlueskyPages)
            .Replace(Handle, handle, StringComparison.Ordinal)
            .Replace("{did}", at.Repo, StringComparison.Ordinal)
            .Replace("{rkey}", at.Rkey, StringComparison.Ordinal));
    }

    private async Task<(string Author, string Text)> OriginalAsync(Uri? service, JsonElement repost, CancellationToken ct)
    {
        if (!repost.TryGetProperty("subject", out var subject) || AtAddress.Parse(Json.Text(subject, "uri")) is not { } at)
        {
            return ("", "");
        }

        var answer = await GetAsync(service, at, ct);
        var text = answer is Answer.Ok ok && ok.Body.TryGetProperty("value", out var post) ? Json.Text(post, "text") : "";
        return (await HandleOfAsync(service, at.Repo, ct), text);
    }

    // A repository may live elsewhere; its DID names the author as surely as the handle would
    private async Task<string> HandleOfAsync(Uri? service, string did, CancellationToken ct) =>
        await client.GetAsync(service, "com.atproto.repo.describeRepo", "repo=" + Uri.EscapeDataString(did), null, ct)
            is Answer.Ok ok && Json.Text(ok.Body, "handle") is { Length: > 0 } handle
            ? handle
            : did;

    private static IEnumerable<string> Alts(JsonElement record) =>
        record.TryGetProperty("embed", out var embed) && embed.TryGetProperty("images", out var images) && images.ValueKind == JsonValueKind.Array
            ? images.EnumerateArray().Select(i => Json.Text(i, "alt"))
            : [];

    private static DateTimeOffset Time(JsonElement record) =>
        DateTimeOffset.TryParse(Json.Text(record, "createdAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : DateTimeOffset.UnixEpoch;
}
