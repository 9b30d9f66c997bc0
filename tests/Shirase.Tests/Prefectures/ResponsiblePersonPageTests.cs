using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.Tests.Duties;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>岡山: the head of the division, who answers for the account, is transferred.</summary>
public sealed class ResponsiblePersonPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ok_4_3_i_4_Given_the_responsible_head_transferred_When_the_day_comes_Then_the_page_says_nobody_the_division_is_told_and_posting_waits()
    {
        app.Clock.SetJapan(2026, 6, 11, 10);
        var office = Prefecture.Okayama(app.Store);
        var account = await office.AccountAsync();
        await DutyIntents.LookAsync(app.Store, SampleCast.Okayama);
        var id = await office.ReadyAsync(await office.ContentAsync());
        Assert.DoesNotContain("責任者未定", await PageAsync(account), StringComparison.Ordinal);
        var (head, elsewhere) = ((await office.WhoAsync("miyake")).Staff, await app.Store.DbAsync(db => db.Units.Where(u => u.Body == SampleCast.Okayama && u.Code == "pr-division").Select(u => u.Id).SingleAsync(Ct)));
        Assert.Null(await app.Store.AskAsync<TransferStaff, Refusal?>(
            t => t.RunAsync(new(SampleCast.Okayama, null, app.Clock.Now), head, new(elsewhere, "主幹", "", Rank.None, false, new(2026, 6, 15)), Ct), SampleCast.Okayama));
        app.Clock.SetJapan(2026, 6, 15, 9);
        await DutyIntents.LookAsync(app.Store, SampleCast.Okayama);

        Assert.Contains("責任者未定", await PageAsync(account), StringComparison.Ordinal);
        var duties = await app.Store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Body == SampleCast.Okayama && (d.Rule == "responsible-successor" || d.Rule == "responsible-successor-bureau")).ToListAsync(Ct), SampleCast.Okayama);
        Assert.Equal(["pr-division", "unit-head"], duties.Select(d => d.Owner).Order(StringComparer.Ordinal));
        var division = await app.Store.DbAsync(db => db.Appointments.Where(a => a.Body == SampleCast.Okayama && a.Role == "pr-division").Select(a => a.Staff).FirstAsync(Ct), SampleCast.Okayama);
        Assert.Contains(
            await app.Store.DbAsync(db => db.Notices.AsNoTracking().Where(n => n.To == division).Select(n => n.Text).ToListAsync(Ct), SampleCast.Okayama),
            t => t.Contains("責任者の未定", StringComparison.Ordinal));
        Assert.Equal("ok-4-3-i-4", (await office.PublishAsync(id))?.Clause);

        // The head who follows enters himself by his post
        var next = await app.Store.DbAsync(db => db.Staff.Where(s => s.LoginName == "fujiwara").Select(s => s.Id).SingleAsync(Ct));
        var unit = await app.Store.DbAsync(db => db.Postings.Where(p => p.Staff == next).Select(p => p.Unit).FirstAsync(Ct), SampleCast.Okayama);
        Assert.Null(await app.Store.AskAsync<TransferStaff, Refusal?>(
            t => t.RunAsync(new(SampleCast.Okayama, null, app.Clock.Now), next, new(unit, "課長", "", Rank.None, true, new(2026, 6, 16)), Ct), SampleCast.Okayama));
        app.Clock.SetJapan(2026, 6, 16, 9);
        await DutyIntents.LookAsync(app.Store, SampleCast.Okayama);

        Assert.DoesNotContain("責任者未定", await PageAsync(account), StringComparison.Ordinal);
        Assert.All(
            await app.Store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Body == SampleCast.Okayama && (d.Rule == "responsible-successor" || d.Rule == "responsible-successor-bureau")).ToListAsync(Ct), SampleCast.Okayama),
            d => Assert.False(d.IsOpen));
    }

    private async Task<string> PageAsync(AccountId account)
    {
        using var admin = await app.SignInAsync("okayama-admin", Ct);
        await admin.GetAsync($"/accounts/{account}", Ct);
        return admin.Page;
    }
}
