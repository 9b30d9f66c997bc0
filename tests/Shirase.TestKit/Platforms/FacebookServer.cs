using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.TestKit.Platforms;

/// <summary>The Graph API as far as this product uses it: Pages with posts, photos, comments; duplicates; tokens of persons and of Pages.</summary>
public sealed class FacebookServer(TimeProvider clock) : PlatformServer(
    clock, Me, Accounts, Token, Debug, Feed, Photos, Published, Comments, Hide, Delete, Read)
{
    public const string AppId = "1029384756";
    public const string AppSecret = "app-secret-of-the-test";
    public const string Me = "GET /v25.0/me";
    public const string Accounts = "GET /v25.0/me/accounts";
    public const string Token = "POST /v25.0/oauth/access_token";
    public const string Debug = "GET /v25.0/debug_token";
    public const string Feed = "POST /v25.0/{id}/feed";
    public const string Photos = "POST /v25.0/{id}/photos";
    public const string Published = "GET /v25.0/{id}/published_posts";
    public const string Comments = "GET /v25.0/{id}/comments";
    public const string Read = "GET /v25.0/{id}";
    public const string Delete = "DELETE /v25.0/{id}";
    public const string Hide = "POST /v25.0/{id}";

    private readonly List<FacebookPage> _pages = [];
    private readonly List<Post> _posts = [];
    private readonly List<Comment> _comments = [];
    private readonly Dictionary<string, string> _photos = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FacebookPage> _persons = new(StringComparer.Ordinal);

    /// <summary>Looks at the Page's posts that do not show a new one yet. Default: none.</summary>
    public int Lag { get; set; }

    public FacebookPage AddPage() => Locked(() =>
    {
        var id = Number();
        var page = new FacebookPage(id, "f" + id[^8..], "EAAG" + RandomNumberGenerator.GetHexString(40), Address);
        _pages.Add(page);
        return page;
    });

    /// <summary>A token as a person gets it: it ends within hours, and it is not the Page's.</summary>
    public string PersonOf(FacebookPage page) => Locked(() =>
    {
        var token = "EAAGperson" + RandomNumberGenerator.GetHexString(30);
        _persons[token] = page;
        return token;
    });

    /// <summary>Somebody writes under a post.</summary>
    public string Write(string post, string author, string text) => Locked(() =>
    {
        var comment = new Comment($"{post.Split('_')[1]}_{Number()}", post, author, text, Clock.GetUtcNow());
        _comments.Add(comment);
        return comment.Id;
    });

    public bool IsHidden(string comment) => Locked(() => _comments.Single(c => c.Id == comment).IsHidden);

    /// <summary>How many posts of a Page stand now.</summary>
    public int CountOf(FacebookPage page) => Locked(() => _posts.Count(p => p.Page == page && !p.IsGone));

    protected override PlatformAnswer? Refusal(PlatformFault fault) => fault switch
    {
        PlatformFault.TooMany => Error(400, 80001, 0, "(#80001) There have been too many calls to this Page account.") with
        {
            Headers =
            [
                ("X-App-Usage", """{"call_count":12,"total_time":3,"total_cputime":1}"""),
                ("X-Page-Usage", """{"call_count":55,"total_time":20,"total_cputime":20}"""),
                ("X-Business-Use-Case-Usage", """{"77":[{"type":"pages","call_count":100,"total_cputime":25,"total_time":25,"estimated_time_to_regain_access":19}]}"""),
            ],
        },
        PlatformFault.ExpiredToken => Error(400, 190, 463, "Error validating access token: Session has expired"),
        PlatformFault.Suspended => Error(400, 368, 0, "The action attempted has been deemed abusive or is otherwise disallowed"),
        PlatformFault.Transient => Error(500, 2, 0, "An unexpected error has occurred. Please retry your request later."),
        PlatformFault.MediaFails => Error(400, 324, 0, "(#324) Missing or invalid image file"),
        _ => null,
    };

    protected override PlatformAnswer Work(PlatformAsked asked, PlatformFault? fault)
    {
        if (asked.Token == $"{AppId}|{AppSecret}")
        {
            return asked.Operation == Token ? Lengthened(asked) : Told(asked.Query("input_token"));
        }

        if (asked.Query("appsecret_proof") is { Length: > 0 } proof && proof != Proof(asked.Token))
        {
            return Error(400, 100, 0, "Invalid appsecret_proof provided in the API argument");
        }

        if (_persons.TryGetValue(asked.Token, out var owned))
        {
            return asked.Operation == Accounts
                ? new(200, new JsonObject { ["data"] = new JsonArray(Page(owned, asked.Token.Contains("long", StringComparison.Ordinal) ? owned.Token : owned.Token + "short")) })
                : Error(403, 200, 0, "(#200) This needs a Page's token.");
        }

        return _pages.SingleOrDefault(p => p.Token == asked.Token) is not { } page ? Error(400, 190, 0, "Invalid OAuth access token.") : asked.Operation switch
        {
            Me => new(200, Page(page, null)),
            Accounts => Error(400, 100, 0, "(#100) Tried accessing nonexisting field (accounts) on node type (Page)"),
            Feed => PostBy(page, asked),
            Photos => PhotoBy(page, asked),
            Published => PublishedBy(page, asked),
            Comments => CommentsOf(asked.Id),
            Hide => HideBy(asked),
            Delete => DeleteBy(page, asked.Id),
            Read => ReadBy(page, asked.Id),
            _ => Error(400, 2500, 0, "Unknown path components"),
        };
    }

    private PlatformAnswer PostBy(FacebookPage page, PlatformAsked asked)
    {
        var text = asked.Json?["message"]?.GetValue<string>() ?? "";
        var photos = (asked.Json?["attached_media"] as JsonArray)?.Select(m => m!["media_fbid"]!.GetValue<string>()).ToList() ?? [];
        if (asked.Id != page.Id || (text.Length == 0 && photos.Count == 0) || photos.Any(p => !_photos.ContainsKey(p)))
        {
            return Error(400, 100, 0, "(#100) Invalid parameter");
        }

        // The platform compares with the last one only
        if (_posts.LastOrDefault(p => p.Page == page && !p.IsGone)?.Text == text)
        {
            return Error(400, 506, 1455006, "(#506) Duplicate status message");
        }

        var post = new Post($"{page.Id}_{Number()}", page, text, Clock.GetUtcNow(), photos) { HiddenFor = Lag };
        _posts.Add(post);
        return new(200, new JsonObject { ["id"] = post.Id })
        {
            Headers =
            [
                ("X-App-Usage", """{"call_count":9,"total_time":4,"total_cputime":2}"""),
                ("X-Business-Use-Case-Usage", """{"77":[{"type":"pages","call_count":28,"total_cputime":25,"total_time":31,"estimated_time_to_regain_access":0}]}"""),
            ],
        };
    }

    private PlatformAnswer PhotoBy(FacebookPage page, PlatformAsked asked)
    {
        if (asked.Id != page.Id || asked.Form?.Files["source"] is not { Length: > 0 } || asked.Form["published"].ToString() != "false")
        {
            return Error(400, 324, 0, "(#324) Missing or invalid image file");
        }

        var id = Number();
        _photos[id] = asked.Form["alt_text_custom"].ToString();
        return new(200, new JsonObject { ["id"] = id });
    }

    private PlatformAnswer PublishedBy(FacebookPage page, PlatformAsked asked)
    {
        if (asked.Id != page.Id || !page.MayRead)
        {
            return Error(403, 10, 0, "(#10) This endpoint requires the 'pages_read_engagement' permission");
        }

        var since = long.TryParse(asked.Query("since"), out var s) ? DateTimeOffset.FromUnixTimeSeconds(s) : DateTimeOffset.MinValue;
        var most = int.TryParse(asked.Query("limit"), out var m) ? m : 25;
        var from = int.TryParse(asked.Query("after"), out var a) ? a : 0;
        var own = _posts.Where(p => p.Page == page && !p.IsGone && p.At >= since && p.HiddenFor-- <= 0).Reverse().ToList();
        var body = new JsonObject { ["data"] = new JsonArray([.. own.Skip(from).Take(most).Select(p => (JsonNode)Shown(p))]) };
        var more = from + most < own.Count;
        body["paging"] = new JsonObject { ["cursors"] = new JsonObject { ["after"] = (from + most).ToString(CultureInfo.InvariantCulture) } };
        if (more)
        {
            body["paging"]!["next"] = "https://graph.facebook.com/next";
        }

        return new(200, body);
    }

    private PlatformAnswer ReadBy(FacebookPage page, string id) =>
        _photos.TryGetValue(id, out var alt) ? new(200, new JsonObject { ["id"] = id, ["alt_text_custom"] = alt })
            : page.MayRead && _posts.SingleOrDefault(p => p.Id == id && !p.IsGone) is { } post ? new(200, Shown(post))
            : NotSeen(id);

    private PlatformAnswer DeleteBy(FacebookPage page, string id)
    {
        if (_posts.SingleOrDefault(p => p.Id == id && !p.IsGone && p.Page == page && page.MayRead) is not { } post)
        {
            return NotSeen(id);
        }

        post.IsGone = true;
        return new(200, new JsonObject { ["success"] = true });
    }

    private PlatformAnswer CommentsOf(string post) => new(200, new JsonObject
    {
        ["data"] = new JsonArray([.. _comments.Where(c => c.Post == post).Select(c => (JsonNode)new JsonObject
        {
            ["id"] = c.Id,
            ["message"] = c.Text,
            ["created_time"] = Time(c.At),
            ["from"] = new JsonObject { ["id"] = "5", ["name"] = c.Author },
            ["is_hidden"] = c.IsHidden,
        })]),
    });

    private PlatformAnswer HideBy(PlatformAsked asked)
    {
        if (_comments.SingleOrDefault(c => c.Id == asked.Id) is not { } comment)
        {
            return NotSeen(asked.Id);
        }

        comment.IsHidden = asked.Form?["is_hidden"].ToString() == "true";
        return new(200, new JsonObject { ["success"] = true });
    }

    private PlatformAnswer Lengthened(PlatformAsked asked)
    {
        if (asked.Form is not { } form || form["client_secret"].ToString() != AppSecret || !_persons.TryGetValue(form["fb_exchange_token"].ToString(), out var page))
        {
            return Error(400, 190, 0, "Invalid OAuth access token.");
        }

        var token = "EAAGlong" + RandomNumberGenerator.GetHexString(30);
        _persons[token] = page;
        return new(200, new JsonObject { ["access_token"] = token, ["token_type"] = "bearer", ["expires_in"] = 5_184_000 });
    }

    private PlatformAnswer Told(string token)
    {
        var page = _pages.SingleOrDefault(p => p.Token == token);
        return new(200, new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["app_id"] = AppId,
                ["type"] = "PAGE",
                ["is_valid"] = page is not null,
                ["expires_at"] = page?.EndsAt?.ToUnixTimeSeconds() ?? 0,
                ["data_access_expires_at"] = page?.DataEndsAt?.ToUnixTimeSeconds() ?? 0,
                ["scopes"] = new JsonArray([.. (page?.Scopes ?? []).Select(s => (JsonNode)s)]),
            },
        });
    }

    private static JsonObject Page(FacebookPage page, string? token)
    {
        var told = new JsonObject { ["id"] = page.Id, ["username"] = page.Name, ["name"] = page.Profile.Name.Length > 0 ? page.Profile.Name : page.Name };
        (told["about"], told["website"], told["verification_status"]) = (page.Profile.Text, page.Profile.Link, page.Profile.IsMarked ? "blue_verified" : "not_verified");
        if (token is not null)
        {
            told["access_token"] = token;
        }

        return told;
    }

    private static JsonObject Shown(Post post)
    {
        var shown = new JsonObject
        {
            ["id"] = post.Id,
            ["message"] = post.Text,
            ["created_time"] = Time(post.At),
            ["from"] = new JsonObject { ["id"] = post.Page.Id, ["name"] = post.Page.Name },
        };
        var targets = post.Photos.Select(p => (JsonNode)new JsonObject { ["target"] = new JsonObject { ["id"] = p } }).ToList();
        if (targets.Count == 1)
        {
            shown["attachments"] = new JsonObject { ["data"] = new JsonArray([.. targets]) };
        }
        else if (targets.Count > 1)
        {
            shown["attachments"] = new JsonObject
            {
                ["data"] = new JsonArray(new JsonObject { ["target"] = new JsonObject { ["id"] = post.Id }, ["subattachments"] = new JsonObject { ["data"] = new JsonArray([.. targets]) } }),
            };
        }

        return shown;
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture);

    private static string Proof(string token) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(AppSecret), Encoding.UTF8.GetBytes(token)));

    private static PlatformAnswer NotSeen(string id) => Error(
        400, 100, 33, $"Unsupported request. Object with ID '{id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation");

    private static PlatformAnswer Error(int status, int code, int subcode, string message) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = "OAuthException", ["code"] = code, ["error_subcode"] = subcode, ["fbtrace_id"] = "EJplcsCHuLu" },
    });

    private sealed record Post(string Id, FacebookPage Page, string Text, DateTimeOffset At, IReadOnlyList<string> Photos)
    {
        public int HiddenFor { get; set; }

        public bool IsGone { get; set; }
    }

    private sealed record Comment(string Id, string Post, string Author, string Text, DateTimeOffset At)
    {
        public bool IsHidden { get; set; }
    }
}

/// <summary>A Page of the test server, with its token.</summary>
public sealed class FacebookPage(string id, string name, string token, Uri service)
{
    public string Id => id;

    public string Name => name;

    public string Token => token;

    public ServerProfile Profile { get; } = new();

    /// <summary>False when the token lost the permission to see the Page's posts.</summary>
    public bool MayRead { get; set; } = true;

    public DateTimeOffset? EndsAt { get; set; }

    public DateTimeOffset? DataEndsAt { get; set; }

    public IReadOnlyList<string> Scopes { get; set; } = ["pages_manage_posts", "pages_read_engagement", "pages_manage_engagement"];

    /// <summary>The account as a channel needs it.</summary>
    public ChannelAccount Account => new(new BodyId("gunma-police"), name, service, token);
}
