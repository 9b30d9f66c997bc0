using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.TestKit.Posts;

/// <summary>
/// A prefecture of the sample at work under its own document: 岡山県 (fujiwara, namba, miyake) or 栃木県 (tomoko, omori, shinohara). The
/// intents are the same; who decides, when and under which clause is the document's.
/// </summary>
public sealed class Prefecture(TestStore store, BodyId body, string author, string checker, string head, string publisher)
{
    public static Prefecture Okayama(TestStore store) => new(store, SampleCast.Okayama, "namba", "fujiwara", "miyake", "namba");

    public static Prefecture Tochigi(TestStore store) => new(store, SampleCast.Tochigi, "tomoko", "omori", "shinohara", "tomoko");

    /// <summary>The registered terminal of 栃木's division, as it stands in what is ordered from it.</summary>
    public const string Tablet = "観光交流課 タブレット01（本庁舎 観光交流課）";

    public TestStore Store => store;

    public TestClock Clock => store.Clock;

    public BodyId Body => body;

    public async Task<Who> WhoAsync(string login) =>
        new(await store.DbAsync(db => db.Staff.Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync()), body);

    public async Task<T> AskAsync<TUseCase, T>(string login, Func<TUseCase, Who, Task<T>> ask)
        where TUseCase : notnull
    {
        var who = await WhoAsync(login);
        return await store.AskAsync<TUseCase, T>(u => ask(u, who), body);
    }

    public Task<AccountId> AccountAsync() => store.DbAsync(async db => (await db.Accounts.OrderBy(a => a.Since).FirstAsync(a => a.Body == body)).Id);

    /// <summary>A content that passes every check of its document, wished for in an hour.</summary>
    public async Task<PostContent> ContentAsync(string text = "桃の花が見頃です。お出かけの前に交通の案内を御覧ください。") => new()
    {
        Subject = "花の見頃",
        Body = text,
        Accounts = [(await AccountAsync()).Value],
        DesiredAt = Clock.Now.AddHours(1),
        Release = new(body == SampleCast.Tochigi ? "other" : "", body == SampleCast.Okayama ? "public" : "", "", null, null),
        Website = body == SampleCast.Okayama ? new(false, "") : null,
        Category = (await PolicyAsync(await AccountAsync()))?.Facts().Categories() is [var first, ..] ? first : null,
    };

    /// <summary>A repost of the citizen's post of the sample, with care taken.</summary>
    public async Task<PostContent> RepostAsync() => await ContentAsync("") with
    {
        Subject = "",
        Kind = PostKind.Repost,
        Repost = new($"http://localhost:5080/drill/{body}/posts/{SamplePartners.CitizenPost}", SamplePartners.Citizen, null, Clock.Now.AddDays(-1), "", false),
        Necessity = "県民の目で見た花の様子を伝えるため。",
        Care = new("投稿した方に電話で撮影の日と場所を確かめた（5月13日）。", "consented", "保護者の了解を得た（5月13日、電話）。"),
        Website = new(false, ""),
    };

    public async Task<PostApplicationId> BeginAsync(PostContent content)
    {
        var who = await WhoAsync(author);
        var unit = await store.DbAsync(db => db.Postings.Where(p => p.Staff == who.Staff).Select(p => p.Unit).FirstAsync());
        var begun = await store.AskAsync<Drafting, Result<PostApplicationId>>(d => d.BeginAsync(who, unit, content, Ct), body);
        Assert.True(begun.IsDone, begun.Refusal?.Text.Ja);
        return begun.Value;
    }

    public async Task<Refusal?> SubmitAsync(PostApplicationId id, params string[] without)
    {
        var application = await ReadAsync(id);
        var boxes = TestStore.Regulations.Find(application.Regulation, application.RegulationVersion)!.Attestations.Where(a => a.Step == "application").Select(a => a.Id);
        return await AskAsync<Drafting, Refusal?>(author, (d, w) => d.SubmitAsync(id, w, [.. boxes.Except(without)], null, Ct));
    }

    public Task<Refusal?> ApproveAsync(PostApplicationId id, string? login = null, params string[] without) =>
        AskAsync<Deciding, Refusal?>(login ?? checker, async (d, w) =>
        {
            var application = await ReadAsync(id);
            var regulation = TestStore.Regulations.Find(application.Regulation, application.RegulationVersion)!;
            return await d.ApproveAsync(id, w, [.. regulation.Attestations.Where(a => a.Step == application.Step && !without.Contains(a.Id)).Select(a => a.Id)], null, Ct);
        });

    public Task<Refusal?> PublishAsync(PostApplicationId id, DateTimeOffset? at = null, string? login = null) =>
        AskAsync<Publishing, Refusal?>(login ?? publisher, (p, w) => p.OrderAsync(id, w, body == SampleCast.Tochigi ? Tablet : null, at, Ct));

    public Task<Refusal?> RemoveAsync(PostApplicationId id) =>
        AskAsync<Removing, Refusal?>(publisher, (r, w) => r.OrderAsync(id, w, null, Ct));

    /// <summary>From the draft to the publisher's desk.</summary>
    public async Task<PostApplicationId> ReadyAsync(PostContent content)
    {
        var id = await BeginAsync(content);
        Office.Fine(await SubmitAsync(id));
        Office.Fine(await ApproveAsync(id, content.Ground is null ? checker : head));
        return id;
    }

    public async Task<PostApplicationId> PublishedAsync(PostContent content)
    {
        var id = await ReadyAsync(content);
        Office.Fine(await PublishAsync(id));
        await RunJobsAsync();
        return id;
    }

    /// <summary>The head changes what the policy of the account says.</summary>
    public async Task<Refusal?> PolicyAsync(Func<PolicyFacts, PolicyFacts> change, string? why = "見直しのため", string? login = null, AccountId? account = null)
    {
        var id = account ?? await AccountAsync();
        var before = await PolicyAsync(id);
        return await AskAsync<KeepPolicy, Refusal?>(login ?? head, (k, w) => k.RunAsync(w, id, change(before?.Facts() ?? new()), before?.Number ?? 0, why, Ct));
    }

    public Task<PublishedPolicy?> PolicyAsync(AccountId account) => store.DbAsync(db => db.PolicyOfAsync(account, Ct), body);

    /// <summary>A second account of the unit, asked for and decided on, without any policy yet.</summary>
    public async Task<AccountId> SecondAccountAsync(string handle)
    {
        var usual = body == SampleCast.Okayama ? "Facebook" : "X";
        var platform = await store.DbAsync(db => db.Platforms.Where(p => p.Body == body && p.Name == usual).Select(p => p.Id).SingleAsync(Ct), body);
        var plan = new ResponsePlan { Watches = "担当者", Decides = "課長", Contacts = "担当者、課長補佐、課長", Texts = "確認してお知らせします。" };
        var (id, refusal) = await AskAsync<AskingForAccounts, (Guid?, Refusal?)>(author, (a, w) => a.BeginAsync(w, new(platform, handle, handle, "行事を知らせるため。", plan), Ct));
        Office.Fine(refusal);
        Office.Fine(await AskAsync<AskingForAccounts, Refusal?>(head, (a, w) => a.DecideAsync(w, id!.Value, Ct)));
        return await store.DbAsync(db => db.AccountRequests.Where(r => r.Id == id).Select(r => r.Account!.Value).SingleAsync(Ct), body);
    }

    public Task<PostApplication> ReadAsync(PostApplicationId id) => store.DbAsync(
        db => db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions).Include(a => a.Confirmations).Include(a => a.Consultations)
            .SingleAsync(a => a.Id == id), body);

    public Task<PostDelivery> DeliveryAsync(PostApplicationId id) =>
        store.DbAsync(db => db.Deliveries.AsNoTracking().OrderByDescending(d => d.OrderedAt).FirstAsync(d => d.Application == id), body);

    /// <summary>The evidence sheet of a case as it stands before it is sent.</summary>
    public async Task<EvidenceSheet> SheetAsync(PostApplicationId id)
    {
        var application = await ReadAsync(id);
        var regulation = TestStore.Regulations.Find(application.Regulation, application.RegulationVersion)!;
        var unit = await store.DbAsync(db => db.Units.AsNoTracking().SingleAsync(u => u.Id == application.Unit), body);
        var findings = await store.AskAsync<Screening, IReadOnlyList<Finding>>(
            s => s.FindAsync(regulation, application.Current.Content, unit, Stage.Submit, Clock.Now, null, null, id, Ct), body);
        return Evidence.Of(regulation, application, findings, []);
    }

    public async Task RunJobsAsync()
    {
        while (await store.AskAsync<JobQueue, Job?>(q => q.ClaimAsync(Clock.Now.Truncated(), new JobOptions().Lease, Ct)) is { } job)
        {
            var again = await store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(job.Kind).RunAsync(job, Ct), job.Body);
            await store.AskAsync<JobQueue, bool>(q => again is { } at ? q.AgainAsync(job, at, Ct) : q.DoneAsync(job, Clock.Now.Truncated(), Ct));
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

/// <summary>The official website as the test lets it stand: pages by address, and whether it answers at all.</summary>
public sealed class WebsiteOfTheTest : IReadPages
{
    public Dictionary<string, string> Pages { get; } = [];

    public bool IsDown { get; set; }

    public Uri Website { get; } = new("https://www.pref.okayama.jp/");

    public bool IsOurs(Uri address) =>
        address.Host.EndsWith("pref.okayama.jp", StringComparison.Ordinal) || address.Host.EndsWith("pref.tochigi.lg.jp", StringComparison.Ordinal);

    public Task<SeenPage> ReadAsync(Uri address, CancellationToken ct) => IsDown
        ? throw new ChannelUnreachableException("The site does not answer.")
        : Task.FromResult(Pages.TryGetValue(address.ToString(), out var text) ? new SeenPage(200, text, "", null) : new SeenPage(404, "", "", null));
}

/// <summary>The sample with the website of the test, on SQLite.</summary>
public sealed class SqlitePrefectures : SqliteStore
{
    public SqlitePrefectures() => Also = services => Equip(services, Website);

    public WebsiteOfTheTest Website { get; } = new();

    internal static void Equip(IServiceCollection services, WebsiteOfTheTest website)
    {
        Office.Equip(services);
        services.AddSingleton<IReadPages>(website);
        services.AddX();
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresPrefectures : PostgresStore
{
    public PostgresPrefectures() => Also = services => SqlitePrefectures.Equip(services, Website);

    public WebsiteOfTheTest Website { get; } = new();
}
