using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Site;
using Shirase.Site;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>利用許可の台帳.</summary>
public abstract class PermissionTests(TestStore store) : IAsyncLifetime
{
    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await store.SeedAsync(Ct);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_p_5_1_Given_a_publishers_request_by_telephone_When_granted_Then_the_register_holds_content_conditions_and_decider()
    {
        Assert.IsType<PermissionIsIncomplete>((await AskAsync("見本出版", "")).Refusal);
        var id = (await AskAsync("見本出版 佐藤", "4月1日の投稿の写真")).Value;
        Assert.Equal("gx-p-5-1", Assert.IsType<OnlyWhoAnswersPermits>(await DecideAsync("takahashi", id, true, "出所を示す")).Clause);

        Office.Fine(await DecideAsync("hoshino", id, true, "出所を示す"));

        var entry = await store.DbAsync(db => db.PermissionRequests.AsNoTracking().SingleAsync(p => p.Id == id, Ct), Office.Body);
        Assert.Equal(("4月1日の投稿の写真", "出所を示す", PermissionState.Granted, "電話"), (entry.Content, entry.Conditions, entry.State, entry.Way));
        Assert.Equal((await Office.WhoAsync("hoshino")).Staff, entry.DecidedBy);
        Assert.IsType<PermissionIsDecided>(await DecideAsync("kobayashi", id, false, "撤回"));
        Assert.DoesNotContain(await store.DbAsync(db => db.Journal.AsNoTracking().ToListAsync(Ct), Office.Body), j => j.Detail.Contains("見本出版", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_p_5_1_Given_a_request_When_declined_Then_the_reason_is_kept_and_one_is_asked_for()
    {
        var id = (await AskAsync("見本商店", "投稿の図")).Value;

        Assert.IsType<DecliningNeedsReason>(await DecideAsync("kobayashi", id, false, " "));
        Office.Fine(await DecideAsync("kobayashi", id, false, "広告に使うため"));

        Assert.Equal("広告に使うため", await store.DbAsync(db => db.PermissionRequests.Where(p => p.Id == id).Select(p => p.Why).SingleAsync(Ct), Office.Body));
    }

    private Task<Result<Guid>> AskAsync(string applicant, string content) =>
        Office.AskAsync<KeepPermissions, Result<Guid>>("takahashi", (k, w) => k.AskAsync(w, applicant, "電話", content, "本に載せる", Ct));

    private Task<Refusal?> DecideAsync(string login, Guid id, bool grants, string words) =>
        Office.AskAsync<KeepPermissions, Refusal?>(login, (k, w) => k.DecideAsync(w, id, grants, words, Ct));
}

public sealed class PermissionOnSqlite(SqliteOffice store) : PermissionTests(store), IClassFixture<SqliteOffice>;

public sealed class PermissionOnPostgres(PostgresOffice store) : PermissionTests(store), IClassFixture<PostgresOffice>;

/// <summary>The register and the answer over HTTP.</summary>
public sealed class PermissionPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_p_5_1_Given_a_request_that_was_granted_When_the_answer_is_opened_Then_it_names_applicant_content_and_conditions()
    {
        using var officer = await app.SignInAsync("takahashi", Ct);
        await officer.GetAsync("/permissions", Ct);
        await officer.PostAsync("/permissions?handler=ask", new() { ["Form.Applicant"] = "見本出版", ["Form.Way"] = "電話", ["Form.Content"] = "4月1日の投稿の写真", ["Form.Purpose"] = "本に載せる" }, Ct);
        Assert.Null(officer.Document().QuerySelector("button[id^=grant-]"));
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/permissions", Ct);
        var id = manager.Document().QuerySelector("button[id^=grant-]")!.Id!["grant-".Length..];

        await manager.PostAsync("/permissions?handler=grant", new() { ["id"] = id, ["words"] = "出所を示す" }, Ct);
        await manager.GetAsync($"/permissions/{id}/letter", Ct);

        var paper = CaseApp.Words(manager.Document().QuerySelector("#paper"));
        Assert.All(["見本出版 様", "群馬県警察", "許可します", "4月1日の投稿の写真", "出所を示す"], word => Assert.Contains(word, paper, StringComparison.Ordinal));
    }
}
