using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;

namespace Shirase.Bench;

/// <summary>
/// <c>replay</c>: what <c>shirase regulation replay</c> does with 10,000 filed messages, read from the database and judged under the version in
/// force and under a draft that halves the length.
/// </summary>
internal static class ReplayBench
{
    private const int Messages = 10_000;
    private const int AtOnce = 500;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var store = new Filled();
        await store.InitializeAsync();
        await store.SeedAsync(CancellationToken.None);
        await FillAsync(store);
        var current = TestStore.Regulations.Versions("gunma-police-x")[^1];
        var draft = Draft();

        var start = Stopwatch.GetTimestamp();
        var (read, report) = await store.InAsync(
            async s =>
            {
                var messages = await s.GetRequiredService<PastMessages>().ReadAsync(Office.Body, current, Messages, null, CancellationToken.None);
                var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
                return (seconds, s.GetRequiredService<Replay>().Compare(messages, current, draft));
            },
            Office.Body);
        var whole = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var refused = report.Differences.Count(d => d.IsNewlyRefused);
        Console.WriteLine($"{report.Messages} messages: read in {read:0.0} s, judged twice in {whole - read:0.0} s; {refused} newly refused.");
        return Figures.Print(new { measurement = "replay", messages = report.Messages, newly_refused = refused, read_s = Math.Round(read, 1), whole_s = Math.Round(whole, 1) });
    }

    // Filed as the product files them, without the desks in between
    private static async Task FillAsync(TestStore store)
    {
        var office = new Office(store);
        var author = await office.WhoAsync("tamura");
        var unit = await store.DbAsync(db => db.Postings.Where(p => p.Staff == author.Staff).Select(p => p.Unit).FirstAsync(), Office.Body);
        var regulation = TestStore.Regulations.Versions("gunma-police-x")[^1];
        var boxes = regulation.Attestations.Where(a => a.Step == "application" && !a.OtherThanAuthor).Select(a => a.Id).ToList();
        var ordinary = await office.ContentAsync();
        for (var first = 0; first < Messages; first += AtOnce)
        {
            await store.DbAsync(
                async db =>
                {
                    for (var i = first; i < first + AtOnce; i++)
                    {
                        var act = new Act(author.Staff, office.Clock.Now.AddMinutes(-i), null);
                        var content = ordinary with { Body = string.Concat(Enumerable.Repeat($"{i % 97}件の不審な電話がありました。", 1 + (i % 6))) };
                        var one = PostApplication.Begin(new(Guid.CreateVersion7(act.At)), Office.Body, regulation, unit, content, act);
                        if (one.Submit(act, regulation, [], boxes, $"広報-{i}", new LeadTime(null, 0, 0)) is { } refusal)
                        {
                            throw new InvalidOperationException(refusal.Text.En);
                        }

                        db.Add(one);
                    }

                    return await db.SaveChangesAsync();
                },
                Office.Body);
        }
    }

    private static Regulation Draft()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Folder("regulations"), "gunma-police-x.yaml"));
        var file = Path.Combine(Directory.CreateTempSubdirectory("shirase-bench-").FullName, "gunma-police-x.draft.yaml");
        File.WriteAllText(file, text.Replace("id: max-characters\n    value: 140", "id: max-characters\n    value: 70", StringComparison.Ordinal));
        return RegulationFolder.Load([file], RegulationVocabulary.Of(TextChecks.All, KnownGates.All)).Library.All[0];
    }

    private sealed class Filled : SqliteStore
    {
        public Filled() => Also = s =>
        {
            Office.Equip(s);
            s.AddReplay();
        };
    }
}
