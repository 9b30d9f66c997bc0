using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Names;

namespace Shirase.Text;

/// <summary>
/// The morphological analyser MeCab (libmecab2 with mecab-ipadic-utf8), called over its C interface. A tagger serves one caller at a time;
/// the dictionary is mapped into memory once for all of them.
/// </summary>
public sealed class Mecab
{
    /// <summary>Longer texts are not analysed: no message is that long, and an attack would be.</summary>
    public const int Longest = 10_000;

    private static readonly string[] Libraries = ["libmecab.so.2", "libmecab.2.dylib", "libmecab.dll"];
    private static readonly string[] Dictionaries = ["/var/lib/mecab/dic/ipadic-utf8", "/var/lib/mecab/dic/debian"];

    private readonly ConcurrentBag<nint> _idle = [];
    private readonly byte[] _arguments;
    private readonly Create _create;
    private readonly Analyse _analyse;

    private Mecab(nint library, string dictionary)
    {
        _create = Marshal.GetDelegateForFunctionPointer<Create>(NativeLibrary.GetExport(library, "mecab_new2"));
        _analyse = Marshal.GetDelegateForFunctionPointer<Analyse>(NativeLibrary.GetExport(library, "mecab_sparse_tostr"));
        _arguments = Encoding.UTF8.GetBytes($"-r /dev/null -d {dictionary}\0");
        Dictionary = dictionary;
    }

    private delegate nint Create(byte[] arguments);

    private delegate nint Analyse(nint tagger, byte[] text);

    /// <summary>Folder of the dictionary in use.</summary>
    public string Dictionary { get; }

    /// <summary>The analyser of this machine, or null where library or dictionary are missing or do not know a Japanese name.</summary>
    public static Mecab? Open() => Open(Libraries, Dictionaries);

    /// <summary>The analyser of the first library that loads with the first dictionary that knows a Japanese name; null where there is none.</summary>
    public static Mecab? Open(IReadOnlyList<string> libraries, IReadOnlyList<string> dictionaries)
    {
        foreach (var name in libraries)
        {
            if (!NativeLibrary.TryLoad(name, out var library))
            {
                continue;
            }

            foreach (var dictionary in dictionaries.Where(d => File.Exists(Path.Combine(d, "sys.dic"))))
            {
                var mecab = new Mecab(library, dictionary);
                if (mecab.Propose("山田太郎").Any(p => p is { HasSurname: true, HasGiven: true }))
                {
                    return mecab;
                }
            }
        }

        return null;
    }

    /// <summary>What MeCab takes for names of persons in the text.</summary>
    public IReadOnlyList<NameProposal> Propose(string text) =>
        text.Length is > 0 and <= Longest && Lines(NameProposal.Prepare(text)) is { } lines ? Read(text, lines) : [];

    private string? Lines(string text)
    {
        if (!_idle.TryTake(out var tagger) && (tagger = _create(_arguments)) == 0)
        {
            return null;
        }

        try
        {
            var line = string.Create(text.Length, text, static (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    to[i] = char.IsControl(from[i]) ? ' ' : from[i];
                }
            });
            return Marshal.PtrToStringUTF8(_analyse(tagger, Encoding.UTF8.GetBytes(line + "\0")));
        }
        finally
        {
            _idle.Add(tagger);
        }
    }

    // 山田<tab>名詞,固有名詞,人名,姓,…: a family name and the given name that touches it are one proposal
    private static List<NameProposal> Read(string text, string lines)
    {
        var plain = NameProposal.Prepare(text);
        var found = new List<NameProposal>();
        var at = 0;
        foreach (var line in lines.Split('\n'))
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab <= 0 || plain.IndexOf(line[..tab], at, StringComparison.Ordinal) is var start && start < 0)
            {
                continue;
            }

            at = start + tab;
            var isSurname = line.AsSpan(tab).Contains("人名,姓", StringComparison.Ordinal);
            var isGiven = line.AsSpan(tab).Contains("人名,名", StringComparison.Ordinal);
            if (isGiven && found.LastOrDefault() is { HasSurname: true, HasGiven: false } before && before.Span.End == start)
            {
                found[^1] = new NameProposal(new TextSpan(before.Span.Start, before.Span.Length + tab), true, true);
            }
            else if (isSurname || isGiven)
            {
                found.Add(new NameProposal(new TextSpan(start, tab), isSurname, isGiven));
            }
        }

        return found;
    }
}
