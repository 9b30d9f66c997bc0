using Shirase.Accounts;
using Shirase.Core;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Policies;

/// <summary>The form offers the classes that the published policy names on the day.</summary>
public sealed class CategoryPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IshikawaOffice Office { get; } = new(app.Store);

    [Fact]
    public async Task is_t_1_3_b_Given_a_version_that_drops_a_category_tomorrow_When_the_form_is_opened_after_it_Then_it_is_no_longer_offered_and_old_cases_keep_it()
    {
        var filed = await Office.ReadyAsync(await Office.ContentAsync());
        await DropAsync("content-traffic", new DateOnly(2026, 6, 12));
        Assert.Equal(["nearby-crime", "traffic-accident", "events", "other"], await OfferedAsync("/posts/new"));
        var draft = await Office.BeginAsync(await Office.ContentAsync());

        app.Clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal(["nearby-crime", "events", "other"], await OfferedAsync("/posts/new"));
        Assert.Contains("traffic-accident", await OfferedAsync($"/posts/{draft}/edit"));
        Assert.Contains("公表した運用ポリシーにありません", (await Office.SubmitAsync(draft))!.Text.Ja, StringComparison.Ordinal);
        using var reader = await app.SignInAsync("kinoshita", Ct);
        await reader.GetAsync($"/posts/{filed}", Ct);
        Assert.Contains("交通事故の発生・対策", reader.Page, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string?>> OfferedAsync(string address)
    {
        using var author = await app.SignInAsync("kinoshita", Ct);
        await author.GetAsync(address, Ct);
        return author.Document().QuerySelectorAll("input[name=ContentClass]").Select(c => c.GetAttribute("value"));
    }

    private async Task DropAsync(string block, DateOnly from)
    {
        var account = new AccountId(await Office.AccountAsync());
        TestKit.Posts.Office.Fine((await Office.AskAsync<KeepPolicyDocument, Result<Guid>>("nakamura", (k, w) => k.BeginAsync(w, account, Ct))).Refusal);
        var draft = (await app.Store.PolicyVersionsAsync(IshikawaOffice.Body, account))[0];
        var fill = draft.Fill();
        TestKit.Posts.Office.Fine(await Office.AskAsync<KeepPolicyDocument, Refusal?>("nishida", (k, w) => k.AdoptAsync(
            w, account, fill with { LeftOut = [block], Reasons = new Dictionary<string, string>(fill.Reasons) { [block] = "見直しのため" } }, draft.Revision, from, "見直しのため", Ct)));
    }
}
