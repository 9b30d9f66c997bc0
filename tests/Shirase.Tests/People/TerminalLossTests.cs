using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Duties;
using Shirase.People;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Duties;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>栃木: a terminal is reported lost or stolen. Thursday, 11 June 2026, 18:00.</summary>
public abstract class TerminalLossTests(TestStore store) : IAsyncLifetime
{
    private Prefecture Office { get; } = Prefecture.Tochigi(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.Clock.SetJapan(2026, 6, 11, 18);
        await store.SeedAsync(Ct);
        await DutyIntents.LookAsync(store, SampleCast.Tochigi);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task to_7_2_ka_Given_a_tablet_stolen_at_18_00_When_reported_Then_it_is_no_terminal_its_keeper_is_out_and_the_password_is_to_be_changed()
    {
        var id = await RegisterAsync("持出し用タブレット", "192.0.2.7/32");
        var stamp = await StampAsync("tomoko");
        Assert.NotNull(await FindAsync("192.0.2.7"));

        Assert.Null(await ReportAsync("omori", id, "17時30分ごろ、栃木駅の待合室で置き引きに遭った。"));
        await DutyIntents.LookAsync(store, SampleCast.Tochigi);

        Assert.Null(await FindAsync("192.0.2.7"));
        Assert.NotEqual(stamp, await StampAsync("tomoko"));
        Assert.True(await store.InAsync(s => s.GetRequiredService<TerminalIdentity>().IsLostAsync(id, Ct)));
        var duty = Assert.Single(await DutiesAsync(id));
        Assert.Equal(("to-7-2-ka", "operation-manager", store.Clock.Now.AddHours(24)), (duty.Clause, duty.Owner, duty.Due));
        Assert.True(duty.IsSuspending(store.Clock.Now));
        var loss = await store.DbAsync(db => db.TerminalLosses.AsNoTracking().SingleAsync(l => l.Terminal == id, Ct), Office.Body);
        Assert.Equal((true, (await Office.WhoAsync("omori")).Staff, store.Clock.Now), (loss.IsTheft, loss.By, loss.At));
        Assert.IsType<TerminalIsLost>(await ReportAsync("omori", id, "もう一度"));

        // The other tests of this office publish
        TestKit.Posts.Office.Fine(await Office.AskAsync<KeepDuties, Refusal?>("shinohara", (k, w) => k.CloseAsync(w, duty.Id, "18時20分に変更した。", null, Ct)));
    }

    [Fact]
    public async Task to_7_2_ka_Given_a_terminal_of_another_unit_or_no_words_When_reported_Then_refused_and_it_stays_registered()
    {
        var id = await RegisterAsync("窓口の端末", "192.0.2.8/32");

        Assert.Equal("to-7-2-ka", Assert.IsType<NotYourTerminal>(await ReportAsync("yoshizawa", id, "見当たらない。")).Clause);
        Assert.Equal("to-7-2-ka", Assert.IsType<LossIsUndescribed>(await ReportAsync("omori", id, " ")).Clause);
        Assert.NotNull(await FindAsync("192.0.2.8"));
    }

    [Fact]
    public async Task to_7_2_ki_Given_a_terminal_last_looked_at_40_days_ago_When_a_post_is_ordered_Then_refused_until_its_state_is_entered()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        var tablet = await store.DbAsync(db => db.Terminals.Where(t => t.Body == SampleCast.Tochigi && t.Name == "観光交流課 タブレット01").Select(t => t.Id).SingleAsync(Ct));
        store.Clock.SetJapan(2026, 7, 11, 18);
        TestKit.Posts.Office.Fine(await EnterAsync("tomoko", tablet, Fine(2026, 7, 11)));
        store.Clock.SetJapan(2026, 8, 20, 18);

        var refusal = await Office.PublishAsync(id);
        Assert.Equal("to-7-2-ki", refusal?.Clause);
        Assert.Contains("端末のセキュリティ対策の確認が必要です（最後の確認は2026年7月11日です）", refusal!.Text.Ja, StringComparison.Ordinal);

        Assert.IsType<TerminalStateLiesAhead>(await EnterAsync("tomoko", tablet, Fine(2026, 8, 21)));
        Assert.IsType<TerminalStateIsIncomplete>(await EnterAsync("tomoko", tablet, Fine(2026, 8, 20) with { SupportedUntil = null }));
        TestKit.Posts.Office.Fine(await EnterAsync("tomoko", tablet, Fine(2026, 8, 20) with { HasScreenLock = false }));
        Assert.Contains("画面ロックが設定されていません", (await Office.PublishAsync(id))!.Text.Ja, StringComparison.Ordinal);
        TestKit.Posts.Office.Fine(await EnterAsync("tomoko", tablet, Fine(2026, 8, 20)));
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
    }

    [Fact]
    public async Task to_7_2_ki_Given_a_system_whose_support_ends_in_30_days_When_the_job_runs_Then_the_unit_has_to_replace_it_until_it_is_renewed()
    {
        var id = await RegisterAsync("古いタブレット", "192.0.2.9/32");
        TestKit.Posts.Office.Fine(await EnterAsync("omori", id, Fine(2026, 6, 11) with { SupportedUntil = new(2026, 7, 12) }));
        store.Clock.SetJapan(2026, 6, 11, 23);
        await DutyIntents.LookAsync(store, SampleCast.Tochigi);
        Assert.Empty(await DutiesAsync(id));
        store.Clock.SetJapan(2026, 6, 12, 8);
        await DutyIntents.LookAsync(store, SampleCast.Tochigi);

        var duty = Assert.Single(await DutiesAsync(id));
        Assert.Equal(("terminal-replacement", "to-7-2-ki", "operation-manager"), (duty.Rule, duty.Clause, duty.Owner));
        TestKit.Posts.Office.Fine(await EnterAsync("omori", id, Fine(2026, 6, 12)));
        await DutyIntents.LookAsync(store, SampleCast.Tochigi);
        Assert.Equal("terminal.support-renewed", Assert.Single(await DutiesAsync(id)).Outcome);
    }

    private static TerminalStateFacts Fine(int year, int month, int day) => new("Android 16", new(2028, 3, 31), new(year, month, day), null, true);

    private async Task<TerminalId> RegisterAsync(string name, string ranges)
    {
        var exchange = await store.DbAsync(db => db.Units.Where(u => u.Body == SampleCast.Tochigi && u.Code == "tourism-exchange").Select(u => u.Id).SingleAsync(Ct));
        var keeper = (await Office.WhoAsync("tomoko")).Staff;
        var entered = await store.AskAsync<RegisterTerminal, Entered<TerminalId>>(
            r => r.RunAsync(new(SampleCast.Tochigi, null, store.Clock.Now), new(name, "本庁舎", ranges, "", exchange) { Keeper = keeper, IsLockedAway = true }, Ct), SampleCast.Tochigi);
        Assert.Null(entered.Refusal);
        return entered.Id!.Value;
    }

    private async Task<Refusal?> ReportAsync(string login, TerminalId id, string what)
    {
        var doer = new Doer(SampleCast.Tochigi, (await Office.WhoAsync(login)).Staff, store.Clock.Now);
        return await store.AskAsync<ReportTerminalLoss, Refusal?>(r => r.RunAsync(doer, id, true, what, Ct), SampleCast.Tochigi);
    }

    private async Task<Refusal?> EnterAsync(string login, TerminalId id, TerminalStateFacts facts)
    {
        var doer = new Doer(SampleCast.Tochigi, (await Office.WhoAsync(login)).Staff, store.Clock.Now);
        return await store.AskAsync<KeepTerminalState, Refusal?>(k => k.RunAsync(doer, id, facts, Ct), SampleCast.Tochigi);
    }

    private Task<Terminal?> FindAsync(string address) =>
        store.AskAsync<TerminalIdentity, Terminal?>(t => t.FindAsync(SampleCast.Tochigi, IPAddress.Parse(address), null, Ct), SampleCast.Tochigi);

    // Of the terminal itself, or of the accounts that are used on it
    private Task<List<Duty>> DutiesAsync(TerminalId id) => store.DbAsync(
        async db =>
        {
            var about = await db.Terminals.AsNoTracking().Where(t => t.Id == id).Select(t => t.Name).SingleAsync(Ct);
            return (await db.Duties.AsNoTracking().Where(d => d.Body == SampleCast.Tochigi).ToListAsync(Ct)).FindAll(d => d.Subject == $"terminal/{id}" || d.Why.Contains(about, StringComparison.Ordinal));
        },
        SampleCast.Tochigi);

    // A sign-in as the first login makes it
    private async Task<string?> StampAsync(string login)
    {
        var staff = (await Office.WhoAsync(login)).Staff;
        return await store.DbAsync(async db =>
        {
            if (!await db.Users.AnyAsync(u => u.Staff == staff, Ct))
            {
                db.Add(new Shirase.People.SignIn { Id = Guid.CreateVersion7(), UserName = login, NormalizedUserName = login.ToUpperInvariant(), Staff = staff, Body = SampleCast.Tochigi, SecurityStamp = "first" });
                await db.SaveChangesAsync(Ct);
            }

            return await db.Users.AsNoTracking().Where(u => u.Staff == staff).Select(u => u.SecurityStamp).SingleAsync(Ct);
        });
    }
}

public sealed class TerminalLossOnSqlite(SqliteDutyOffice store) : TerminalLossTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class TerminalLossOnPostgres(PostgresDutyOffice store) : TerminalLossTests(store), IClassFixture<PostgresDutyOffice>;
