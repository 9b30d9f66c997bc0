using System.Diagnostics;
using Shirase.TestKit;

namespace Shirase.Bench;

/// <summary>
/// <c>live</c>: what the author waits for at each pause of typing, over HTTP on Kestrel with the sample body: the findings while writing,
/// those of the submission, and the whole page for a browser without scripts.
/// </summary>
internal static class LiveBench
{
    private const int Warm = 100;
    private const int Runs = 400;

    private static readonly string[] Sentences =
    [
        "６月12日（金）午後１時30分頃、", "前橋市内で市役所職員を名乗る電話がありました。", "「ＡＴＭで還付金を受け取れる」は詐欺です。",
        "見かけた方は警察署（027-000-0110）へ連絡をお願いします。",
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("shirase-bench-").FullName;
        try
        {
            var (installation, _) = await Installation.StartAsync(folder);
            using (installation)
            using (var author = new TestBrowser(new Uri(installation.Address, "/")))
            {
                await author.GetAsync("/sign-in");
                await author.PostAsync("/sign-in?handler=Sample", new() { ["login"] = "tamura" });
                await author.GetAsync("/posts/new");
                var account = author.Hidden("Accounts");
                var draft = author.Hidden("DraftId");
                if (account is null || draft is null)
                {
                    Console.Error.WriteLine("The form of the sample police could not be opened.");
                    return 2;
                }

                return Figures.Print(new
                {
                    measurement = "live",
                    runs = Runs,
                    while_writing_ms = await TimeAsync(author, Fields(draft, account, full: false), live: true),
                    full_check_ms = await TimeAsync(author, Fields(draft, account, full: true), live: true),
                    without_scripts_ms = await TimeAsync(author, Fields(draft, account, full: true), live: false),
                });
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Somebody types: each request has some more of the text than the one before
    private static async Task<object> TimeAsync(TestBrowser author, Dictionary<string, string?> fields, bool live)
    {
        author.Client.DefaultRequestHeaders.Remove("X-Requested-With");
        if (live)
        {
            author.Client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        }

        var text = string.Concat(Sentences);
        var times = new double[Runs];
        for (var i = -Warm; i < Runs; i++)
        {
            fields["Body"] = text[..(20 + ((i + Warm) % (text.Length - 20)))];
            var start = Stopwatch.GetTimestamp();
            using var answer = await author.PostAsync("/posts/new?handler=check", fields);
            if (!answer.IsSuccessStatusCode || !author.Page.Contains("findings", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The check answered {(int)answer.StatusCode}.");
            }

            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        Console.WriteLine($"{(live ? "Findings alone" : "Whole page")}{(fields["FullCheck"] == "true" ? ", all checks of the submission" : "")}: median {times.At(0.5)} ms, p99 {times.At(0.99)} ms.");
        return new { median = times.At(0.5), p99 = times.At(0.99) };
    }

    private static Dictionary<string, string?> Fields(string draft, string account, bool full) => new()
    {
        ["DraftId"] = draft,
        ["Version"] = "0",
        ["FullCheck"] = full ? "true" : "false",
        ["Kind"] = "post",
        ["Subject"] = "還付金詐欺に注意",
        ["Accounts"] = account,
        ["Url"] = "https://www.police.pref.gunma.jp/",
        ["ContentClass"] = "own-activity",
        ["Activity"] = "特殊詐欺の予防",
        ["Extension"] = "2211",
        ["NoRelated"] = "true",
    };
}
