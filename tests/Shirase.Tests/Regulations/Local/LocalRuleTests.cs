using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.Posts;
using Shirase.Regulations;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Regulations.Local;

/// <summary>団体の設定: what a body may decide for itself, and that it holds at once, in every place that asks the document.</summary>
public abstract class LocalRuleTests(TestStore store) : IAsyncLifetime
{
    private const string GunmaX = "gunma-police-x";
    private const string Why = "広第45号 運用管理者決裁。原稿の確認を早めるため。";

    private Office Office { get; } = new(store);

    private IshikawaOffice Ishikawa { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
    }

    // Tests of the class share the store
    public async ValueTask DisposeAsync()
    {
        await store.DbAsync(db => db.LocalRules.ExecuteDeleteAsync());
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task gx_12_2_2_Given_the_manager_asks_for_ten_days_When_a_post_is_wanted_in_eight_Then_it_is_short_notice_and_seven_days_were_not()
    {
        var content = await Office.ContentAsync();
        var eight = content with { DesiredAt = new DateTimeOffset(2026, 6, 19, 10, 0, 0, JapanTime.Offset) };
        var id = await Office.BeginAsync(eight);
        Assert.Equal(7, (await RegulationOfAsync(id)).Number("lead-days", 0));

        Office.Fine(await SetAsync("hoshino", new SettingValue("lead-days", "10")));

        Assert.Equal(10, (await RegulationOfAsync(id)).Number("lead-days", 0));
        Assert.IsType<ShortNoticeNeedsReason>(await Office.SubmitAsync(id));
    }

    [Theory]
    [InlineData("lead-days", "6")]
    [InlineData("max-characters", "141")]
    public async Task gx_12_2_2_Given_a_figure_of_the_document_When_made_looser_Then_refused_with_its_clause(string setting, string value)
    {
        var refusal = Assert.IsType<LooserThanDocument>(await SetAsync("hoshino", new SettingValue(setting, value)));
        Assert.Equal(TestStore.Regulations.Find(GunmaX, "2023")!.Setting(setting)!.Clause, refusal.Clause);
        Assert.Equal(0, await store.DbAsync(db => db.LocalRules.CountAsync()));
    }

    [Fact]
    public async Task is_4_Given_a_unit_tries_to_switch_off_the_terminal_check_When_it_saves_Then_refused_with_reference_to_2_3()
    {
        var refusal = await SetInIshikawaAsync(new WithoutControl("gate:terminal"));
        Assert.Equal(("is-2-3", true), (refusal!.Clause, refusal is CannotBeLeftOut));
    }

    [Fact]
    public async Task is_4_Given_the_unit_adds_a_sentence_When_it_drafts_Then_it_is_confirmed_there_with_date_and_nowhere_else()
    {
        var before = await Ishikawa.BeginAsync(await Ishikawa.ContentAsync());
        Office.Fine(await Ishikawa.SubmitAsync(before));
        store.Clock.Pass(TimeSpan.FromMinutes(1));
        Office.Fine(await SetInIshikawaAsync(new FurtherConfirmation("two-people", new("写真は２人で確認した。", "Two people looked at the picture."), "is-t-3-3", false)));
        store.Clock.Pass(TimeSpan.FromMinutes(1));

        var id = await Ishikawa.BeginAsync(await Ishikawa.ContentAsync());
        Assert.Contains(await store.AskAsync<CaseReader, IReadOnlyList<Attestation>>(async r => (await r.OpenAsync(id, Ct))!.Regulation.Attestations, IshikawaOffice.Body), a => a.Id == "two-people");
        Assert.NotNull(await Ishikawa.SubmitAsync(id, "kinoshita", "two-people"));

        // What was filed before is asked for nothing new
        Assert.DoesNotContain(await store.AskAsync<CaseReader, IReadOnlyList<Attestation>>(async r => (await r.OpenAsync(before, Ct))!.Regulation.Attestations, IshikawaOffice.Body), a => a.Id == "two-people");
        var row = await store.DbAsync(db => db.LocalRules.SingleAsync());
        Assert.Equal((store.Clock.Now - TimeSpan.FromMinutes(1), true), (row.From, row.Unit is not null));
    }

    [Fact]
    public async Task is_4_Given_a_unit_When_it_moves_what_holds_for_the_office_or_another_units_Then_refused()
    {
        Assert.IsType<DecidedForAllUnits>(await SetInIshikawaAsync(new SettingValue("stop-notice-minutes", "60")));
        Assert.IsType<OnlyManagersDecideLocally>(await SetInIshikawaAsync(new SettingValue("ground-reason-min", "30"), unit: "investigation-1"));
        Assert.IsType<OnlyManagersDecideLocally>(await SetInIshikawaAsync(new SettingValue("ground-reason-min", "30"), "kinoshita"));
    }

    [Fact]
    public async Task gx_9_2_Given_a_check_that_warns_When_made_to_refuse_Then_nobody_passes_it_and_weaker_is_refused()
    {
        Office.Fine(await SetAsync("hoshino", new StrongerCheck("jargon", Effect.Refuse)));
        var id = await Office.BeginAsync(await Office.ContentAsync() with { Body = "規制の端末でマル被を確認しました。" });
        var rule = (await RegulationOfAsync(id)).Checks.Single(c => c.Id == "jargon");
        Assert.Equal((Effect.Refuse, "gx-13-2-2"), (rule.Effect, rule.Clause));

        var weaker = await SetAsync("hoshino", new StrongerCheck("x-length", Effect.Warn));
        Assert.Equal(("gx-13-2-1", true), (weaker!.Clause, weaker is LooserThanDocument));
    }

    [Fact]
    public async Task gx_13_2_2_Given_words_of_the_body_When_a_draft_has_one_Then_it_is_found_under_the_clause_chosen()
    {
        Office.Fine(await SetAsync("hoshino", new ListedWords("local-words", ["特殊詐欺電話"], Effect.Refuse, "gx-13-2-2", new("「オレオレ詐欺などの電話」と書きます。", "Say what it is."))));
        var id = await Office.BeginAsync(await Office.ContentAsync() with { Body = "特殊詐欺電話に注意してください。" });

        var refused = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));
        Assert.Equal("gx-13-2-2", refused.Clause);
        Assert.Contains("特殊詐欺電話", refused.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_10_1_Given_office_hours_are_a_default_When_the_body_sets_its_own_Then_the_gate_holds_by_them_and_when_ended_by_the_document()
    {
        Office.Fine(await SetAsync("hoshino", new WindowHours("office-hours", new(9, 0), new(12, 0))));
        Assert.Equal(new TimeOnly(12, 0), (await InForceAsync()).Window("office-hours")!.End);
        var rule = await store.DbAsync(db => db.LocalRules.SingleAsync());

        Assert.IsType<LocalRuleNeedsReason>(await Office.AskAsync<KeepLocalRules, Refusal?>("hoshino", (k, w) => k.EndAsync(w, rule.Id, " ", Ct)));
        Assert.IsType<OnlyManagersDecideLocally>(await Office.AskAsync<KeepLocalRules, Refusal?>("horiguchi", (k, w) => k.EndAsync(w, rule.Id, Why, Ct)));
        Office.Fine(await Office.AskAsync<KeepLocalRules, Refusal?>("hoshino", (k, w) => k.EndAsync(w, rule.Id, "試行を終えるため", Ct)));

        Assert.Equal(new TimeOnly(17, 15), (await InForceAsync()).Window("office-hours")!.End);
        var ended = await store.DbAsync(db => db.LocalRules.SingleAsync());
        Assert.Equal(("試行を終えるため", true), (ended.EndWhy, ended.EndedAt is not null));
    }

    [Theory]
    [InlineData("ground-reason-min", "-1")]
    [InlineData("ground-reason-min", "ten")]
    [InlineData("ground-reason-min", "10001")]
    [InlineData("length-mode", "none")]
    [InlineData("single-checker-allowed", "maybe")]
    public async Task Given_nonsense_When_entered_Then_the_limits_are_named_and_nothing_is_kept(string setting, string value)
    {
        var refusal = Assert.IsType<ValueOutOfLimits>(await SetAsync("hoshino", new SettingValue(setting, value)));
        Assert.Contains("入力できるのは", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Equal(0, await store.DbAsync(db => db.LocalRules.CountAsync()));
    }

    [Fact]
    public async Task Given_a_change_When_made_twice_by_others_or_without_reason_Then_refused_and_the_journal_tells_before_and_after()
    {
        Assert.IsType<LocalRuleNeedsReason>(await SetAsync("hoshino", new SettingValue("ground-reason-min", "30"), ""));
        Assert.IsType<OnlyManagersDecideLocally>(await SetAsync("tamura", new SettingValue("ground-reason-min", "30")));
        Assert.IsType<OnlyManagersDecideLocally>(await SetAsync("horiguchi", new SettingValue("ground-reason-min", "30")));
        Office.Fine(await SetAsync("hoshino", new SettingValue("ground-reason-min", "30")));
        Assert.IsType<NothingChanges>(await SetAsync("hoshino", new SettingValue("ground-reason-min", "30")));
        store.Clock.Pass(TimeSpan.FromMinutes(1));
        Office.Fine(await SetAsync("hoshino", new SettingValue("ground-reason-min", "40")));

        Assert.Equal(1, await store.DbAsync(db => db.LocalRules.CountAsync(r => r.EndedAt == null)));
        var facts = await store.DbAsync(db => db.Journal.Where(j => j.Verb == "local-rule.set").OrderByDescending(j => j.Number).Select(j => j.Detail).FirstAsync(Ct), Office.Body);
        Assert.Contains("\"before\":\"30\"", facts, StringComparison.Ordinal);
        Assert.Contains("\"after\":\"40\"", facts, StringComparison.Ordinal);
        Assert.Contains("gx-10-2-2", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_post_went_out_When_the_body_becomes_stricter_later_Then_it_is_still_judged_by_the_rules_of_its_day()
    {
        store.Clock.SetJapan(2026, 6, 11);
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        store.Clock.Pass(TimeSpan.FromHours(1));
        Office.Fine(await SetAsync("hoshino", new SettingValue("max-characters", "20")));

        Assert.Equal(140, (await RegulationOfAsync(id)).Number("max-characters", 0));
        Assert.Equal(20, (await RegulationOfAsync(await Office.BeginAsync(await Office.ContentAsync()))).Number("max-characters", 0));
    }

    [Fact]
    public async Task Given_the_rules_of_one_body_When_another_asks_the_same_document_Then_it_reads_as_written()
    {
        Office.Fine(await SetAsync("hoshino", new SettingValue("lead-days", "30")));

        Assert.Equal(30, (await InForceAsync()).Number("lead-days", 0));
        Assert.Equal(7, (await store.AskAsync<RegulationLibrary, Regulation>(l => Task.FromResult(l.InForce(GunmaX, new(2026, 6, 11))!), IshikawaOffice.Body)).Number("lead-days", 0));
        Assert.Equal(7, (await store.AskAsync<RegulationLibrary, Regulation>(l => Task.FromResult(l.InForce(GunmaX, new(2026, 6, 11))!))).Number("lead-days", 0));
    }

    private Task<Regulation> InForceAsync() =>
        store.AskAsync<RegulationLibrary, Regulation>(l => Task.FromResult(l.InForce(GunmaX, new(2026, 6, 11))!), Office.Body);

    private Task<Regulation> RegulationOfAsync(PostApplicationId id) =>
        store.AskAsync<CaseReader, Regulation>(async r => (await r.OpenAsync(id, Ct))!.Regulation, Office.Body);

    private Task<Refusal?> SetAsync(string login, LocalRule rule, string why = Why) =>
        Office.AskAsync<KeepLocalRules, Refusal?>(login, (k, w) => k.SetAsync(w, GunmaX, null, rule, why, Ct));

    private async Task<Refusal?> SetInIshikawaAsync(LocalRule rule, string login = "nishida", string unit = "traffic-planning")
    {
        var id = new UnitId(await Ishikawa.UnitAsync(unit));
        return await Ishikawa.AskAsync<KeepLocalRules, Refusal?>(login, (k, w) => k.SetAsync(w, "ishikawa-police-sns", id, rule, Why, Ct));
    }
}

public sealed class LocalRulesOnSqlite(SqliteOffice store) : LocalRuleTests(store), IClassFixture<SqliteOffice>;

public sealed class LocalRulesOnPostgres(PostgresOffice store) : LocalRuleTests(store), IClassFixture<PostgresOffice>;
