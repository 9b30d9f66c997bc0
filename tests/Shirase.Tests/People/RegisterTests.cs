using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Records;
using Shirase.People;
using Shirase.Samples;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>The register of people, on both databases.</summary>
public abstract class RegisterTests(TestStore store) : IAsyncLifetime
{
    private const string X = SampleInstallation.Regulation;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Doer Admin => new(SampleCast.Gunma, null, store.Clock.Now);

    public async ValueTask InitializeAsync()
    {
        store.Clock.SetJapan(2026, 3, 2);
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_3_0_1_Given_staff_of_another_division_When_made_PR_officer_Then_refused()
    {
        var refusal = await AppointAsync("nakajima", "pr-officer");

        Assert.Contains("広報広聴課に所属する職員に限り付与できます", refusal!.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_3_1_a_1_Given_a_transfer_on_1_April_When_midnight_in_Japan_passes_Then_the_role_has_followed_and_both_stand_in_the_register()
    {
        var (unit, before) = (await UnitAsync("security-1"), await NewAsync("security-1", "課長", "", head: true, new(2025, 4, 1)));
        var next = await NewAsync("traffic-regulation", "係長", "規制係", head: false, new(2025, 4, 1));

        Assert.Null(await TransferAsync(next, new(unit, "課長", "", Rank.Keishi, true, new(2026, 4, 1))));

        Assert.Equal([before], await HoldersAsync("unit-head", unit, 2026, 3, 31, 23, 59, 59));
        Assert.Equal([next], await HoldersAsync("unit-head", unit, 2026, 4, 1, 0, 0, 0));
        var register = await store.DbAsync(db => db.Appointments.Where(a => a.Unit == unit && a.Role == "unit-head").OrderBy(a => a.From).ToListAsync(Ct));
        Assert.Equal([(before, (DateOnly?)new DateOnly(2026, 3, 31)), (next, null)], register.Select(a => (a.Staff, a.To)));
    }

    [Fact]
    public async Task gx_3_1_a_1_Given_a_post_other_than_director_When_made_manager_Then_refused()
    {
        Assert.IsType<NotThatPost>(await AppointAsync("hara", "operation-manager"));
    }

    [Fact]
    public async Task gx_3_2_a_Given_the_director_When_made_officer_too_Then_refused_but_a_deputy_with_period_and_rule_is_taken()
    {
        Assert.IsType<ManagerAndOfficerAreTwoPersons>(await AppointAsync("hoshino", "operation-officer"));

        var entered = await DeputyAsync("hoshino", "operation-officer", null, "処務に関する訓令");
        Assert.Null(entered.Refusal);
        var ended = await store.AskAsync<RegisterDeputy, Refusal?>(d => d.EndAsync(Admin, entered.Id!.Value, Admin.Today.AddDays(-1), Ct));
        Assert.Null(ended);
    }

    [Fact]
    public async Task gx_15_1_3_Given_no_office_rule_or_another_unit_When_a_deputy_is_entered_Then_refused()
    {
        var maebashi = await UnitAsync("maebashi");

        Assert.IsType<DeputyNeedsOfficeRule>((await DeputyAsync("tajima", "unit-head", maebashi, " ")).Refusal);
        Assert.IsType<DeputyIsElsewhere>((await DeputyAsync("iizuka", "unit-head", maebashi, "訓令")).Refusal);
        Assert.IsType<DeputyIsTheHolder>((await DeputyAsync("negishi", "unit-head", maebashi, "訓令")).Refusal);
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_PR_officer_transferred_on_1_April_When_midnight_passes_Then_the_seat_is_gone()
    {
        var officer = await NewAsync("pr-division", "係員", "広報係", head: false, new(2025, 4, 1));
        Assert.Null(await TransferAsync(officer, new(await UnitAsync("numata"), "係員", "", Rank.Junsa, false, new(2026, 4, 1))));

        Assert.Contains(officer, await HoldersAsync("pr-officer", null, 2026, 3, 31, 23, 59, 59));
        Assert.DoesNotContain(officer, await HoldersAsync("pr-officer", null, 2026, 4, 1, 0, 0, 0));
    }

    [Fact]
    public async Task gx_11_2_Given_the_officers_permission_When_four_hours_pass_Then_it_no_longer_holds()
    {
        store.Clock.SetJapan(2026, 6, 12, 22, 20);
        var (mori, hara, kobayashi) = (await StaffAsync("mori"), await StaffAsync("hara"), await StaffAsync("kobayashi"));

        Assert.IsType<ReasonIsMissing>((await OverrideAsync(mori, kobayashi, " ")).Refusal);
        Assert.IsType<OnlyForPrOfficers>((await OverrideAsync(hara, kobayashi, "端末の故障")).Refusal);
        Assert.IsType<OnlyTheOfficerPermits>((await OverrideAsync(mori, hara, "端末の故障")).Refusal);
        Assert.Null((await OverrideAsync(mori, kobayashi, "端末の故障")).Refusal);

        Assert.NotNull(await HoldsAsync(mori, store.Clock.Now.AddMinutes(5)));
        Assert.Null(await HoldsAsync(mori, store.Clock.Now.AddHours(4).AddMinutes(1)));
    }

    [Fact]
    public async Task gx_11_2_Given_a_range_that_is_none_When_a_terminal_is_entered_Then_the_line_is_named()
    {
        var entered = await store.AskAsync<RegisterTerminal, Entered<TerminalId>>(
            t => t.RunAsync(Admin, new("端末", "本部", "192.0.2.1/32\r\n10.0.0.300"), Ct), SampleCast.Gunma);

        Assert.Equal("10.0.0.300", Assert.IsType<RangeIsBad>(entered.Refusal).Line);
    }

    [Fact]
    public async Task Given_everything_above_When_the_journal_is_read_Then_its_chain_is_whole_and_names_each_change()
    {
        await NewAsync("annaka", "係員", "", head: false, new(2025, 4, 1));
        var entries = await store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Body == SampleCast.Gunma).OrderBy(j => j.Number).ToListAsync(Ct));

        Assert.Empty(JournalChain.Faults(entries));
        Assert.Contains(entries, e => e.Verb == "staff.posted");
    }

    [Fact]
    public async Task Given_another_body_When_its_staff_are_asked_for_Then_only_its_own_are_seen()
    {
        var seen = await store.DbAsync(db => db.Staff.Select(s => s.LoginName).ToListAsync(Ct), SampleCast.Ishikawa);

        Assert.Equal(
            SampleCast.All.Where(p => p.Body == SampleCast.Ishikawa).Select(p => p.Login).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    private Task<Refusal?> AppointAsync(string login, string role) => store.InAsync(async s =>
        (await s.GetRequiredService<Appoint>().RunAsync(Admin, new(X, role, await StaffAsync(login), Admin.Today, null, "試し"), Ct)).Refusal);

    private async Task<Entered<Guid>> DeputyAsync(string login, string role, UnitId? unit, string basis)
    {
        var staff = await StaffAsync(login);
        return await store.AskAsync<RegisterDeputy, Entered<Guid>>(
            d => d.RunAsync(Admin, new(X, role, unit, staff, 1, Admin.Today, Admin.Today.AddDays(7), basis), Ct));
    }

    private Task<Entered<Guid>> OverrideAsync(StaffId to, StaffId by, string why) => store.AskAsync<GrantTerminalOverride, Entered<Guid>>(
        g => g.RunAsync(SampleCast.Gunma, X, to, new Act(by, store.Clock.Now, why), Ct));

    private Task<TerminalOverride?> HoldsAsync(StaffId staff, DateTimeOffset at) =>
        store.AskAsync<GrantTerminalOverride, TerminalOverride?>(g => g.FindAsync(SampleCast.Gunma, staff, at, Ct));

    private Task<Refusal?> TransferAsync(StaffId staff, PostingFacts to) =>
        store.AskAsync<TransferStaff, Refusal?>(t => t.RunAsync(Admin, staff, to, Ct));

    private async Task<StaffId> NewAsync(string unit, string post, string section, bool head, DateOnly from)
    {
        var posting = new PostingFacts(await UnitAsync(unit), post, section, Rank.Keibuho, head, from);
        var entered = await store.AskAsync<RegisterStaff, Entered<StaffId>>(
            r => r.RunAsync(Admin, new($"p-{Guid.NewGuid():n}", "試験 太郎", ""), posting, Ct));
        Assert.Null(entered.Refusal);
        return entered.Id!.Value;
    }

    private async Task<IReadOnlyList<StaffId>> HoldersAsync(string role, UnitId? unit, int year, int month, int day, int hour, int minute, int second)
    {
        store.Clock.SetJapan(year, month, day, hour, minute, second);
        var roster = await store.AskAsync<Rosters, Roster>(r => r.TodayAsync(SampleCast.Gunma, Ct));
        return roster.HoldersOf(X, role, unit);
    }

    private Task<StaffId> StaffAsync(string login) => store.DbAsync(db => db.Staff.Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync(Ct));

    private Task<UnitId> UnitAsync(string code) =>
        store.DbAsync(db => db.Units.Where(u => u.Body == SampleCast.Gunma && u.Code == code).Select(u => u.Id).SingleAsync(Ct));
}

public sealed class RegisterOnSqlite(SqliteStore store) : RegisterTests(store), IClassFixture<SqliteStore>;

public sealed class RegisterOnPostgres(PostgresStore store) : RegisterTests(store), IClassFixture<PostgresStore>;
