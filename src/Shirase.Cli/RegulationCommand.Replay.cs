using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.Regulations;
using Shirase.Storage;

namespace Shirase.Cli;

public static partial class RegulationCommand
{
    private const int MostReplayed = 100_000;

    private static Command ReplayOf(Asked asked, Store store)
    {
        var slug = new Argument<string>("SLUG") { Description = "Short name of the regulation." };
        var with = new Option<string>("--with") { Description = "File of the draft version, such as gunma-police-x.2027.yaml.", Required = true };
        var body = new Option<string?>("--body") { Description = "Short name of one body (default: all that adopted the regulation)." };
        var last = new Option<int>("--last") { Description = $"So many of the last messages, 1–{MostReplayed} (default: 1000).", DefaultValueFactory = _ => 1000 };
        last.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 1 or > MostReplayed)
            {
                r.AddError(Say($"--last は1から{MostReplayed}までの数で指定してください。", $"Give --last from 1 to {MostReplayed}."));
            }
        });
        var command = new Command("replay", "過去の申請を改正案で判定し直す / Judges past messages under a draft version: what would change.") { slug, with, body, last };
        foreach (var option in store.DatabaseOptions)
        {
            command.Add(option);
        }

        command.SetAction((result, ct) =>
        {
            Task<int>? running = null;
            var code = WithLibrary(asked, result, inquiry =>
            {
                if (Latest(inquiry, result.GetValue(slug)!) is not { } current || Draft(asked, inquiry, result.GetValue(with)!, current) is not { } draft)
                {
                    return ExitCode.BadInput;
                }

                running = store.WithAsync(
                    result, inquiry.Library, s => ReplayAsync(s, inquiry, current, draft, result.GetValue(body), result.GetValue(last), ct), s => s.AddReplay(), ct);
                return ExitCode.Fine;
            });
            return running ?? Task.FromResult(code);
        });
        return command;
    }

    /// <summary>The draft, or null after sentences on standard error.</summary>
    private static Regulation? Draft(Asked asked, Inquiry inquiry, string file, Regulation current)
    {
        var (library, problems) = RegulationFolder.Load([file], asked.Vocabulary);
        foreach (var problem in problems)
        {
            inquiry.Error.WriteLine(problem.In(Language));
        }

        if (problems.Count > 0)
        {
            return null;
        }

        var draft = library.All[0];
        if (draft.Slug == current.Slug)
        {
            return draft;
        }

        inquiry.Error.WriteLine(Say($"改正案は「{draft.Slug}」のもので、「{current.Slug}」のものではありません。", $"The draft is one of \"{draft.Slug}\", not of \"{current.Slug}\"."));
        return null;
    }

    private static async Task<int> ReplayAsync(
        IServiceProvider services, Inquiry inquiry, Regulation current, Regulation draft, string? body, int last, CancellationToken ct)
    {
        var db = services.GetRequiredService<ShiraseDb>();
        var bodies = body is not null
            ? [new BodyId(body)]
            : await db.Applications.Where(a => a.Regulation == current.Slug).Select(a => a.Body).Distinct().ToListAsync(ct);
        var messages = new List<PastMessage>();
        foreach (var one in bodies.OrderBy(b => b.ToString(), StringComparer.Ordinal))
        {
            messages.AddRange(await services.GetRequiredService<PastMessages>().ReadAsync(
                one, current, last, n => inquiry.Error.WriteLine(Say($"{one}：{n}件を読みました", $"{one}: {n} read")), ct));
        }

        var report = services.GetRequiredService<Replay>().Compare(messages, current, draft);
        if (inquiry.AsJson)
        {
            WriteJson(inquiry.Output, new
            {
                regulation = current.Slug,
                before = current.Version,
                after = draft.Version,
                messages = report.Messages,
                differences = report.Differences.Select(d => new
                {
                    id = d.Message.Id,
                    number = d.Message.Number,
                    newly_refused = d.IsNewlyRefused,
                    newly_allowed = d.IsNewlyAllowed,
                    stops = d.NewStops.Select(Shape),
                    lifted = d.LiftedStops.Select(Shape),
                    deciders = d.HasOtherDecider ? new { before = d.Before.Deciders, after = d.After.Deciders } : null,
                    minutes = d.HasOtherDuration ? new { before = (int)d.Before.Duration.TotalMinutes, after = (int)d.After.Duration.TotalMinutes } : null,
                }),
            });
        }
        else
        {
            WriteReplay(inquiry.Output, report, draft);
        }

        return report.Differences.Any(d => d.IsNewlyRefused) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static object Shape(Stop stop) => new { clause = stop.Clause, rule = stop.Rule, effect = stop.Effect.ToString().ToLowerInvariant(), message = stop.Message };

    private static void WriteReplay(TextWriter output, ReplayReport report, Regulation draft)
    {
        foreach (var d in report.Differences)
        {
            var parts = new List<string>();
            parts.AddRange(d.NewStops.Select(s => Say($"新たに止まる {s.Clause} {s.Message.Ja}", $"newly stopped {s.Clause} {s.Message.En}")));
            parts.AddRange(d.LiftedStops.Select(s => Say($"止まらなくなる {s.Clause}", $"no longer stopped {s.Clause}")));
            if (d.HasOtherDecider)
            {
                parts.Add(Say($"決める者 {string.Join('→', d.After.Deciders)}", $"decided by {string.Join(", ", d.After.Deciders)}"));
            }

            if (d.HasOtherDuration)
            {
                parts.Add(Say($"所要 {Hours(d.Before.Duration)}→{Hours(d.After.Duration)}", $"takes {Hours(d.Before.Duration)} → {Hours(d.After.Duration)}"));
            }

            output.WriteLine($"{d.Message.Number,-16} {string.Join(" | ", parts)}");
        }

        output.WriteLine(Say(
            $"{draft.Slug} {draft.Version}：{report.Messages}件のうち、新たに断られる {report.Differences.Count(d => d.IsNewlyRefused)}、通るようになる {report.Differences.Count(d => d.IsNewlyAllowed)}、決める者が変わる {report.Differences.Count(d => d.HasOtherDecider)}、所要が変わる {report.Differences.Count(d => d.HasOtherDuration)}",
            $"{draft.Slug} {draft.Version}: of {report.Messages}, newly refused {report.Differences.Count(d => d.IsNewlyRefused)}, newly allowed {report.Differences.Count(d => d.IsNewlyAllowed)}, other decider {report.Differences.Count(d => d.HasOtherDecider)}, other duration {report.Differences.Count(d => d.HasOtherDuration)}"));
    }

    private static string Hours(TimeSpan time) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00}");
}
