using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>What was in force when something went out, and what the service was called when something was filed.</summary>
public sealed class AtPostingTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Office Office => app.Office;

    public ValueTask InitializeAsync()
    {
        Office.Clock.SetJapan(2026, 6, 11);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task gx_0_1_Given_two_versions_of_the_policy_When_a_post_is_opened_later_Then_case_and_evidence_sheet_show_those_in_force_at_posting()
    {
        var content = await Office.ContentAsync();
        var id = await Office.PublishedAsync(content);
        var account = new AccountId(content.Accounts[0]);
        var before = await app.Store.DbAsync(db => db.PolicyDocuments.Where(p => p.Account == account && p.State == PolicyDocumentState.Adopted).MaxAsync(p => p.Number, Ct), Office.Body);

        // Another version holds from the next day on; what went out yesterday went out under the one of yesterday
        Office.Clock.SetJapan(2026, 6, 12);
        await app.Store.DbAsync(async db =>
        {
            var newest = await db.PolicyDocuments.Where(p => p.Account == account).OrderByDescending(p => p.Number).FirstAsync(Ct);
            var row = db.Entry(PolicyDocument.Begin(await db.Accounts.SingleAsync(a => a.Id == account, Ct), newest, newest, new Act(newest.By, Office.Clock.Now.Truncated())));
            row.State = EntityState.Added;
            row.Property(p => p.State).CurrentValue = PolicyDocumentState.Adopted;
            row.Property(p => p.ValidFrom).CurrentValue = new DateOnly(2026, 6, 12);
            row.Property(p => p.TextJson).CurrentValue = newest.TextJson;
            return await db.SaveChangesAsync(Ct);
        }, Office.Body);

        using var author = await app.SignInAsync("tamura", Ct);
        foreach (var page in new[] { $"/posts/{id}", $"/posts/{id}/evidence" })
        {
            await author.GetAsync(page, Ct);
            var sent = CaseApp.Words((await CaseApp.SeenAsync(author, Ct)).QuerySelector("[id^=delivery-]"));
            Assert.Contains("群馬県警察Ｘ（エックス）運用要領（2023）", sent, StringComparison.Ordinal);
            Assert.Contains($"第{before}版", sent, StringComparison.Ordinal);
            Assert.DoesNotContain($"第{before + 1}版", sent, StringComparison.Ordinal);
        }

        await author.GetAsync($"/posts/{id}/evidence.json", Ct);
        Assert.Contains($"\"policyAtPosting\": {before},", author.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_0_1_Given_the_service_is_renamed_When_a_form_is_printed_Then_the_new_name_stands_there_and_a_filed_one_keeps_the_old()
    {
        var filed = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(filed));
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        using var manager = await app.SignInAsync("hoshino", Ct);
        await manager.GetAsync("/settings/gunma-police-x/change?kind=setting&subject=service-name", Ct);
        await manager.PostAsync("/settings/gunma-police-x/change?kind=setting&subject=service-name&handler=set", new() { ["Form.Value"] = "", ["Form.Why"] = "改称" }, Ct);
        Assert.NotEqual("", CaseApp.Words(manager.Document().QuerySelector("#refused")));
        await manager.PostAsync("/settings/gunma-police-x/change?kind=setting&subject=service-name&handler=set", new() { ["Form.Value"] = "ツグミ", ["Form.Why"] = "サービスが改称されたため" }, Ct);
        Assert.Null(manager.Document().QuerySelector("#refused"));
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        var begun = await Office.BeginAsync(await Office.ContentAsync());

        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync($"/posts/{begun}/print", Ct);
        Assert.Equal("群馬県警察ツグミ投稿申請書", CaseApp.Words((await CaseApp.SeenAsync(author, Ct)).QuerySelector("h1")));
        Assert.Contains("ツグミ（旧Ｘ（エックス））", CaseApp.Words((await CaseApp.SeenAsync(author, Ct)).QuerySelector("#paper-service")), StringComparison.Ordinal);
        await author.GetAsync($"/posts/{filed}/print", Ct);
        Assert.Equal("群馬県警察Ｘ（エックス）投稿申請書", CaseApp.Words((await CaseApp.SeenAsync(author, Ct)).QuerySelector("h1")));
        Assert.Contains("Ｘ（エックス）（旧ツイッター）", CaseApp.Words((await CaseApp.SeenAsync(author, Ct)).QuerySelector("#paper-service")), StringComparison.Ordinal);
    }
}
