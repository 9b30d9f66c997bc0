using System.Diagnostics;
using System.Globalization;
using System.Text;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Core.Text.Checks;

namespace Shirase.Bench;

/// <summary>
/// <c>hostile</c>: texts of 1,000, 10,000 and 100,000 characters that make careless code read them again and again, through every text
/// function and every check. Ten times the text may take about ten times the time.
/// </summary>
internal static class HostileBench
{
    private const int Repeats = 3;

    /// <summary>Below this a time says nothing about growth.</summary>
    private const double Noise = 0.5;

    /// <summary>Growth that is looked at again: a collection of the garbage or a neighbour on the machine may have come between.</summary>
    private const double Suspicious = 13;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000];

    private static readonly string[] Parts =
    [
        "a", "あ", "漢", "ア", "ｱ", "1", "１", " ", "　", "\n", "。", ".", "a.", "あ.", "a.jp ", "a.jp/(", "a.jp?", "https://", "https://a.jp/", "https://あ", "http://a.jp/)",
        "ｗｗｗ．", "www.", "_あ", "xn--", "a@", "a@a.", "@a ", "@", "rt@a", "#", "#1", "#あ", "$A ", "(", "（", "（）", "「", "「」", "【", "【あ】\n", "{", "か\u3099", "\u0301", "e\u0301\u0323",
        "👨‍👩‍", "👍🏽", "🇯", "\u202E", "\u200B", "\uFE0F", "\uFFFE", "\uD800", "090-", "0", "03-1234-5678 ", "1,", "1-", "1/", "1月", "11月31日", "1月1日（月）", "2026/", "2026年1月1日", "令和",
        "25日（水）", "午後", "午後13時", "10時30分から", "1時", "歳", "34歳 ", "（34）", "田中さん", "容疑者", "氏名：", "県市町村", "丁目", "1丁目2番3号", "群馬580あ", "パスワード", "こちら", "です", "です。",
        "{0}人", "{0}円 ", "{0}件は", "a{0}.jp ", "{0}月{0}日", "#あ{0} ", "@a{0} ", "0{0}-",
        "昨日", "から", "まで", "きょ", "ーー", "^o^", "(´・ω・｀)", "＿人", "％", "①", "髙", "ABC", "ＡＢＣ", "日　時", "00 ",
    ];

    public static Task<int> RunAsync(string[] args)
    {
        var rows = new List<Row>();
        foreach (var (name, act) in Acts().Where(a => args.Length == 0 || args.Contains(a.Name, StringComparer.Ordinal)))
        {
            rows.Add(Measured(name, act));
            Console.WriteLine(rows[^1].Line());
        }

        var worst = rows.MaxBy(r => r.Growth)!;
        Console.WriteLine($"{Parts.Length} patterns; the worst growth from 10,000 to 100,000 characters is ×{worst.Growth} ({worst.Name}); ten times is linear.");
        return Task.FromResult(Figures.Print(new
        {
            measurement = "hostile",
            sizes = Sizes,
            slowest_ms = Sizes.Select((_, i) => rows.Max(r => r.Milliseconds[i])),
            slowest = rows.MaxBy(r => r.Milliseconds[^1])!.Name,
            worst_growth = worst.Growth,
            worst_growth_of = worst.Name,
        }));
    }

    private static IEnumerable<(string Name, Action<string> Act)> Acts()
    {
        yield return ("Composed", t => Composed.Of(t));
        yield return ("LiteralCount", t => LiteralCount.Of(t));
        yield return ("WeightedCount", t => WeightedCount.Of(t));
        yield return ("MastodonCount", t => MastodonCount.Of(t));
        yield return ("EntityExtractor", t => EntityExtractor.Find(t));
        yield return ("UrlExtractor", t => UrlExtractor.Find(t));
        yield return ("HashtagExtractor", t => HashtagExtractor.Find(t));
        yield return ("DateMention", t => DateMention.Find(t));
        yield return ("TimeMention", t => TimeMention.Find(t));
        yield return ("PhoneMention", t => PhoneMention.Find(t));
        yield return ("FigureMention", t => FigureMention.Find(t));
        yield return ("FormComparison", t => FormComparison.Compare("{日時}、{場所}で" + t, t));
        foreach (var check in TextChecks.All)
        {
            var with = With(check);
            yield return (check.Name, t => Count(check.Find(Subject(t), with)));
        }
    }

    private static void Count(IEnumerable<Hit> hits)
    {
        foreach (var _ in hits)
        {
        }
    }

    // What a file has to give, a few words; what it may give stays at its default
    private static Parameters With(ICheck check) => new(check.Parameters.Where(p => p.Required).ToDictionary(
        p => p.Name,
        p => (IReadOnlyList<string>)(p.Kind switch
        {
            ParameterKind.Number => ["10"],
            ParameterKind.Flag => ["true"],
            ParameterKind.List => ["あ", "a.", "県市", "です"],
            _ => ["あ"],
        }),
        StringComparer.Ordinal));

    private static CheckSubject Subject(string text) => new()
    {
        Stage = Stage.Send,
        Channel = "x",
        Subject = text,
        Text = text,
        Url = text,
        Now = new DateTimeOffset(2026, 6, 12, 15, 0, 0, TimeSpan.FromHours(9)),
        KnownHosts = ["police.pref.gunma.jp"],
        References = [text[(text.Length / 2)..]],
        StandardForm = text,
        Content = new PostContent { Subject = text, Body = text, Url = text, ActivityOrSource = text, GroundReason = text, Necessity = text },
    };

    private static Row Measured(string name, Action<string> act)
    {
        var worst = new double[Sizes.Length];
        var (growth, pattern) = (0.0, "");
        foreach (var part in Parts)
        {
            var times = Times(act, part);
            for (var again = 0; again < 4 && Growth(times) > Suspicious; again++)
            {
                times = [.. times.Zip(Times(act, part), Math.Min)];
            }

            for (var i = 0; i < worst.Length; i++)
            {
                worst[i] = Math.Max(worst[i], times[i]);
            }

            if (Growth(times) is var grown && grown > growth)
            {
                (growth, pattern) = (grown, part);
            }
        }

        return new(name, [.. worst.Select(w => Math.Round(w, 2))], Math.Round(growth, 1), pattern);
    }

    private static double[] Times(Action<string> act, string part) => [.. Sizes.Select(size => Milliseconds(act, Text(part, size)))];

    private static double Growth(double[] times) => times[^1] / Math.Max(Noise, times[^2]);

    // A number that counts up makes every value another one
    private static string Text(string part, int size)
    {
        var text = new StringBuilder(size + part.Length);
        for (var n = 1; text.Length < size; n++)
        {
            text.Append(part.Replace("{0}", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString(0, size);
    }

    private static double Milliseconds(Action<string> act, string text)
    {
        var best = double.MaxValue;
        for (var i = 0; i < Repeats && best > 0.05; i++)
        {
            var start = Stopwatch.GetTimestamp();
            act(text);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (best > 500)
            {
                break;
            }
        }

        return best;
    }

    private sealed record Row(string Name, double[] Milliseconds, double Growth, string Pattern)
    {
        public string Line() => string.Create(
            CultureInfo.InvariantCulture,
            $"{Name,-26}{string.Concat(Milliseconds.Select(m => $"{m,10:0.00}"))} ms   ×{Growth:0.0} at {Pattern.Replace("\n", "\\n", StringComparison.Ordinal)}");
    }
}
