using System.Diagnostics;
using Shirase.Core.Text;

namespace Shirase.Bench;

/// <summary><c>text</c>: both counts of a full post, as many times a second as one core allows.</summary>
internal static class TextBench
{
    private const int Warm = 5_000;
    private const int Runs = 200_000;

    public static Task<int> RunAsync(string[] args)
    {
        const string Text = "【運用ポリシーの変更】\n県警察X（エックス）の運用ポリシーを変更しました。変更した内容は県警ホームページでお知らせしています。👮‍♀️\nhttps://police.example.jp/sns/policy.html #交通安全";
        Console.WriteLine($"A post of {LiteralCount.Of(Text)} characters, weight {WeightedCount.Of(Text)}; {Runs} runs of each count.");
        return Task.FromResult(Figures.Print(new
        {
            measurement = "text",
            runs = Runs,
            weighted_per_second = PerSecond(() => WeightedCount.Of(Text)),
            literal_per_second = PerSecond(() => LiteralCount.Of(Text)),
        }));
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
