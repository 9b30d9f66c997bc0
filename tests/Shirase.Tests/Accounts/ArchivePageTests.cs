using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.TestKit.Posts;
using Shirase.TestKit.X;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>What is left of an account that was given up.</summary>
public sealed class ArchivePageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    [Fact]
    public async Task gx_6_1_Given_an_account_that_was_given_up_When_its_archive_is_opened_Then_posts_applications_and_logs_are_read_and_nothing_is_changed()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        var account = await Office.RegisterAsync("gunma_old");
        var published = await Office.PublishedAsync(await ContentAsync(account, "見守りにご協力ください。"));
        var rejected = await Office.ToExaminationAsync(await ContentAsync(account, "登下校の時間を確かめてください。"));
        Office.Fine(await Office.RejectAsync(rejected, "kobayashi", "捜査に支障があるため。"));
        var draft = await Office.BeginAsync(await ContentAsync(account, "まだ書いている途中です。"));
        Office.Fine(await Office.AskAsync<StopAccount, Refusal?>("hoshino", (s, w) => s.EndAsync(w.Body, account, new(w.Staff, Office.Clock.Now, "運用を終えるため"), "gunma_old", null, Ct)));
        var before = await StandAsync(account);

        // Whoever may see the cases reads all of it; the draft of another unit is nobody else's
        foreach (var login in new[] { "yanagida", "kobayashi", "takahashi", "tamura" })
        {
            using var reader = await app.SignInAsync(login, Ct);
            await reader.GetAsync($"/accounts/{account}/archive", Ct);
            Assert.Contains("廃止", CaseApp.Words(reader.Document().QuerySelector("main dl")), StringComparison.Ordinal);
            Assert.NotNull(reader.Document().QuerySelector($"main a[href='/posts/{published}']"));
            Assert.NotNull(reader.Document().QuerySelector($"main a[href='/posts/{rejected}']"));
            Assert.Equal(login == "tamura", reader.Document().QuerySelector($"main a[href='/posts/{draft}']") is not null);
            var logs = CaseApp.Words(reader.Document().QuerySelector("section[aria-labelledby=logs] table"));
            Assert.Contains("台帳に登録した", logs, StringComparison.Ordinal);
            Assert.Contains("運用を終了した", logs, StringComparison.Ordinal);
            Assert.Contains("発信した", logs, StringComparison.Ordinal);
            Assert.Empty(reader.Document().QuerySelectorAll("main form[method=post]"));
            foreach (var page in new[] { $"/posts/{published}", $"/posts/{published}/evidence", $"/posts/{published}/print", $"/posts/{rejected}" })
            {
                Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(page, Ct)).StatusCode);
            }
        }

        // Every way to change something of it is closed
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync($"/accounts/{account}", Ct);
        Assert.Empty(manager.Document().QuerySelectorAll("main form[method=post]"));
        Assert.IsType<AccountHasEnded>(await Office.RemoveAsync(published));
        Assert.NotNull(await Office.PublishAsync(published));
        Assert.NotNull(await Office.EditAsync(published, c => c with { Body = "書き換え" }));
        Assert.IsType<AccountIsNotActive>(await Office.AskAsync<StopAccount, Refusal?>("hoshino", (s, w) => s.StopAsync(w.Body, account, new(w.Staff, Office.Clock.Now, "試し"), Ct)));
        Assert.IsType<AccountHasEnded>(await app.Store.AskAsync<AccountBudgets, Refusal?>(b => b.SetAsync(ConnectedX.Doer(Office), account, 5, Ct), Office.Body));
        Assert.IsType<AccountHasEnded>(await Office.AskAsync<KeepPolicyDocument, Refusal?>("hoshino", (k, w) => k.AdoptAsync(w, account, new(), 1, null, "試し", Ct)));
        Assert.IsType<AccountHasEnded>(await Office.AskAsync<PolicyPublicity, Refusal?>("hoshino", (p, w) => p.ProveListingAsync(w, account, "https://www.police.example.lg.jp/", Ct)));
        Assert.Equal(before, await StandAsync(account));
    }

    // Everything that is stored of the account and of its posts, as one line
    private async Task<string> StandAsync(AccountId account) => await app.Store.DbAsync(async db =>
    {
        var a = await db.Accounts.AsNoTracking().SingleAsync(x => x.Id == account, Ct);
        var posts = await db.Deliveries.AsNoTracking().Where(d => d.Account == account).OrderBy(d => d.OrderedAt).ToListAsync(Ct);
        var cases = await db.Applications.AsNoTracking().Include(x => x.Versions).Where(x => posts.Select(d => d.Application).Contains(x.Id)).ToListAsync(Ct);
        return $"{a.Handle} {a.DisplayName} {a.State} {a.EndedOn} {a.MonthlyBudget} {a.Service} "
            + string.Join(' ', posts.Select(d => $"{d.State} {d.Address} {d.OutgoingText} {d.RemovedAt}"))
            + string.Join(' ', cases.SelectMany(c => c.Versions).Select(v => v.Hash));
    }, Office.Body);

    private async Task<PostContent> ContentAsync(AccountId account, string body) => await Office.ContentAsync(body) with { Accounts = [account.Value] };
}
