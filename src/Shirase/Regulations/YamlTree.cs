using System.Text;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Shirase.Regulations;

/// <summary>
/// Reads YAML into the neutral tree of Core, from the parser's events: no object is ever built from the file's own words, and
/// aliases, tags and deep nesting are refused, so that a small file cannot grow large.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>A regulation has five levels; brackets without end have more.</summary>
    private const int DeepestLevel = 20;

    private readonly List<(int Line, Wrong Wrong)> _wrongs = [];
    private readonly Scanner _scanner;
    private readonly Parser _parser;

    private YamlTree(string text)
    {
        _scanner = new Scanner(new StringReader(text));
        _parser = new Parser(_scanner);
    }

    /// <summary>The tree, or null where nothing could be made of it; and what was wrong on the way.</summary>
    public static (SourceNode? Root, IReadOnlyList<(int Line, Wrong Wrong)> Wrongs) Read(ReadOnlySpan<byte> bytes)
    {
        if (Decode(bytes, out var text) is { } wrong)
        {
            return (null, [wrong]);
        }

        if (Scan(text) is { Count: > 0 } found)
        {
            return (null, found);
        }

        var tree = new YamlTree(text);
        try
        {
            return (tree.Whole(), tree._wrongs);
        }
        catch (StopReading)
        {
            return (null, tree._wrongs);
        }
        catch (YamlException e)
        {
            return (null, [.. tree._wrongs, ((int)e.Start.Line, FileWrongs.NotYaml)]);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // The scanner has states of its own for text that is not YAML, which it leaves in this way
            return (null, [.. tree._wrongs, ((int)tree._scanner.CurrentPosition.Line, FileWrongs.NotYaml)]);
        }
    }

    private static (int Line, Wrong Wrong)? Decode(ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text) ? (0, FileWrongs.Empty) : null;
        }
        catch (DecoderFallbackException e)
        {
            text = "";
            return (bytes[..Math.Clamp(e.Index, 0, bytes.Length)].Count((byte)'\n') + 1, FileWrongs.NotUtf8);
        }
    }

    /// <summary>What the parser would only report in words of its own.</summary>
    private static List<(int Line, Wrong Wrong)> Scan(string text)
    {
        const int most = 100;
        var found = new List<(int, Wrong)>();
        var line = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            var indentation = row[..(row.Length - row.TrimStart(" \t").Length)];
            if (indentation.Contains('\t') && !row.IsWhiteSpace())
            {
                found.Add((line, FileWrongs.Tab));
            }

            foreach (var c in row)
            {
                if (char.IsControl(c) && c != '\t')
                {
                    found.Add((line, FileWrongs.ControlCharacter(c)));
                    break;
                }
            }

            if (found.Count >= most)
            {
                break;
            }
        }

        return found;
    }

    private SourceNode? Whole()
    {
        Expect<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            _wrongs.Add((0, FileWrongs.Empty));
            return null;
        }

        Expect<DocumentStart>();
        var root = Node(0);
        Expect<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            _wrongs.Add((LineOf(second), FileWrongs.ManyDocuments));
        }

        return root;
    }

    private SourceNode Node(int level)
    {
        if (level > DeepestLevel)
        {
            Stop(LineOf(_parser.Current!), FileWrongs.TooDeep(DeepestLevel));
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            _wrongs.Add((LineOf(alias), FileWrongs.Alias));
            return new ScalarNode("-", LineOf(alias));
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            Mark(scalar);
            return new ScalarNode(scalar.Value, LineOf(scalar));
        }

        return _parser.TryConsume<SequenceStart>(out var list) ? List(list, level) : Map(Expect<MappingStart>(), level);
    }

    private ListNode List(SequenceStart start, int level)
    {
        Mark(start);
        var items = new List<SourceNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(level + 1));
        }

        return new ListNode(items, LineOf(start));
    }

    private MapNode Map(MappingStart start, int level)
    {
        Mark(start);
        var entries = new List<MapEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(level + 1);
            var value = Node(level + 1);
            if (key is not ScalarNode { Text: var name })
            {
                _wrongs.Add((key.Line, FileWrongs.StrangeKey));
            }
            else if (lines.TryAdd(name, key.Line))
            {
                entries.Add(new MapEntry(name, key.Line, value));
            }
            else
            {
                _wrongs.Add((key.Line, FileWrongs.DuplicateKey(name.Length > 60 ? name[..60] + "…" : name, lines[name])));
            }
        }

        return new MapNode(entries, LineOf(start));
    }

    private void Mark(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            _wrongs.Add((LineOf(node), FileWrongs.Alias));
        }

        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
        {
            _wrongs.Add((LineOf(node), FileWrongs.Tag));
        }
    }

    private T Expect<T>()
        where T : ParsingEvent
    {
        if (_parser.TryConsume<T>(out var found))
        {
            return found;
        }

        Stop(_parser.Current is { } at ? LineOf(at) : 0, FileWrongs.NotYaml);
        return null!;
    }

    private void Stop(int line, Wrong wrong)
    {
        _wrongs.Add((line, wrong));
        throw new StopReading();
    }

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;

    /// <summary>Leaves the recursion; never leaves this class.</summary>
    private sealed class StopReading : Exception;
}
