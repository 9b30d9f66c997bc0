using System.Text;
using System.Text.Json.Nodes;

namespace Shirase.TestKit.X;

public sealed partial class XServer
{
    private readonly Dictionary<string, File> _media = new(StringComparer.Ordinal);

    private Answer Initialize(XUser user, Asked asked, XFault? fault)
    {
        var type = asked.Json?["media_type"]?.GetValue<string>() ?? "";
        if (!type.StartsWith("image/", StringComparison.Ordinal) || asked.Json?["total_bytes"]?.GetValue<int>() is not { } bytes)
        {
            return new(400, Problem("Invalid Request", "media_type and total_bytes are required."));
        }

        var id = Number();
        _media[id] = new(user, bytes) { Looks = fault == XFault.MediaTakesTime ? 2 : 0, Fails = fault == XFault.MediaFails };
        return new(200, Told(id, null));
    }

    private Answer Append(Asked asked, XFault? fault)
    {
        if (!_media.TryGetValue(asked.Id, out var file) || asked.Http.ContentType?.Split("boundary=") is not [_, var boundary])
        {
            return new(400, Problem("Invalid Request", "No such upload."));
        }

        var parts = Parts(asked.Body, boundary.Trim('"'));
        if (parts is not { } p)
        {
            return new(400, Problem("Invalid Request", "segment_index and media are required."));
        }

        if (fault != XFault.MediaLosesAPart)
        {
            file.Parts[p.Segment] = p.Bytes;
        }

        return new(200, new JsonObject { ["data"] = new JsonObject { ["expires_at"] = 1 } });
    }

    private Answer Complete(string id)
    {
        if (!_media.TryGetValue(id, out var file) || file.Parts.Values.Sum(p => p.Length) != file.Total)
        {
            return new(400, Problem("Invalid Request", "Segments do not add up to provided total file size."));
        }

        file.IsComplete = true;
        return new(200, Told(id, file));
    }

    private Answer StatusOf(string id) => _media.TryGetValue(id, out var file) && file.IsComplete
        ? new(200, Told(id, file))
        : new(400, Problem("Invalid Request", "No such upload."));

    private Answer Describe(Asked asked)
    {
        if (!_media.TryGetValue(asked.Json?["id"]?.GetValue<string>() ?? "", out var file) || asked.Json?["metadata"]?["alt_text"]?["text"] is not { } alt)
        {
            return new(400, Problem("Invalid Request", "No such upload."));
        }

        file.Alt = alt.GetValue<string>();
        return new(200, new JsonObject { ["data"] = new JsonObject { ["id"] = asked.Json!["id"]!.GetValue<string>() } });
    }

    private static JsonObject Told(string id, File? file)
    {
        var data = new JsonObject { ["id"] = id, ["media_key"] = "3_" + id, ["expires_after_secs"] = 86_400 };
        if (file is { Fails: true })
        {
            data["processing_info"] = new JsonObject { ["state"] = "failed" };
        }
        else if (file is { Looks: > 0 })
        {
            file.Looks--;
            data["processing_info"] = new JsonObject { ["state"] = file.Looks == 1 ? "pending" : "in_progress", ["check_after_secs"] = 0, ["progress_percent"] = 40 };
        }

        return new JsonObject { ["data"] = data };
    }

    private static (int Segment, byte[] Bytes)? Parts(byte[] body, string boundary)
    {
        // Latin-1 keeps every byte as one character
        var text = Encoding.Latin1.GetString(body);
        int? segment = null;
        byte[]? bytes = null;
        foreach (var part in text.Split("--" + boundary).Where(p => p.Contains("\r\n\r\n", StringComparison.Ordinal)))
        {
            var at = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            var (head, content) = (part[..at], part[(at + 4)..^2]);
            if (head.Contains("segment_index", StringComparison.Ordinal))
            {
                segment = int.TryParse(content, out var n) ? n : null;
            }
            else if (head.Contains("name=media", StringComparison.Ordinal) || head.Contains("name=\"media\"", StringComparison.Ordinal))
            {
                bytes = Encoding.Latin1.GetBytes(content);
            }
        }

        return segment is { } s && bytes is not null ? (s, bytes) : null;
    }

    private sealed class File(XUser owner, int total)
    {
        public XUser Owner => owner;

        public int Total => total;

        public Dictionary<int, byte[]> Parts { get; } = [];

        public string Alt { get; set; } = "";

        public int Looks { get; set; }

        public bool Fails { get; init; }

        public bool IsComplete { get; set; }

        public bool IsReady => IsComplete && !Fails && Looks == 0;
    }
}
