using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Shirase.Text;

namespace Shirase.Bench;

/// <summary><c>check</c>: evaluation of one draft under each shipped regulation, warm, as it happens at every pause of the author's typing.</summary>
internal static class CheckBench
{
    private const int Warm = 3_000;
    private const int Runs = 20_000;

    public static Task<int> RunAsync(string[] args)
    {
        var folder = Repository.Folder("regulations");
        var (library, problems) = RegulationFolder.Load(folder, RegulationVocabulary.Of(TextChecks.All, KnownGates.All));
        if (problems.Count > 0)
        {
            Console.Error.WriteLine($"The regulations in {folder} cannot be read: {string.Join(' ', problems.Select(p => p.In("en")))}");
            return Task.FromResult(2);
        }

        var evaluator = new Evaluator(TextChecks.All);
        var figures = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var regulation in library.Slugs.Select(s => library.Versions(s)[^1]))
        {
            var subject = Draft(regulation.Composition);
            var findings = evaluator.Evaluate(regulation, subject with { Names = NameAnalysis.Of(subject.Text) });
            var times = Figures.Microseconds(() => evaluator.Evaluate(regulation, subject with { Names = NameAnalysis.Of(subject.Text) }), Warm, Runs);
            Console.WriteLine(
                $"{regulation.Slug}: one draft of {subject.Text.Length} characters, {regulation.Checks.Count} rules, {findings.Count} findings; {Runs} runs: median {times.At(0.5)} µs, p99 {times.At(0.99)} µs.");
            figures[regulation.Slug] = new { rules = regulation.Checks.Count, findings = findings.Count, median_us = times.At(0.5), p99_us = times.At(0.99) };
        }

        return Task.FromResult(Figures.Print(new { measurement = "check", mecab = NameAnalysis.Dictionary is not null, runs = Runs, regulations = figures }));
    }

    private static CheckSubject Draft(Composition? composition)
    {
        var content = new PostContent
        {
            Subject = "還付金詐欺に注意",
            Body = "６月12日（金）午後１時30分頃、市役所職員を名乗る電話がありました。「ＡＴＭで還付金を受け取れる」は詐欺です。見かけた方は警察署（027-000-0110）へ連絡をお願いします。",
            Url = "https://www.police.pref.gunma.jp/",
            ContentClass = "own-activity",
            ActivityOrSource = "特殊詐欺の被害防止",
            Extension = "2315",
            NoRelatedDocuments = true,
        };
        return new CheckSubject
        {
            Stage = Stage.Send,
            Channel = "x",
            Subject = content.Subject,
            Text = composition is null ? content.Body : ComposedText.Of(content, composition),
            Url = content.Url,
            Now = new DateTimeOffset(2026, 6, 12, 15, 0, 0, TimeSpan.FromHours(9)),
            KnownHosts = ["police.pref.gunma.jp"],
            References = ["令和８年６月12日（金）13時30分頃、群馬県警察本部 027-000-0110"],
            Content = content,
        };
    }
}
