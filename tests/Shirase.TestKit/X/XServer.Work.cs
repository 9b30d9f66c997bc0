using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Shirase.TestKit.X;

public sealed partial class XServer
{
    private static readonly (string Operation, Regex Path)[] Routes = [.. new[]
    {
        Create, Delete, Read, Timeline, Me, Following, Repost, UndoRepost, Token, Revoke,
        "POST /2/media/upload/initialize", "POST /2/media/upload/{id}/append", "POST /2/media/upload/{id}/finalize", "GET /2/media/upload",
        "POST /2/media/metadata", "GET /i/oauth2/authorize",
    }.Select(o => (o, new Regex(
        "^" + Regex.Replace(Regex.Escape(o), @"\\\{(?<name>\w+)\}", "(?<${name}>[0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) + "$",
        RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))))];

    private Answer Work(Asked asked, XFault? fault)
    {
        lock (_lock)
        {
            if (asked.Operation == Token)
            {
                return Tokens(asked);
            }

            if (asked.Operation == Revoke)
            {
                return Revoked(asked);
            }

            if (asked.Operation == "GET /i/oauth2/authorize")
            {
                return Consented(asked);
            }

            var (user, refusal) = WhoAsks(asked);
            return user is null ? refusal!
                : user.IsSuspended ? Before(XFault.Suspended)!
                : asked.Operation switch
                {
                    Create => CreateBy(user, asked),
                    Delete => DeleteBy(user, asked.Id),
                    Read => ReadBy(asked.Id),
                    Timeline => TimelineOf(asked),
                    Me => new(200, new JsonObject { ["data"] = Told(user) }),
                    Following => new(200, new JsonObject { ["data"] = new JsonArray([.. user.Profile.Follows.Select(f => (JsonNode)new JsonObject { ["id"] = Number(), ["username"] = f })]) }),
                    Repost => RepostBy(user, asked),
                    UndoRepost => UndoBy(user, asked),
                    "POST /2/media/upload/initialize" => Initialize(user, asked, fault),
                    AppendMedia => Append(asked, fault),
                    "POST /2/media/upload/{id}/finalize" => Complete(asked.Id),
                    "GET /2/media/upload" => StatusOf(asked.Query("media_id")),
                    "POST /2/media/metadata" => Describe(asked),
                    _ => new(404, Problem("Not Found", "No such path.")),
                };
        }
    }

    /// <summary>As X tells it: addresses are shortened in the text, the whole ones stand beside it.</summary>
    private static JsonObject Told(XUser user)
    {
        var profile = user.Profile;
        var urls = new JsonArray();
        var text = Regex.Replace(profile.Text, "https?://[!-~]+", m =>
        {
            var shortened = $"https://t.co/{urls.Count}abcdefgh";
            urls.Add(new JsonObject { ["url"] = shortened, ["expanded_url"] = m.Value });
            return shortened;
        }, RegexOptions.None, TimeSpan.FromSeconds(1));
        var entities = new JsonObject { ["description"] = new JsonObject { ["urls"] = urls } };
        if (profile.Link.Length > 0)
        {
            entities["url"] = new JsonObject { ["urls"] = new JsonArray(new JsonObject { ["url"] = "https://t.co/profile", ["expanded_url"] = profile.Link }) };
        }

        return new()
        {
            ["id"] = user.Id,
            ["name"] = profile.Name.Length > 0 ? profile.Name : user.Handle,
            ["username"] = user.Handle,
            ["description"] = text,
            ["url"] = profile.Link.Length > 0 ? "https://t.co/profile" : "",
            ["entities"] = entities,
            ["public_metrics"] = new JsonObject { ["following_count"] = profile.Follows.Count },
            ["verified"] = profile.IsMarked,
        };
    }

    private Answer CreateBy(XUser user, Asked asked)
    {
        if (asked.Json is not { } json || json["text"]?.GetValue<string>() is not { } text)
        {
            return new(400, Problem("Invalid Request", "One or more parameters to your request was invalid."));
        }

        var media = (json["media"]?["media_ids"] as JsonArray)?.Select(m => m!.GetValue<string>()).ToList() ?? [];
        if (media.Any(m => !_media.TryGetValue(m, out var file) || !file.IsReady))
        {
            return new(400, Problem("Invalid Request", "Your media IDs are invalid."));
        }

        var under = json["reply"]?["in_reply_to_tweet_id"]?.GetValue<string>();
        if (under is not null && !_posts.Any(p => p.Id == under && !p.IsGone))
        {
            return new(400, Problem("Invalid Request", "You attempted to reply to a Tweet that is deleted or not visible to you."));
        }

        // X compares with what the account posted lately and still stands
        if (_posts.Any(p => p.Author == user && !p.IsGone && p.RepostOf is null && p.Text == text.Trim()))
        {
            return new(403, new JsonObject
            {
                ["detail"] = "You are not allowed to create a Tweet with duplicate content.",
                ["type"] = "about:blank",
                ["title"] = "Forbidden",
                ["status"] = 403,
            });
        }

        var post = new XServerPost(Number(), user, text.Trim(), _clock.GetUtcNow(), media, null) { HiddenFor = TimelineLag, Under = under };
        _posts.Add(post);
        return new(201, new JsonObject { ["data"] = new JsonObject { ["id"] = post.Id, ["text"] = Shortened(post).Text, ["edit_history_post_ids"] = new JsonArray(post.Id) } })
        {
            Limits = [("x-rate-limit", 99, TimeSpan.FromMinutes(15)), ("x-user-limit-24hour", 98, TimeSpan.FromHours(24))],
        };
    }

    private Answer DeleteBy(XUser user, string id)
    {
        var post = _posts.SingleOrDefault(p => p.Id == id && !p.IsGone);
        if (post is null)
        {
            return new(404, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["code"] = 50, ["message"] = "Not found." }) });
        }

        if (post.Author != user)
        {
            return new(403, Problem("Forbidden", "You are not allowed to delete this Tweet."));
        }

        post.IsGone = true;
        return new(200, new JsonObject { ["data"] = new JsonObject { ["deleted"] = true } });
    }

    private Answer ReadBy(string id) => _posts.SingleOrDefault(p => p.Id == id && !p.IsGone) is { } post
        ? new(200, new JsonObject { ["data"] = Shown(post), ["includes"] = Included([post]) })
        : new(200, new JsonObject { ["errors"] = new JsonArray(Gone(id)) });

    private Answer TimelineOf(Asked asked)
    {
        var since = DateTimeOffset.TryParse(asked.Query("start_time"), System.Globalization.CultureInfo.InvariantCulture, out var t) ? t : DateTimeOffset.MinValue;
        var most = int.TryParse(asked.Query("max_results"), out var m) ? m : 10;
        var from = int.TryParse(asked.Query("pagination_token"), out var p) ? p : 0;
        var own = new List<XServerPost>();
        foreach (var post in _posts.Where(x => x.Author.Id == asked.Id && !x.IsGone && x.At >= since).OrderByDescending(x => x.At).ThenByDescending(x => x.Id, StringComparer.Ordinal))
        {
            if (post.HiddenFor > 0)
            {
                post.HiddenFor--;
                continue;
            }

            own.Add(post);
        }

        var page = own.Skip(from).Take(most).ToList();
        var meta = new JsonObject { ["result_count"] = page.Count };
        if (from + page.Count < own.Count)
        {
            meta["next_token"] = (from + page.Count).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        // An empty page has no data at all
        var body = new JsonObject { ["meta"] = meta };
        if (page.Count > 0)
        {
            (body["data"], body["includes"]) = (new JsonArray([.. page.Select(x => (JsonNode)Shown(x))]), Included(page));
        }

        return new(200, body);
    }

    private Answer RepostBy(XUser user, Asked asked)
    {
        var source = asked.Json?["tweet_id"]?.GetValue<string>();
        if (asked.Id != user.Id || _posts.All(p => p.Id != source || p.IsGone))
        {
            return new(asked.Id != user.Id ? 403 : 404, Problem("Forbidden", "Not this one."));
        }

        var standing = _posts.SingleOrDefault(p => p.Author == user && p.RepostOf == source && !p.IsGone);
        if (standing is null)
        {
            _posts.Add(standing = new(Number(), user, "", _clock.GetUtcNow(), [], source));
        }

        return new(200, new JsonObject { ["data"] = new JsonObject { ["rest_id"] = standing.Id, ["retweeted"] = true } });
    }

    private Answer UndoBy(XUser user, Asked asked)
    {
        foreach (var post in _posts.Where(p => p.Author == user && p.RepostOf == asked.Source))
        {
            post.IsGone = true;
        }

        return new(200, new JsonObject { ["data"] = new JsonObject { ["retweeted"] = false } });
    }

    private sealed class Asked
    {
        private readonly IQueryCollection _query;

        public Asked(HttpContext context, byte[] body)
        {
            (Http, Body, _query) = (context.Request, body, context.Request.Query);
            var line = $"{context.Request.Method} {context.Request.Path}";
            foreach (var (operation, path) in Routes)
            {
                if (path.Match(line) is { Success: true } match)
                {
                    (Operation, Id, Source) = (operation, match.Groups["id"].Value, match.Groups["source_tweet_id"].Value);
                    return;
                }
            }
        }

        public HttpRequest Http { get; }

        public byte[] Body { get; }

        public string Operation { get; } = "";

        public string Id { get; } = "";

        public string Source { get; } = "";

        public JsonObject? Json
        {
            get
            {
                try
                {
                    return JsonNode.Parse(Body) as JsonObject;
                }
                catch (JsonException)
                {
                    return null;
                }
            }
        }

        public string Query(string name) => _query[name].ToString();
    }
}
