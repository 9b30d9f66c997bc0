using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Duties;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>The passwords of accounts: made as the document asks, opened by whom it lets, put on paper as it says.</summary>
public abstract class PasswordTests(TestStore store) : IAsyncLifetime
{
    private Office Gunma { get; } = new(store);

    private IshikawaOffice Ishikawa { get; } = new(store);

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 5, 14, 10);
        await store.DbAsync(async db =>
        {
            await db.PasswordHolders.IgnoreQueryFilters().ExecuteDeleteAsync(Ct);
            await db.PasswordPapers.IgnoreQueryFilters().ExecuteDeleteAsync(Ct);
            return await db.AccountPasswords.IgnoreQueryFilters().ExecuteDeleteAsync(Ct);
        });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_14_1_1_Given_the_supervisor_When_opening_the_password_Then_refused_and_recorded()
    {
        var passwords = await OfGunmaAsync();
        Office.Fine(await passwords.SetAsync("takahashi"));
        var before = await CountAsync(PasswordAttempts.Refused);

        var refusal = (await passwords.OpenAsync("kobayashi")).Refusal;

        Assert.Equal("gx-14-1-1", Assert.IsType<NotYoursToOpen>(refusal).Clause);
        Assert.Equal(before + 1, await CountAsync(PasswordAttempts.Refused));
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_PR_officer_with_a_reason_When_the_password_is_opened_Then_person_time_terminal_and_reason_are_kept_and_the_manager_hears_of_it()
    {
        var passwords = await OfGunmaAsync();
        Office.Fine(await passwords.SetAsync("takahashi"));
        Assert.Equal("gx-14-1-1", (await passwords.OpenAsync("takahashi", " ")).Refusal?.Clause);
        store.Clock.SetJapan(2026, 5, 14, 10, 7);

        Assert.Equal(PasswordIntents.Good, (await passwords.OpenAsync("takahashi")).Value);

        var opening = await store.DbAsync(db => db.PasswordOpenings.AsNoTracking().SingleAsync(o => o.Account == passwords.Account && o.At == store.Clock.Now, Ct), Office.Body);
        Assert.Equal(((await Gunma.WhoAsync("takahashi")).Staff, store.Clock.Now, "PC-014", "機種変更で再ログインするため", false), (opening.By, opening.At, opening.Terminal, opening.Reason, opening.OnPaper));
        var manager = (await Gunma.WhoAsync("hoshino")).Staff;
        var notice = await store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.To == manager && n.Kind == PasswordAttempts.Opened && n.At == store.Clock.Now).SingleAsync(Ct), Office.Body);
        Assert.Contains("機種変更で再ログインするため", notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(PasswordIntents.Good, notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_14_1_1_Given_an_officer_whose_place_ended_yesterday_When_the_day_begins_Then_the_password_stays_closed()
    {
        var passwords = await OfGunmaAsync();
        Office.Fine(await passwords.SetAsync("takahashi"));
        var hara = (await Gunma.WhoAsync("hara")).Staff;
        await store.DbAsync(
            async db =>
            {
                db.Add(new Appointment(Guid.NewGuid(), Office.Body, "gunma-police-x", "pr-officer", hara, null, new(2026, 5, 1), new(2026, 5, 14), "応援"));
                return await db.SaveChangesAsync(Ct);
            },
            Office.Body);
        store.Clock.SetJapan(2026, 5, 14, 23, 59);
        Assert.True((await passwords.OpenAsync("hara")).IsDone);

        store.Clock.SetJapan(2026, 5, 15);
        var refusal = (await passwords.OpenAsync("hara")).Refusal;

        Assert.IsType<NotYoursToOpen>(refusal);
    }

    [Fact]
    public async Task gx_14_1_2_Given_a_word_with_a_name_and_no_symbol_When_entered_Then_both_are_said_and_what_is_proposed_is_taken()
    {
        var passwords = await OfGunmaAsync();

        var weak = Assert.IsType<PasswordFallsShort>(await passwords.SetAsync("takahashi", "GunmaPolice2024"));
        Assert.Equal("gx-14-1-2", weak.Clause);
        Assert.Contains("記号", weak.Text.Ja, StringComparison.Ordinal);
        Assert.Contains("名称は含めないで", weak.Text.Ja, StringComparison.Ordinal);

        var form = TestStore.Regulations.Versions("gunma-police-x")[^1].Passwords!.Form;
        Office.Fine(await passwords.SetAsync("takahashi", KeepPassword.Propose(form)));
        Office.Fine(await passwords.SetAsync("takahashi"));
        Office.Fine(await passwords.SetAsync("takahashi", KeepPassword.Propose(form)));
        Assert.Equal("gx-14-1-2", Assert.IsType<UsedBefore>(await passwords.SetAsync("takahashi")).Clause);
    }

    [Fact]
    public async Task is_3_2_Given_somebody_who_is_no_sender_When_opening_the_password_Then_refused_and_recorded()
    {
        var passwords = await OfIshikawaAsync();
        Office.Fine(await passwords.SetAsync("nakamura"));
        var before = await CountAsync(PasswordAttempts.Refused, IshikawaOffice.Body);

        Assert.Equal("is-3-2", (await passwords.OpenAsync("kinoshita")).Refusal?.Clause);
        Assert.Equal(before + 1, await CountAsync(PasswordAttempts.Refused, IshikawaOffice.Body));
        Assert.True((await passwords.OpenAsync("yamamoto")).IsDone);
    }

    [Fact]
    public async Task is_f_6_b_Given_the_head_alone_When_a_sealed_print_is_asked_for_Then_nothing_is_printed_until_a_sender_agrees_and_then_once()
    {
        var passwords = await OfIshikawaAsync();
        Office.Fine(await passwords.SetAsync("nakamura"));

        var paper = (await passwords.AskForPaperAsync("nishida")).Value;
        Assert.Equal("is-f-6-b", (await passwords.PrintAsync("nishida", paper)).Refusal?.Clause);
        Assert.IsType<PaperNeedsSecond>(await passwords.AgreeAsync("nishida", paper));
        Office.Fine(await passwords.AgreeAsync("nakamura", paper));

        Assert.Equal(PasswordIntents.Good, (await passwords.PrintAsync("nishida", paper)).Value);
        Assert.IsType<PaperIsPrintedOnce>((await passwords.PrintAsync("nishida", paper)).Refusal);
        var kept = await store.DbAsync(db => db.PasswordPapers.AsNoTracking().SingleAsync(p => p.Id == paper, Ct), IshikawaOffice.Body);
        Assert.Equal(((await Ishikawa.WhoAsync("nishida")).Staff, (StaffId?)(await Ishikawa.WhoAsync("nakamura")).Staff, (DateTimeOffset?)store.Clock.Now), (kept.AskedBy, kept.AgreedBy, kept.PrintedAt));
    }

    [Fact]
    public async Task ok_4_7_a_Given_somebody_who_left_the_unit_When_the_password_is_opened_Then_refused_and_its_change_is_due()
    {
        await LookAsync(SampleCast.Okayama);
        var passwords = await OfOkayamaAsync();
        Office.Fine(await passwords.SetAsync("namba"));
        var other = await store.DbAsync(db => db.Units.Where(u => u.Body == SampleCast.Okayama && u.Code == "pr-division").Select(u => u.Id).SingleAsync(Ct), SampleCast.Okayama);
        var (fujiwara, admin) = (await Okayama.WhoAsync("fujiwara"), await Okayama.WhoAsync("okayama-admin"));
        Assert.True((await passwords.OpenAsync("fujiwara")).IsDone);

        store.Clock.SetJapan(2026, 5, 15, 9);
        Office.Fine(await store.AskAsync<TransferStaff, Refusal?>(
            t => t.RunAsync(new(SampleCast.Okayama, admin.Staff, store.Clock.Now), fujiwara.Staff, new(other, "主任", "", Rank.None, false, new(2026, 5, 15)), Ct), SampleCast.Okayama));
        await LookAsync(SampleCast.Okayama);

        Assert.Equal("ok-4-7-a", (await passwords.OpenAsync("fujiwara")).Refusal?.Clause);
        Assert.True(await store.DbAsync(db => db.Duties.AnyAsync(d => d.Rule == "password-on-change" && d.Account == passwords.Account && d.ClosedAt == null, Ct), SampleCast.Okayama));
    }

    [Fact]
    public async Task ok_4_7_b_Given_a_password_on_paper_When_asked_for_without_its_keeper_Then_refused_and_its_end_needs_a_witness()
    {
        var passwords = await OfOkayamaAsync();
        Office.Fine(await passwords.SetAsync("namba"));

        Assert.Equal("ok-4-7-b", (await passwords.AskForPaperAsync("miyake")).Refusal?.Clause);
        var paper = (await passwords.AskForPaperAsync("miyake", "miyake", "課の金庫")).Value;
        Assert.True((await passwords.PrintAsync("miyake", paper)).IsDone);
        Assert.IsType<DestroyingNeedsWitness>(await passwords.DestroyAsync("miyake", paper, "miyake"));
        Office.Fine(await passwords.DestroyAsync("miyake", paper, "namba"));
    }

    [Fact]
    public async Task to_7_2_a_Given_a_password_of_eight_letters_When_entered_Then_refused_with_what_it_needs_and_kept_nowhere()
    {
        var passwords = await OfTochigiAsync();
        Office.Fine(await passwords.NameAsync("shinohara", "tomoko"));

        var refusal = Assert.IsType<PasswordFallsShort>(await passwords.SetAsync("tomoko", "tochigix"));

        Assert.Equal("to-7-2-a", refusal.Clause);
        Assert.Contains("16文字以上で4種類の文字", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.False(await store.DbAsync(db => db.AccountPasswords.AnyAsync(Ct), SampleCast.Tochigi));
    }

    [Fact]
    public async Task to_7_2_u_Given_the_password_of_another_account_When_entered_Then_refused_and_so_without_the_confirmation()
    {
        var (one, other) = (await OfTochigiAsync(), await OfTochigiAsync(await Tochigi.SecondAccountAsync($"tochigi_{Guid.NewGuid():N}"[..14])));
        Office.Fine(await one.NameAsync("shinohara", "tomoko"));
        Office.Fine(await other.NameAsync("shinohara", "tomoko"));
        Office.Fine(await one.SetAsync("tomoko"));

        Assert.Equal("to-7-2-u", Assert.IsType<UsedElsewhere>(await other.SetAsync("tomoko")).Clause);
        Assert.Equal("to-7-2-u", Assert.IsType<ElsewhereIsUnanswered>(await other.SetAsync("tomoko", "Nashi1-Kaki2-Biwa3", nowhereElse: false)).Clause);
        Office.Fine(await other.SetAsync("tomoko", "Nashi1-Kaki2-Biwa3"));
    }

    [Fact]
    public async Task to_7_2_i_Given_as_many_holders_as_the_figure_When_one_more_is_named_Then_a_reason_is_asked_for_and_stands_in_the_list()
    {
        var passwords = await OfTochigiAsync();
        foreach (var login in new[] { "tomoko", "omori", "shinohara" })
        {
            Office.Fine(await passwords.NameAsync("shinohara", login));
        }

        var fourth = await store.DbAsync(db => db.Staff.Where(s => s.LoginName == "yoshizawa").Select(s => s.Id).SingleAsync(Ct), SampleCast.Tochigi);
        await MoveInAsync(fourth, passwords.Account);
        Assert.Equal("to-7-2-i", Assert.IsType<OneMoreNeedsReason>(await passwords.NameAsync("shinohara", "yoshizawa")).Clause);
        Office.Fine(await passwords.NameAsync("shinohara", "yoshizawa", "夜間の当番に加わるため"));

        var holders = await store.DbAsync(db => db.PasswordHolders.AsNoTracking().Where(h => h.Account == passwords.Account).ToListAsync(Ct), SampleCast.Tochigi);
        Assert.Equal("夜間の当番に加わるため", holders.Single(h => h.Staff == fourth).Reason);
        Assert.All(holders.Where(h => h.Staff != fourth), h => Assert.Equal("", h.Reason));
    }

    [Fact]
    public async Task to_7_2_i_Given_an_author_who_is_not_named_When_the_password_is_opened_Then_refused_and_recorded_and_a_name_taken_off_opens_its_change()
    {
        await LookAsync(SampleCast.Tochigi);
        var passwords = await OfTochigiAsync();
        Office.Fine(await passwords.NameAsync("shinohara", "omori"));
        Office.Fine(await passwords.SetAsync("omori"));
        var before = await CountAsync(PasswordAttempts.Refused, SampleCast.Tochigi);

        Assert.Equal("to-7-2-i", (await passwords.OpenAsync("tomoko")).Refusal?.Clause);
        Assert.Equal(before + 1, await CountAsync(PasswordAttempts.Refused, SampleCast.Tochigi));

        var holder = await store.DbAsync(db => db.PasswordHolders.SingleAsync(h => h.Account == passwords.Account, Ct), SampleCast.Tochigi);
        Assert.Equal("to-7-2-i", (await passwords.EndAsync("tomoko", holder.Id))?.Clause);
        Office.Fine(await passwords.EndAsync("shinohara", holder.Id));
        Assert.Equal("to-7-2-i", (await passwords.OpenAsync("omori")).Refusal?.Clause);
        await LookAsync(SampleCast.Tochigi);
        Assert.True(await OpenDutyAsync());

        store.Clock.SetJapan(2026, 5, 14, 11);
        Office.Fine(await passwords.NameAsync("shinohara", "omori"));
        Office.Fine(await passwords.SetAsync("omori", "Nashi1-Kaki2-Biwa3"));
        await LookAsync(SampleCast.Tochigi);
        Assert.False(await OpenDutyAsync());

        Task<bool> OpenDutyAsync() => store.DbAsync(db => db.Duties.AnyAsync(d => d.Rule == "password-on-holder-change" && d.Account == passwords.Account && d.ClosedAt == null, Ct), SampleCast.Tochigi);
    }

    private Task LookAsync(BodyId body) => DutyIntents.LookAsync(store, body);

    private async Task<PasswordIntents> OfGunmaAsync() => new(store, Office.Body, new(await Gunma.DrillAccountAsync()), Gunma.WhoAsync);

    private async Task<PasswordIntents> OfIshikawaAsync() => new(store, IshikawaOffice.Body, new(await Ishikawa.AccountAsync()), Ishikawa.WhoAsync);

    private async Task<PasswordIntents> OfOkayamaAsync() => new(store, SampleCast.Okayama, await Okayama.AccountAsync(), Okayama.WhoAsync);

    private async Task<PasswordIntents> OfTochigiAsync(AccountId? account = null) => new(store, SampleCast.Tochigi, account ?? await Tochigi.AccountAsync(), Tochigi.WhoAsync);

    private Task<int> CountAsync(string verb, BodyId? body = null) => store.DbAsync(db => db.Journal.CountAsync(e => e.Verb == verb, Ct), body ?? Office.Body);

    private Task<int> MoveInAsync(StaffId staff, AccountId account) => store.DbAsync(
        async db =>
        {
            var owner = await db.Accounts.Where(a => a.Id == account).Select(a => a.Owner).SingleAsync(Ct);
            db.Add(new Posting(Guid.NewGuid(), SampleCast.Tochigi, staff, owner, "主査", "", Rank.None, false, new DateOnly(2026, 5, 1)));
            return await db.SaveChangesAsync(Ct);
        },
        SampleCast.Tochigi);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}

public sealed class PasswordOnSqlite(SqliteDutyOffice store) : PasswordTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class PasswordOnPostgres(PostgresDutyOffice store) : PasswordTests(store), IClassFixture<PostgresDutyOffice>;
