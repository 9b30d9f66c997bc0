using Microsoft.EntityFrameworkCore;
using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Policies;

/// <summary>The policy of an account from the draft to the page that residents read, looked at by axe on the way.</summary>
public sealed class PolicyTests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    [Fact]
    public async Task gx_5_2_Given_a_placeholder_left_in_the_draft_When_mended_adopted_and_looked_at_in_public_Then_residents_read_the_new_version()
    {
        var account = await App.BehindAsync(async db => (await db.Accounts.AsNoTracking().SingleAsync(a => a.Handle == "gunma_police", Ct)).Id);
        await using var manager = await Walker.SignInAsync(Browser, App, "hoshino");
        await manager.OpenAsync($"/accounts/{account}/policy-text");
        await manager.PressAsync("#begin");
        await manager.TypeAsync("#text-change", "このポリシーは、〇〇課が必要に応じて変更します。");
        await manager.PressAsync("#adopt");
        Assert.Contains("〇〇課", await manager.ReadAsync("#refused"), StringComparison.Ordinal);

        await manager.TypeAsync("#text-change", "このポリシーは、広報広聴課が必要に応じて変更します。");
        await manager.TypeAsync("#why-change", "担当を書くため");
        await manager.TypeAsync("#Form-Why", "担当を明らかにする");
        await manager.PressAsync("#adopt");
        Assert.Contains("ポリシー公表 未了", await manager.ReadAsync("main"), StringComparison.Ordinal);
        await manager.PressAsync("#prove-policy");
        Assert.Contains("掲載を確認しました", await manager.ReadAsync("main"), StringComparison.Ordinal);
        await manager.OpenAsync($"/accounts/{account}/policy-text/2");
        Assert.Contains("広報広聴課が必要に応じて", await manager.ReadAsync("#differences + *"), StringComparison.Ordinal);

        await using var resident = await Walker.EnterAsync(Browser, App, "en");
        await resident.OpenAsync("/site/gunma-police/accounts");
        await resident.PressAsync($"a[href='/site/gunma-police/policies/{account}']");
        Assert.Contains("広報広聴課が必要に応じて", await resident.ReadAsync(".policy"), StringComparison.Ordinal);
        Assert.Contains("Version 2", await resident.ReadAsync("main"), StringComparison.Ordinal);
    }
}
