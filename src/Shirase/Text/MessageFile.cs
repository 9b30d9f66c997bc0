using System.Text;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Reading;
using Shirase.Regulations;

namespace Shirase.Text;

/// <summary>Reads messages from YAML or JSON: one message, a list of them, or a list under <c>samples</c>. Never with an exception.</summary>
public static class MessageFile
{
    /// <summary>Largest file that is read: 16 MB.</summary>
    public const int Largest = 16 * 1_048_576;

    /// <summary>The messages, and what is wrong with the file; with problems there are no messages.</summary>
    /// <param name="name">How problems name the file.</param>
    /// <param name="bytes">Its content, UTF-8.</param>
    public static (IReadOnlyList<Message> Messages, IReadOnlyList<RegulationProblem> Problems) Read(string name, ReadOnlySpan<byte> bytes)
    {
        var problems = new List<RegulationProblem>();
        if (bytes.Length > Largest)
        {
            return ([], [new RegulationProblem(name, 0, TooLarge)]);
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        if (bytes.Trim(" \t\r\n"u8).IsEmpty)
        {
            return ([], [new RegulationProblem(name, 0, Empty)]);
        }

        var (root, wrongs) = JsonTree.Read(bytes) is { } json ? (json, []) : YamlTree.Read(bytes);
        problems.AddRange(wrongs.Select(w => new RegulationProblem(name, w.Line, w.Wrong)));
        var messages = root is null ? [] : Items(root).Select((node, i) => ReadMessage(name, node, i + 1, problems)).OfType<Message>().ToList();
        return problems.Count > 0 ? ([], problems) : (messages, []);
    }

    private static IReadOnlyList<SourceNode> Items(SourceNode root) => root switch
    {
        ListNode list => list.Items,
        MapNode map when map.Value("samples") is ListNode list => list.Items,
        _ => [root],
    };

    private static Message? ReadMessage(string file, SourceNode node, int number, List<RegulationProblem> problems)
    {
        if (node is not MapNode map || map.Value("text") is not ScalarNode text)
        {
            problems.Add(new RegulationProblem(file, node.Line, NoText(number)));
            return null;
        }

        var sendAt = map.Text("send_at");
        DateTimeOffset moment = default;
        if (sendAt is not ("" or "null" or "~") && !JapanTime.TryParse(sendAt, out moment))
        {
            problems.Add(new RegulationProblem(file, map.Value("send_at")!.Line, NoTime(sendAt)));
        }

        return new Message
        {
            Id = map.Text("id") is { Length: > 0 } id ? id : $"{number}",
            Channel = map.Text("channel"),
            Category = map.Text("category"),
            Office = map.Text("office"),
            Title = map.Text("title"),
            Body = text.Text,
            Url = map.Text("url") is { Length: > 0 } url ? url : null,
            SendAt = moment == default ? null : moment,
            Areas = [.. map.Items("areas").OfType<ScalarNode>().Select(a => a.Text)],
            References = [.. map.Items("references").OfType<ScalarNode>().Select(a => a.Text)],
            Images = [.. map.Items("images").OfType<MapNode>().Select(i => i.Text("alt"))],
            Flags = map.Value("flags") is MapNode flags
                ? flags.Entries.Where(e => e.Value is ScalarNode).ToDictionary(e => e.Key, e => ((ScalarNode)e.Value).Text, StringComparer.Ordinal)
                : [],
        };
    }

    private static SourceNode? Value(this MapNode map, string key) => map.Entries.FirstOrDefault(e => e.Key == key)?.Value;

    private static string Text(this MapNode map, string key) => map.Value(key) is ScalarNode scalar ? scalar.Text : "";

    private static IReadOnlyList<SourceNode> Items(this MapNode map, string key) => map.Value(key) is ListNode list ? list.Items : [];

    private static Wrong TooLarge { get; } = new(
        new("ファイルが大きすぎます（上限は16 MB）。", "The file is too large; the limit is 16 MB."),
        new("メッセージを複数のファイルに分けてください。", "Split it into several files."));

    private static Wrong Empty { get; } = new(
        new("内容が空です。", "There is nothing in it."),
        new("メッセージを一つ、又は samples: の一覧を書いてください。", "Write one message, or a list under samples:."));

    private static Wrong NoText(int number) => new(
        new($"{number}番目のメッセージに本文（text）がありません。", $"Message {number} has no text."),
        new("「text: 本文」を書いてください。", "Write \"text: …\"."));

    private static Wrong NoTime(string text)
    {
        var shown = text.Length > 60 ? text[..60] + "…" : text;
        return new(
            new Localized($"送信日時（send_at）「{shown}」を読めません。", $"The time \"{shown}\" under send_at cannot be read."),
            new Localized("「2026-06-12T10:00:00+09:00」の形で書いてください。", "Write it like 2026-06-12T10:00:00+09:00."));
    }
}
