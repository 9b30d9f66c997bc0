using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.TestKit.Posts;

/// <summary>
/// The sample police at work: intents of its people over the real use cases, on a store of either kind. Jobs run when the
/// test says so.
/// </summary>
public sealed class Office(TestStore store)
{
    public const string Terminal = "広報広聴課 HP管理用端末";

    public static readonly BodyId Body = SampleCast.Gunma;

    public TestStore Store => store;

    public TestClock Clock => store.Clock;

    /// <summary>Adds to a store what the office needs; call it from the constructor of the derived fixture.</summary>
    public static void Equip(IServiceCollection services) => services
        .AddSingleton(new Evaluator(TextChecks.All))
        .AddSingleton<JobSignal>().AddScoped<JobQueue>().AddJobLedger()
        .AddPosts()
        .AddScoped<Shirase.People.TerminalIdentity>()
        .AddDrill(o => o.BaseAddress = new Uri("http://localhost:5080/"))
        .AddOfficeMail()
        .AddWebsite(o => o.BaseAddress = new Uri("http://localhost:5080/"));

    public async Task<Who> WhoAsync(string login) =>
        new(await store.DbAsync(db => db.Staff.Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync()), Body);

    public async Task<T> AskAsync<TUseCase, T>(string login, Func<TUseCase, Who, Task<T>> ask)
        where TUseCase : notnull
    {
        var who = await WhoAsync(login);
        return await store.AskAsync<TUseCase, T>(u => ask(u, who), Body);
    }

    /// <summary>An ordinary content that passes every check: fraud warning, desired on Thursday 18 June 2026, 10:00.</summary>
    public async Task<PostContent> ContentAsync(string body = "市役所の職員が電話でＡＴＭの操作をお願いすることはありません。不審な電話は110番へ。") => new()
    {
        Subject = "特殊詐欺に注意",
        Body = body.Replace("ＡＴＭ", "ATM", StringComparison.Ordinal),
        Accounts = [await DrillAccountAsync()],
        DesiredAt = new DateTimeOffset(2026, 6, 18, 10, 0, 0, JapanTime.Offset),
        ContentClass = "own-activity",
        ActivityOrSource = "特殊詐欺の予防",
        NoRelatedDocuments = true,
        Extension = "2211",
    };

    public Task<Guid> DrillAccountAsync() =>
        store.DbAsync(async db => (await db.Accounts.SingleAsync(a => a.Body == Body && a.Channel == "drill" && a.Handle == "gunma_police")).Id.Value);

    public async Task<PostApplicationId> BeginAsync(PostContent content, string author = "tamura")
    {
        var who = await WhoAsync(author);
        var unit = await store.DbAsync(db => db.Postings.Where(p => p.Staff == who.Staff).Select(p => p.Unit).FirstAsync());
        var begun = await store.AskAsync<Drafting, Result<PostApplicationId>>(d => d.BeginAsync(who, unit, content, Ct), Body);
        Assert.True(begun.IsDone, begun.Refusal?.Text.Ja);
        return begun.Value;
    }

    public async Task<Refusal?> EditAsync(PostApplicationId id, Func<PostContent, PostContent> change, string login = "tamura")
    {
        var application = await ReadAsync(id);
        return await AskAsync<Drafting, Refusal?>(login, (d, w) => d.SaveAsync(id, w, change(application.Current.Content), application.Revision, Ct));
    }

    public Task<Refusal?> SubmitAsync(PostApplicationId id, string author = "tamura", string? shortNoticeReason = null, params string[] without) =>
        AskAsync<Drafting, Refusal?>(author, (d, w) => d.SubmitAsync(
            id, w, [.. Boxes.Where(b => !without.Contains(b))], shortNoticeReason, Ct));

    /// <summary>The second checker of the same unit.</summary>
    public Task<Refusal?> CheckAsync(PostApplicationId id, string login = "sekiguchi", bool alone = false, string? why = null) =>
        AskAsync<Drafting, Refusal?>(login, (d, w) => d.ConfirmAsync(id, w, "no-errors", alone, why, Ct));

    public Task<Refusal?> ApproveAsync(PostApplicationId id, string login, string? opinion = null, params string[] without) =>
        AskAsync<Deciding, Refusal?>(login, async (d, w) =>
        {
            var application = await ReadAsync(id);
            var regulation = TestStore.Regulations.Find(application.Regulation, application.RegulationVersion)!;
            return await d.ApproveAsync(id, w,
                [.. regulation.Attestations.Where(a => a.Step == application.Step && !without.Contains(a.Id)).Select(a => a.Id)], opinion, Ct);
        });

    public Task<Refusal?> AssignAsync(PostApplicationId id, string login = "hoshino") =>
        AskAsync<Deciding, Refusal?>(login, (d, w) => d.AssignAsync(id, w, null, Ct));

    public Task<Refusal?> ReturnAsync(PostApplicationId id, string login, string why, string code = "secrecy") =>
        AskAsync<Deciding, Refusal?>(login, (d, w) => d.ReturnAsync(id, w, code, why, Ct));

    public Task<Refusal?> PublishAsync(PostApplicationId id, string login = "takahashi", DateTimeOffset? at = null, string? terminal = Terminal) =>
        AskAsync<Publishing, Refusal?>(login, (p, w) => p.OrderAsync(id, w, terminal, at, Ct));

    public Task<Refusal?> RemoveAsync(PostApplicationId id, string login = "takahashi", string? why = null) =>
        AskAsync<Removing, Refusal?>(login, (r, w) => r.OrderAsync(id, w, why, Ct));

    /// <summary>Takes a content from the draft to the publisher's desk.</summary>
    public async Task<PostApplicationId> ReadyAsync(PostContent content)
    {
        var id = await BeginAsync(content);
        Fine(await SubmitAsync(id));
        Fine(await CheckAsync(id));
        Fine(await ApproveAsync(id, "negishi"));
        if ((await ReadAsync(id)).Step == "assignment")
        {
            Fine(await AssignAsync(id));
        }

        Fine(await ApproveAsync(id, "kobayashi"));
        return id;
    }

    /// <summary>Publishes an ordinary post and runs the jobs.</summary>
    public async Task<PostApplicationId> PublishedAsync(PostContent content)
    {
        var id = await ReadyAsync(content);
        Fine(await PublishAsync(id));
        await RunJobsAsync();
        return id;
    }

    public Task<PostApplication> ReadAsync(PostApplicationId id) => store.DbAsync(
        db => db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions).Include(a => a.Confirmations).Include(a => a.Consultations)
            .SingleAsync(a => a.Id == id), Body);

    public Task<PostDelivery> DeliveryAsync(PostApplicationId id) =>
        store.DbAsync(db => db.Deliveries.AsNoTracking().OrderByDescending(d => d.OrderedAt).FirstAsync(d => d.Application == id), Body);

    /// <summary>Kinds of notices a person got about a case.</summary>
    public async Task<IReadOnlyList<Core.Duties.Notice>> NoticesAsync(string login, PostApplicationId? about = null)
    {
        var who = await WhoAsync(login);
        return await store.DbAsync(
            db => db.Notices.AsNoTracking().Where(n => n.To == who.Staff && (about == null || n.About == about)).OrderBy(n => n.At).ToListAsync(), Body);
    }

    /// <summary>Runs every job that is due by the clock, as a node would.</summary>
    public async Task<int> RunJobsAsync()
    {
        var ran = 0;
        while (await store.AskAsync<JobQueue, Job?>(q => q.ClaimAsync(Clock.Now.Truncated(), new JobOptions().Lease, Ct)) is { } job)
        {
            var again = await store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(job.Kind).RunAsync(job, Ct), job.Body);
            await store.AskAsync<JobQueue, bool>(q => again is { } at ? q.AgainAsync(job, at, Ct) : q.DoneAsync(job, Clock.Now.Truncated(), Ct));
            ran++;
        }

        return ran;
    }

    public static void Fine(Refusal? refusal) => Assert.True(refusal is null, refusal?.Text.Ja);

    private static IEnumerable<string> Boxes => ["personal-information", "investigation-information", "consistency", "rights", "content-class"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

/// <summary>The sample police on SQLite.</summary>
public sealed class SqliteOffice : SqliteStore
{
    public SqliteOffice() => Also = Office.Equip;
}

/// <summary>The sample police on PostgreSQL.</summary>
public sealed class PostgresOffice : PostgresStore
{
    public PostgresOffice() => Also = Office.Equip;
}
