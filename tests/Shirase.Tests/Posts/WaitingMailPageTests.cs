using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.People;
using Shirase.TestKit.Posts;
using Shirase.TestKit.X;
using Shirase.Tests.Duties;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>The page of the chief of a station whose mails wait.</summary>
public sealed class WaitingMailPageTests(CaseApp app) : MailCases(app.Store), IClassFixture<CaseApp>
{
    [Fact]
    public async Task gm_3_2_b_3_Given_a_mail_waiting_20_minutes_When_the_manager_opens_his_page_Then_it_stands_first_with_its_time_and_the_deputy_was_alerted_once()
    {
        var content = await MailAsync();
        var deputy = (await Office.WhoAsync("sekiguchi")).Staff;
        var unit = await Office.Store.DbAsync(db => db.Postings.Where(p => p.Staff == deputy).Select(p => p.Unit).FirstAsync(Ct), Office.Body);
        Assert.Null((await Office.Store.AskAsync<RegisterDeputy, Entered<Guid>>(
            d => d.RunAsync(ConnectedX.Doer(Office), new(Mail, "unit-head", unit, deputy, 1, new DateOnly(2026, 6, 1), null, "処務に関する訓令"), Ct), Office.Body)).Refusal);
        await Office.LookAsync();
        var first = await FiledAsync(content);
        var at = Office.Clock.Now;
        await Office.LookAsync();
        await Office.LookAtAsync(at.AddMinutes(15));
        Assert.DoesNotContain("duty.overdue", await Office.ToldAsync("sekiguchi", "待っている情報メール"));
        await Office.LookAtAsync(at.AddMinutes(16));
        var second = await FiledAsync(content with { Subject = "後から出した情報", DesiredAt = Office.Clock.Now.InJapan() });
        await Office.LookAtAsync(at.AddMinutes(20));

        using var chief = await app.SignInAsync("negishi", Ct);
        await chief.GetAsync("/", Ct);
        var lines = chief.Document().QuerySelectorAll("section[aria-labelledby=of-unit] li").Select(CaseApp.Words).ToList();
        Assert.Equal([(await Office.ReadAsync(first)).Number, (await Office.ReadAsync(second)).Number], lines.Select(l => l.Split(' ').Single(w => w.Contains("-2026-", StringComparison.Ordinal))));
        Assert.StartsWith("待ち 20分", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("待ち 4分", lines[1], StringComparison.Ordinal);
        Assert.Single(await Office.ToldAsync("sekiguchi", "待っている情報メール"), k => k == "duty.overdue");

        using var sender = await app.SignInAsync("tajima", Ct);
        await sender.GetAsync("/", Ct);
        Assert.Null(sender.Document().GetElementById("of-unit"));
    }
}
