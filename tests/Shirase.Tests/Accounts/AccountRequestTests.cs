using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Duties;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>A unit asks for an account; another than the usual platform is compared with it first (岡山 3, 栃木 1 and 2(5)).</summary>
public abstract class AccountRequestTests(TestStore store) : IAsyncLifetime
{
    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static ResponsePlan Plan => new() { Watches = "小林", Decides = "課長", Contacts = "小林、大森、篠原", Texts = "確認してお知らせします。" };

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 5, 14, 10);

        // Duties are opened by what happens after the first round
        await DutyIntents.LookAsync(store, Okayama.Body);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ok_2_Given_a_video_site_with_comments_switched_off_When_registered_Then_it_counts_as_two_way_and_its_accounts_are_asked_for()
    {
        var name = await EnterAsync(Okayama, "ono", isTwoWay: true, "当方の動画ではコメント欄を閉じる。");

        var platform = await PlatformAsync(Okayama, name);
        Assert.True(platform.IsSocialMedium);
        var (id, refusal) = await BeginAsync(Okayama, "namba", name);
        Assert.NotNull(id);
        Assert.Equal("ok-3-a", refusal?.Clause);
    }

    [Fact]
    public async Task ok_2_Given_a_mail_magazine_When_registered_Then_it_is_outside_and_no_request_is_opened()
    {
        var name = await EnterAsync(Okayama, "ono", isTwoWay: false, "一斉に送るだけ。");

        var (id, refusal) = await BeginAsync(Okayama, "namba", name);

        Assert.Null(id);
        Assert.Equal("ok-2", Assert.IsType<PlatformIsOutside>(refusal).Clause);
    }

    [Fact]
    public async Task ok_2_Given_a_question_unanswered_or_somebody_of_another_office_When_a_platform_is_entered_Then_refused()
    {
        Assert.IsType<PlatformNeedsAnswers>(await Okayama.AskAsync<KeepPlatforms, Refusal?>("ono", (k, w) => k.EnterAsync(w, "新しい媒体", true, null, "", Ct)));
        Assert.IsType<OnlyTheOfficeKeeps>(await Okayama.AskAsync<KeepPlatforms, Refusal?>("namba", (k, w) => k.EnterAsync(w, "新しい媒体", true, true, "", Ct)));
        Assert.IsType<PlatformIsKnown>(await Okayama.AskAsync<KeepPlatforms, Refusal?>("ono", (k, w) => k.EnterAsync(w, "Facebook", true, true, "", Ct)));
    }

    [Fact]
    public async Task ok_3_a_Given_a_request_for_Instagram_without_assessment_When_submitted_Then_refused_and_the_sheet_is_opened()
    {
        var (id, refusal) = await BeginAsync(Okayama, "namba", await EnterAsync(Okayama, "ono", isTwoWay: true));

        Assert.Equal("ok-3-a", Assert.IsType<ComparisonIsMissing>(refusal).Clause);
        Assert.Contains("Facebook以外は、リスクの比較評価が必要です", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.NotNull(id);
        Assert.Equal(refusal, await DecideAsync(Okayama, "miyake", id.Value));
        Assert.Null((await RequestAsync(Okayama, id.Value)).Account);
        Office.Fine(await WriteAsync(id.Value, [.. Rated(2, 3, 3, 2)]));
    }

    [Fact]
    public async Task ok_3_a_Given_a_request_for_Facebook_When_submitted_Then_no_comparison_is_demanded_And_the_account_stands_in_the_register_with_the_heads_decision()
    {
        var handle = Fresh();
        var (id, refusal) = await BeginAsync(Okayama, "namba", "Facebook", handle);
        Office.Fine(refusal);
        Assert.Equal("ok-3-a", Assert.IsType<OnlyTheHeadDecides>(await DecideAsync(Okayama, "namba", id!.Value)).Clause);

        Office.Fine(await DecideAsync(Okayama, "miyake", id.Value));

        var request = await RequestAsync(Okayama, id.Value);
        var account = await store.DbAsync(db => db.Accounts.SingleAsync(a => a.Id == request.Account, Ct), Okayama.Body);
        Assert.Equal((handle, request.Unit), (account.Handle, account.Owner));
        Assert.IsType<RequestIsDecided>(await DecideAsync(Okayama, "miyake", id.Value));
    }

    [Fact]
    public async Task ok_3_a_Given_an_administrator_When_an_account_is_entered_past_the_request_Then_refused()
    {
        var first = await store.DbAsync(db => db.Accounts.FirstAsync(a => a.Body == Okayama.Body, Ct), Okayama.Body);
        var who = await Okayama.WhoAsync("okayama-admin");

        var entered = await store.AskAsync<RegisterAccount, Entered<AccountId>>(
            r => r.RunAsync(new(Okayama.Body, who.Staff, store.Clock.Now), new(first.Regulation, "drill", Fresh(), "", first.Owner, new(2026, 4, 1)), Ct), Okayama.Body);

        Assert.Equal("ok-3-a", Assert.IsType<AccountNeedsRequest>(entered.Refusal).Clause);
    }

    [Fact]
    public async Task ok_3_b_Given_ratings_like_the_baseline_with_reasons_When_the_head_signs_Then_the_request_goes_on_and_the_sheet_is_kept_with_the_baselines_version()
    {
        var id = await OpenAsync();

        Office.Fine(await SignAsync(id, Rated(2, 3, 3, 2)));

        var sheet = await SheetAsync(id);
        Assert.Equal((1, false, new DateOnly(2027, 5, 14)), (sheet.Baseline, sheet.HasMeasures(), sheet.ValidUntil));
        Assert.Contains("結果：同程度", await CopyAsync("ono", id), StringComparison.Ordinal);
        Office.Fine(await DecideAsync(Okayama, "miyake", id));
    }

    [Fact]
    public async Task ok_3_b_Given_one_row_without_reasoning_When_signed_Then_refused_and_the_row_is_named()
    {
        var id = await OpenAsync();
        var rows = Rated(2, 3, 3, 2);

        var refusal = await SignAsync(id, [rows[0], rows[1], rows[2] with { Reason = " " }, rows[3]]);

        Assert.Equal("ok-3-b", Assert.IsType<RatingNeedsReason>(refusal).Clause);
        Assert.Contains("「なりすまし」", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<OnlyTheHeadDecides>(await SignAsync(id, rows, "namba"));
    }

    [Fact]
    public async Task ok_3_b_Given_a_signed_comparison_When_its_year_ends_Then_a_new_one_is_asked_for_a_month_before_and_nothing_is_sent_afterwards()
    {
        var (request, account) = await AccountAsync(Rated(2, 3, 3, 2));
        store.Clock.SetJapan(2027, 4, 13, 10);
        await RoundAsync();
        Assert.Empty(await DutiesAsync(account, "comparison-again"));
        store.Clock.SetJapan(2027, 4, 14, 10);
        await RoundAsync();
        Assert.Equal("ok-3-b", Assert.Single(await DutiesAsync(account, "comparison-again")).Clause);
        Assert.Null(await MendAsync(account));

        store.Clock.SetJapan(2027, 5, 15, 10);

        Assert.Equal("ok-3-b", (await MendAsync(account))?.Clause);
        Office.Fine(await SignAsync(request, Rated(2, 3, 3, 2)));
        Assert.Null(await MendAsync(account));
        await RoundAsync();
        Assert.All(await DutiesAsync(account, "comparison-again"), d => Assert.False(d.IsOpen));
    }

    [Fact]
    public async Task ok_3_c_Given_a_flare_up_rated_4_against_3_and_no_measure_When_the_head_signs_Then_refused()
    {
        var id = await OpenAsync();

        var refusal = await SignAsync(id, Rated(2, 4, 3, 2));

        Assert.Equal("ok-3-c", Assert.IsType<MeasureIsMissing>(refusal).Clause);
        Assert.Contains("防止策を登録してください", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.IsType<MeasureIsIncomplete>(await SignAsync(id, Measured(r => r with { Evidence = "" })));
        Assert.IsType<MeasureIsNotEnough>(await SignAsync(id, Measured(r => r with { Residual = 4 })));
        Office.Fine(await SignAsync(id, Measured(r => r)));
        Assert.Contains("防止策により同程度", await CopyAsync("ono", id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_3_c_Given_a_measure_When_it_is_not_confirmed_Then_it_is_a_task_and_the_first_post_is_refused_until_it_is()
    {
        var (request, account) = await AccountAsync(Measured(r => r));
        await RoundAsync();
        var duty = Assert.Single(await DutiesAsync(account, "preventive-measure"));
        Assert.Equal(("ok-3-c", new DateOnly(2026, 5, 29)), (duty.Clause, duty.Due.AddTicks(-1).JapanDay()));

        var line = await MendAsync(account);
        Assert.Equal("ok-3-c", line?.Clause);
        Assert.Contains("返信欄の制限・二人確認", line!.Detail.Ja, StringComparison.Ordinal);
        Assert.IsType<MeasureNeedsProof>(await ConfirmAsync(request, ""));
        Office.Fine(await ConfirmAsync(request, "設定画面で返信の制限を見た。"));

        Assert.Null(await MendAsync(account));
        await RoundAsync();
        Assert.False(Assert.Single(await DutiesAsync(account, "preventive-measure")).IsOpen);
    }

    [Fact]
    public async Task ok_3_c_Given_a_confirmed_measure_When_a_check_finds_it_open_Then_the_assessment_is_reopened_and_the_head_is_told()
    {
        var (request, account) = await AccountAsync(Measured(r => r));
        Office.Fine(await ConfirmAsync(request, "設定画面で返信の制限を見た。"));
        store.Clock.SetJapan(2026, 8, 14, 10);
        Office.Fine(await LookAsync(request, holds: true, "制限は続いている。"));
        Assert.Null(await MendAsync(account));

        Office.Fine(await LookAsync(request, holds: false, "返信欄がだれにでも開いている。"));

        Assert.Equal(store.Clock.Now, (await SheetAsync(request)).ReopenedAt);
        Assert.Equal("ok-3-c", (await MendAsync(account))?.Clause);
        var head = await Okayama.WhoAsync("miyake");
        var told = await store.DbAsync(db => db.Notices.Where(n => n.To == head.Staff && n.Kind == ComparisonNotices.Reopened).OrderByDescending(n => n.At).FirstAsync(Ct), Okayama.Body);
        Assert.Contains("返信欄がだれにでも開いている", told.Text, StringComparison.Ordinal);
        await RoundAsync();
        Assert.True(Assert.Single(await DutiesAsync(account, "comparison-reopened")).IsOpen);

        Office.Fine(await SignAsync(request, Rated(2, 3, 3, 2)));
        Assert.Null(await MendAsync(account));
    }

    [Fact]
    public async Task to_1_Given_a_video_site_with_comments_When_registered_Then_it_is_social_media_and_an_account_follows_this_document()
    {
        var name = await EnterAsync(Tochigi, "yoshizawa", isTwoWay: true);

        var (id, refusal) = await BeginAsync(Tochigi, "tomoko", name);

        Office.Fine(refusal);
        Office.Fine(await DecideAsync(Tochigi, "shinohara", id!.Value));
        var request = await RequestAsync(Tochigi, id.Value);
        Assert.Equal("tochigi-social-media", await store.DbAsync(db => db.Accounts.Where(a => a.Id == request.Account).Select(a => a.Regulation).SingleAsync(Ct), Tochigi.Body));
    }

    [Fact]
    public async Task to_2_5_Given_a_request_without_a_decision_maker_in_the_plan_When_submitted_Then_refused_and_the_field_is_named()
    {
        var (id, refusal) = await BeginAsync(Tochigi, "tomoko", "X", plan: Plan with { Decides = "" });

        Assert.Null(id);
        Assert.Equal("to-2-5", Assert.IsType<PlanIsIncomplete>(refusal).Clause);
        Assert.Contains("「対応を決める人」", refusal.Text.Ja, StringComparison.Ordinal);
    }

    private static string Fresh() => $"r{Guid.NewGuid():N}"[..14];

    private static List<RiskRow> Rated(params int[] ratings) =>
        [.. new[] { "abuse", "flare-up", "impersonation", "other" }.Select((id, i) => new RiskRow(id) { Rating = ratings[i], Reason = "似た所属の例から。" })];

    private static List<RiskRow> Measured(Func<RiskRow, RiskRow> change) => [.. Rated(2, 4, 3, 2).Select(r => r.Id != "flare-up" ? r : change(r with
    {
        Measure = "返信欄の制限・二人確認",
        Owner = "藤原",
        Due = new(2026, 5, 29),
        Evidence = "設定画面の写し",
        Residual = 3,
    }))];

    private static async Task<string> EnterAsync(Prefecture office, string login, bool isTwoWay, string note = "")
    {
        var name = $"媒体{Guid.NewGuid():N}"[..12];
        Office.Fine(await office.AskAsync<KeepPlatforms, Refusal?>(login, (k, w) => k.EnterAsync(w, name, true, isTwoWay, note, Ct)));
        return name;
    }

    private Task<Platform> PlatformAsync(Prefecture office, string name) => store.DbAsync(db => db.Platforms.SingleAsync(p => p.Body == office.Body && p.Name == name, Ct), office.Body);

    private async Task<(Guid? Id, Refusal? Refusal)> BeginAsync(Prefecture office, string login, string platform, string? handle = null, ResponsePlan? plan = null)
    {
        var id = (await PlatformAsync(office, platform)).Id;
        return await office.AskAsync<AskingForAccounts, (Guid?, Refusal?)>(login, (a, w) => a.BeginAsync(w, new(id, handle ?? Fresh(), "見本", "話題を届けるため。", plan ?? Plan), Ct));
    }

    private static Task<Refusal?> DecideAsync(Prefecture office, string login, Guid id) => office.AskAsync<AskingForAccounts, Refusal?>(login, (a, w) => a.DecideAsync(w, id, Ct));

    private Task<AccountRequest> RequestAsync(Prefecture office, Guid id) => store.DbAsync(db => db.AccountRequests.SingleAsync(r => r.Id == id, Ct), office.Body);

    /// <summary>A request for X whose sheet is open.</summary>
    private async Task<Guid> OpenAsync() => (await BeginAsync(Okayama, "namba", "X")).Id!.Value;

    /// <summary>An account on X with its comparison signed.</summary>
    private async Task<(Guid Request, AccountId Account)> AccountAsync(List<RiskRow> rows)
    {
        var id = await OpenAsync();
        Office.Fine(await SignAsync(id, rows));
        Office.Fine(await DecideAsync(Okayama, "miyake", id));
        return (id, (await RequestAsync(Okayama, id)).Account!.Value);
    }

    private Task<Refusal?> WriteAsync(Guid id, IReadOnlyList<RiskRow> rows) => Okayama.AskAsync<ComparingPlatforms, Refusal?>("namba", (c, w) => c.WriteAsync(w, id, rows, Ct));

    private Task<Refusal?> SignAsync(Guid id, IReadOnlyList<RiskRow> rows, string login = "miyake") =>
        Okayama.AskAsync<ComparingPlatforms, Refusal?>(login, (c, w) => c.SignAsync(w, id, [.. rows.Select(r => r with { Reason = r.Reason.Trim() })], Ct));

    private Task<Refusal?> ConfirmAsync(Guid id, string seen) => Okayama.AskAsync<ComparingPlatforms, Refusal?>("miyake", (c, w) => c.ConfirmAsync(w, id, "flare-up", seen, Ct));

    private Task<Refusal?> LookAsync(Guid id, bool holds, string seen) => Okayama.AskAsync<ComparingPlatforms, Refusal?>("fujiwara", (c, w) => c.LookAsync(w, id, "flare-up", holds, seen, Ct));

    private Task<PlatformAssessment> SheetAsync(Guid request) =>
        store.DbAsync(db => db.PlatformAssessments.Where(a => a.Request == request && a.SignedAt != null).OrderByDescending(a => a.Number).FirstAsync(Ct), Okayama.Body);

    private async Task<string> CopyAsync(string login, Guid request)
    {
        var (who, handle) = (await Okayama.WhoAsync(login), (await RequestAsync(Okayama, request)).Handle);
        return await store.DbAsync(db => db.Notices.Where(n => n.To == who.Staff && n.Kind == ComparisonNotices.CopySent && n.Text.Contains(handle)).Select(n => n.Text).SingleAsync(Ct), Okayama.Body);
    }

    /// <summary>The line of the gate that asks for the comparison; null while it is open.</summary>
    private async Task<GateLine?> MendAsync(AccountId account)
    {
        var regulation = TestStore.Regulations.Versions("okayama-social-media")[^1];
        var content = await Okayama.ContentAsync();
        var id = await Okayama.BeginAsync(content with { DesiredAt = store.Clock.Now.AddHours(1) });
        return await store.AskAsync<GateKeeper, GateLine?>(async g =>
        {
            var open = await store.AskAsync<CaseReader, OpenCase>(async r => (await r.OpenAsync(id, Ct))!, Okayama.Body);
            var of = await store.DbAsync(db => db.Accounts.SingleAsync(a => a.Id == account, Ct), Okayama.Body);
            var lines = await g.AskAsync(open, of, of.Channel, (await Okayama.WhoAsync("namba")).Staff, null, store.Clock.Now, false, null, Ct);
            var line = lines.Single(l => l.Gate == "preventive-measures");
            Assert.NotNull(regulation.Gate(line.Gate));
            return line.Passed ? null : line;
        }, Okayama.Body);
    }

    // The tests share a store and do not keep the order of the days: the round is taken as if it were the first of its day
    private async Task RoundAsync()
    {
        await DutyIntents.LookAsync(store, Okayama.Body);
        var before = store.Clock.Now.JapanDay().AddDays(-1);
        await store.DbAsync(db => db.JobMarks.Where(m => m.Body == Okayama.Body && m.Name == DutyJob.Kind).ExecuteUpdateAsync(s => s.SetProperty(m => m.Day, before), Ct), Okayama.Body);
        await DutyIntents.LookAsync(store, Okayama.Body);
    }

    private Task<List<Duty>> DutiesAsync(AccountId account, string rule) =>
        store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Account == account && d.Rule == rule).ToListAsync(Ct), Okayama.Body);
}

public sealed class AccountRequestsOnSqlite(SqliteWithDuties store) : AccountRequestTests(store), IClassFixture<SqliteWithDuties>;

public sealed class AccountRequestsOnPostgres(PostgresWithDuties store) : AccountRequestTests(store), IClassFixture<PostgresWithDuties>;

/// <summary>The prefectures at work with their duties, on SQLite.</summary>
public sealed class SqliteWithDuties : SqliteStore
{
    public SqliteWithDuties() => Also = services => Equip(services, Website);

    public WebsiteOfTheTest Website { get; } = new();

    internal static void Equip(IServiceCollection services, WebsiteOfTheTest website)
    {
        Office.Equip(services);
        services.AddDuties();
        services.AddSingleton<IReadPages>(website);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresWithDuties : PostgresStore
{
    public PostgresWithDuties() => Also = services => SqliteWithDuties.Equip(services, Website);

    public WebsiteOfTheTest Website { get; } = new();
}
