using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Outbox;

namespace Shirase.Cli;

/// <summary><c>shirase jobs list | show | replay</c>: what the system does by itself, as JSON; another try for what failed.</summary>
internal static class JobsCommand
{
    private const int Most = 1000;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Command Create(Store store)
    {
        var command = new Command("jobs", "処理 / Jobs: list, show, replay.") { List(store), Show(store), Replay(store) };
        foreach (var option in store.Options)
        {
            command.Add(option);
        }

        return command;
    }

    private static Command List(Store store)
    {
        var state = new Option<string?>("--state") { Description = "due, running, later, given-up or done (default: all but done)." };
        state.AcceptOnlyFromAmong("due", "running", "later", "given-up", "done");
        var kind = new Option<string?>("--kind") { Description = "Such as publish or remove." };
        var body = new Option<string?>("--body") { Description = "Short name of one body (default: all)." };
        var limit = new Option<int>("--limit") { Description = $"At most so many, 1–{Most} (default: 100).", DefaultValueFactory = _ => 100 };
        limit.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 1 or > Most)
            {
                r.AddError(RegulationCommand.Say($"--limit は1から{Most}までの数で指定してください。", $"Give --limit from 1 to {Most}."));
            }
        });
        var list = new Command("list", "処理の一覧 / Lists jobs.") { state, kind, body, limit };
        list.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var ledger = services.GetRequiredService<JobLedger>();
            BodyId? of = result.GetValue(body) is { } slug ? new BodyId(slug) : null;
            JobState[] states = result.GetValue(state) is { } named
                ? [Enum.GetValues<JobState>().Single(s => NameOf(s) == named)]
                : [JobState.GivenUp, JobState.Running, JobState.Due, JobState.Later];
            var found = new List<Job>();
            foreach (var one in states)
            {
                found.AddRange((await ledger.ListAsync(new(of, one, result.GetValue(kind)), 0, result.GetValue(limit) - found.Count, ct)).Jobs);
            }

            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            result.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(found.Select(j => View(j, now)), Json));
            return ExitCode.Fine;
        }, ct));
        return list;
    }

    private static Command Show(Store store)
    {
        var id = new Argument<Guid>("ID") { Description = "Id of the job." };
        var show = new Command("show", "処理を1件示す / Shows one job.") { id };
        show.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            if (await services.GetRequiredService<JobLedger>().FindAsync(null, result.GetValue(id), ct) is not { } job)
            {
                return Store.Refuse(new NoSuchJob(), result.InvocationConfiguration.Error);
            }

            result.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(View(job, services.GetRequiredService<TimeProvider>().GetUtcNow()), Json));
            return ExitCode.Fine;
        }, ct));
        return show;
    }

    private static Command Replay(Store store)
    {
        var id = new Argument<Guid>("ID") { Description = "Id of a job that failed." };
        var replay = new Command("replay", "失敗した処理をやり直す / Tries a failed job again at once.") { id };
        replay.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            if (await services.GetRequiredService<JobLedger>().ReplayAsync(null, result.GetValue(id), null, ct) is { } refusal)
            {
                return Store.Refuse(refusal, result.InvocationConfiguration.Error);
            }

            result.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(new { id = result.GetValue(id), replayed = true }, Json));
            return ExitCode.Fine;
        }, ct));
        return replay;
    }

    private static object View(Job job, DateTimeOffset now) => new
    {
        job.Id,
        body = job.Body.Slug,
        job.Kind,
        job.Lane,
        job.Subject,
        state = NameOf(job.StateAt(now)),
        job.NotBefore,
        job.CreatedAt,
        job.LeasedUntil,
        job.Attempts,
        job.Failures,
        job.LastError,
        job.GaveUpAt,
        job.DoneAt,
    };

    private static string NameOf(JobState state) => state == JobState.GivenUp ? "given-up" : state.ToString().ToLowerInvariant();
}
