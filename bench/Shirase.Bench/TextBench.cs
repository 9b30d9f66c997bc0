using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Shirase.Core.Text;

namespace Shirase.Bench;

/// <summary>
/// <c>text</c>: both counts of a full post, as many times a second as one core allows; and the weighted count of 1,000 different texts
/// beside that of X's own library (npm twitter-text under node, in <c>SHIRASE_TWITTER_TEXT</c>) in the same run.
/// </summary>
internal static class TextBench
{
    private const int Warm = 5_000;
    private const int Runs = 200_000;
    private const int Different = 1_000;

    private static readonly TimeSpan Spell = TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(string[] args)
    {
        const string Text = "【運用ポリシーの変更】\n県警察X（エックス）の運用ポリシーを変更しました。変更した内容は県警ホームページでお知らせしています。👮‍♀️\nhttps://police.example.jp/sns/policy.html #交通安全";
        Console.WriteLine($"A post of {LiteralCount.Of(Text)} characters, weight {WeightedCount.Of(Text)}; {Runs} runs of each count.");
        var texts = Texts();
        var ours = PerSecond(texts);
        var theirs = await TheirsAsync(texts);
        Console.WriteLine(theirs is { } t
            ? $"{Different} different texts of {texts.Average(x => x.Length):0} characters on average: ours {ours}, twitter-text {t} parses a second; ratio {(double)ours / t:0.0}."
            : $"{Different} different texts: ours {ours} parses a second; twitter-text is not at hand (SHIRASE_TWITTER_TEXT).");
        return Figures.Print(new
        {
            measurement = "text",
            runs = Runs,
            weighted_per_second = PerSecond(() => WeightedCount.Of(Text)),
            literal_per_second = PerSecond(() => LiteralCount.Of(Text)),
            parses_per_second = ours,
            twitter_text_parses_per_second = theirs,
            ratio = theirs is null ? (double?)null : Math.Round((double)ours / theirs.Value, 1),
        });
    }

    // Posts as offices write them: heading, sentences, now and then an address, a hashtag, an emoji, a decomposed letter
    private static string[] Texts()
    {
        string[] headings = ["特殊詐欺に注意", "交通規制のお知らせ", "行方不明の方を捜しています", "路面の凍結に注意", "SNS型投資詐欺"];
        string[] sentences =
        [
            "「ATMで還付金を受け取れる」は詐欺です。", "11月20日（金）午前10時頃、", "前橋市内の路上で、", "運転中は横断歩道の手前で減速しましょう。", "見かけた方は110番通報をお願いします。",
            "詳しくは県警ホームページで確認してください。", "夜間は反射材を身につけ、", "Please call 110 in an emergency. ", "短い時間でも必ず鍵をかけ、ツーロックをしましょう。", "御協力ありがとうございました。",
        ];
        string[] ends = ["", "", "", "\nhttps://police.example.jp/otoshimono/", "\n#交通安全 #飲酒運転根絶", "👮‍♀️✨", "\nnpa.go.jp", "カ\u3099ラス", "（027-000-0110）"];
        var random = new Random(1);
        return
        [
            .. Enumerable.Range(0, Different).Select(n => $"【{headings[random.Next(headings.Length)]}】\n"
                + string.Concat(Enumerable.Range(0, 2 + random.Next(5)).Select(_ => sentences[random.Next(sentences.Length)]))
                + ends[random.Next(ends.Length)]),
        ];
    }

    private static long PerSecond(string[] texts)
    {
        Rounds(texts);
        return Rounds(texts);
    }

    private static long Rounds(string[] texts)
    {
        var (rounds, start) = (0, Stopwatch.GetTimestamp());
        for (; Stopwatch.GetElapsedTime(start) < Spell; rounds++)
        {
            foreach (var text in texts)
            {
                WeightedCount.Measure(text);
            }
        }

        return (long)((long)rounds * texts.Length / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static async Task<long?> TheirsAsync(string[] texts)
    {
        if (Environment.GetEnvironmentVariable("SHIRASE_TWITTER_TEXT") is not { Length: > 0 } folder)
        {
            return null;
        }

        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Folder("tests"), "servers", "twittertext.mjs"), folder, "bench"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        foreach (var text in texts)
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(text));
        }

        node.StandardInput.Close();
        var answer = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return long.Parse(answer, CultureInfo.InvariantCulture);
    }

    private static long PerSecond(Func<int> count)
    {
        for (var i = 0; i < Warm; i++)
        {
            count();
        }

        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Runs; i++)
        {
            count();
        }

        return (long)(Runs / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
