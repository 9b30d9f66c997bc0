using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.TestKit.Platforms;

/// <summary>A Mastodon server as far as this product uses it: posts shown as HTML, keys of repeated calls, media with descriptions.</summary>
public sealed class MastodonServer(TimeProvider clock) : PlatformServer(
    clock, Me, Following, Create, Source, Read, Delete, Timeline, Upload, Media)
{
    public const string Me = "GET /api/v1/accounts/verify_credentials";
    public const string Following = "GET /api/v1/accounts/{id}/following";
    public const string Create = "POST /api/v1/statuses";
    public const string Read = "GET /api/v1/statuses/{id}";
    public const string Source = "GET /api/v1/statuses/{id}/source";
    public const string Delete = "DELETE /api/v1/statuses/{id}";
    public const string Timeline = "GET /api/v1/accounts/{id}/statuses";
    public const string Upload = "POST /api/v2/media";
    public const string Media = "GET /api/v1/media/{id}";

    private static readonly Regex Address_ = new("https?://[!-~]+", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly List<MastodonUser> _users = [];
    private readonly List<Post> _posts = [];
    private readonly Dictionary<string, File> _media = new(StringComparer.Ordinal);

    /// <summary>False for a server of another make that ignores <c>Idempotency-Key</c>. Default: true.</summary>
    public bool KeepsKeys { get; set; } = true;

    /// <summary>How long keys are kept. Default: one hour.</summary>
    public TimeSpan KeyLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>False for a server that does not tell the words as they were written. Default: true.</summary>
    public bool KnowsSources { get; set; } = true;

    public MastodonUser AddUser() => Locked(() =>
    {
        var id = Number();
        var user = new MastodonUser(id, "m" + id[^8..], RandomNumberGenerator.GetHexString(32), Address);
        _users.Add(user);
        return user;
    });

    /// <summary>How many posts of an account stand now.</summary>
    public int CountOf(MastodonUser user) => Locked(() => _posts.Count(p => p.Author == user && !p.IsGone));

    protected override PlatformAnswer? Refusal(PlatformFault fault) => fault switch
    {
        PlatformFault.TooMany => Error(429, "Too many requests") with { Headers = Limits(0, TimeSpan.FromMinutes(4)) },
        PlatformFault.ExpiredToken => Error(401, "The access token is invalid"),
        PlatformFault.Suspended => Error(403, "Your login is currently disabled"),
        PlatformFault.MediaFails => Error(422, "Validation failed: File content type is invalid"),
        _ => null,
    };

    protected override PlatformAnswer Work(PlatformAsked asked, PlatformFault? fault)
    {
        if (_users.SingleOrDefault(u => u.Token == asked.Token) is not { } user)
        {
            return Error(401, "The access token is invalid");
        }

        return asked.Operation switch
        {
            Me => new(200, Told(user)),
            Following => new(200, new JsonArray([.. user.Profile.Follows.Select(f => (JsonNode)new JsonObject { ["id"] = Number(), ["acct"] = f })])),
            Create => CreateBy(user, asked),
            Read => Standing(asked.Id) is { } post ? new(200, Shown(post)) : Error(404, "Record not found"),
            Source => KnowsSources && Standing(asked.Id) is { } post
                ? new(200, new JsonObject { ["id"] = post.Id, ["text"] = post.Text, ["spoiler_text"] = "" }) : Error(404, "Record not found"),
            Delete => DeleteBy(user, asked.Id),
            Timeline => TimelineOf(asked),
            Upload => UploadBy(asked, fault),
            Media => Look(asked.Id),
            _ => Error(404, "The page you were looking for doesn't exist."),
        };
    }

    private PlatformAnswer CreateBy(MastodonUser user, PlatformAsked asked)
    {
        var key = asked.Http.Headers["Idempotency-Key"].ToString();
        if (KeepsKeys && _posts.SingleOrDefault(p => p.Author == user && p.Key == key && key.Length > 0 && Clock.GetUtcNow() - p.At < KeyLife) is { } same)
        {
            return new(200, Shown(same));
        }

        var text = asked.Json?["status"]?.GetValue<string>() ?? "";
        var media = (asked.Json?["media_ids"] as JsonArray)?.Select(m => m!.GetValue<string>()).ToList() ?? [];
        if (new StringInfo(Address_.Replace(text, new string('x', 23))).LengthInTextElements > 500)
        {
            return Error(422, "Validation failed: Text character limit of 500 exceeded");
        }

        if (media.Count > 4 || media.Any(m => !_media.TryGetValue(m, out var file) || file.Looks > 0) || (text.Length == 0 && media.Count == 0))
        {
            return Error(422, "Validation failed: Media could not be attached");
        }

        var under = asked.Json?["in_reply_to_id"]?.GetValue<string>();
        if (under is not null && Standing(under) is null)
        {
            return Error(404, "Record not found");
        }

        var post = new Post(Number(), user, text, Clock.GetUtcNow(), media, key) { Under = under };
        _posts.Add(post);
        return new(200, Shown(post)) { Headers = Limits(299, TimeSpan.FromMinutes(5)) };
    }

    private PlatformAnswer DeleteBy(MastodonUser user, string id)
    {
        if (Standing(id) is not { } post || post.Author != user)
        {
            return Error(404, "Record not found");
        }

        post.IsGone = true;
        return new(200, Shown(post));
    }

    private PlatformAnswer TimelineOf(PlatformAsked asked)
    {
        var most = Math.Min(int.TryParse(asked.Query("limit"), out var m) ? m : 20, 40);
        var before = asked.Query("max_id");
        var page = _posts.Where(p => p.Author.Id == asked.Id && !p.IsGone && (before.Length == 0 || string.CompareOrdinal(p.Id, before) < 0))
            .OrderByDescending(p => p.Id, StringComparer.Ordinal).Take(most);
        return new(200, new JsonArray([.. page.Select(p => (JsonNode)Shown(p))]));
    }

    private PlatformAnswer UploadBy(PlatformAsked asked, PlatformFault? fault)
    {
        if (asked.Form?.Files["file"] is not { Length: > 0 } file || !file.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            return Error(422, "Validation failed: File must be given");
        }

        var id = Number();
        _media[id] = new(asked.Form["description"].ToString()) { Looks = fault == PlatformFault.MediaTakesTime ? 2 : 0 };
        return new(_media[id].Looks > 0 ? 202 : 200, Shown(id));
    }

    private PlatformAnswer Look(string id)
    {
        if (!_media.TryGetValue(id, out var file))
        {
            return Error(404, "Record not found");
        }

        file.Looks = Math.Max(0, file.Looks - 1);
        return new(file.Looks > 0 ? 206 : 200, Shown(id));
    }

    private Post? Standing(string id) => _posts.SingleOrDefault(p => p.Id == id && !p.IsGone);

    private JsonObject Shown(string media) => new()
    {
        ["id"] = media,
        ["type"] = "image",
        ["url"] = _media[media].Looks > 0 ? null : $"https://files.example/{media}.png",
        ["description"] = _media[media].Description,
    };

    private JsonObject Shown(Post post) => new()
    {
        ["id"] = post.Id,
        ["created_at"] = post.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["url"] = $"https://social.example/@{post.Author.Name}/{post.Id}",
        ["content"] = Html(post.Text),
        ["visibility"] = "public",
        ["reblog"] = null,
        ["in_reply_to_id"] = post.Under,
        ["account"] = Told(post.Author),
        ["media_attachments"] = new JsonArray([.. post.Media.Select(m => (JsonNode)Shown(m))]),
    };

    // Long addresses are shown in three parts of which the middle one is seen; tags and mentions are links
    private static string Html(string text)
    {
        var html = Address_.Replace(WebUtility.HtmlEncode(text), m => m.Value.Split("://") is [var scheme, var rest]
            ? $"<a href=\"{m.Value}\"><span class=\"invisible\">{scheme}://</span><span class=\"ellipsis\">{rest[..Math.Min(20, rest.Length)]}</span><span class=\"invisible\">{rest[Math.Min(20, rest.Length)..]}</span></a>"
            : m.Value);
        html = Regex.Replace(html, "(?<=^|\\s)#(?<tag>\\w+)", "<a href=\"https://social.example/tags/${tag}\" class=\"mention hashtag\">#<span>${tag}</span></a>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return $"<p>{Regex.Replace(html, "\n{2,}", "</p><p>", RegexOptions.None, TimeSpan.FromSeconds(1)).Replace("\n", "<br />", StringComparison.Ordinal)}</p>";
    }

    private static JsonObject Told(MastodonUser user) => new()
    {
        ["id"] = user.Id,
        ["username"] = user.Name,
        ["acct"] = user.Name,
        ["url"] = $"https://social.example/@{user.Name}",
        ["display_name"] = user.Profile.Name,
        ["note"] = $"<p>{user.Profile.Text}</p>",
        ["following_count"] = user.Profile.Follows.Count,
        ["source"] = new JsonObject
        {
            ["note"] = user.Profile.Text,
            ["fields"] = new JsonArray(new JsonObject { ["name"] = "Web", ["value"] = user.Profile.Link }),
        },
    };

    private IReadOnlyList<(string Name, string Value)> Limits(int remaining, TimeSpan wait) =>
    [
        ("X-RateLimit-Limit", "300"),
        ("X-RateLimit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
        ("X-RateLimit-Reset", (Clock.GetUtcNow() + wait).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)),
    ];

    private static PlatformAnswer Error(int status, string message) => new(status, new JsonObject { ["error"] = message });

    private sealed record Post(string Id, MastodonUser Author, string Text, DateTimeOffset At, IReadOnlyList<string> Media, string Key)
    {
        public string? Under { get; init; }

        public bool IsGone { get; set; }
    }

    private sealed class File(string description)
    {
        public string Description => description;

        public int Looks { get; set; }
    }
}

/// <summary>An account of the test server.</summary>
public sealed record MastodonUser(string Id, string Name, string Token, Uri Service)
{
    public ServerProfile Profile { get; } = new();

    /// <summary>The account as a channel needs it.</summary>
    public ChannelAccount Account => new(new BodyId("gunma-police"), Name, Service, Token);
}
