using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Journeys.Browsing;
using Shirase.Samples;
using Xunit;

namespace Shirase.Journeys.Tochigi;

/// <summary>S13 of 栃木: an account used only in August.</summary>
public sealed class FestivalAccountJourney(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    [Fact]
    public async Task S13_Tochigi_Given_60_days_without_a_post_When_the_head_declares_a_rest_Then_log_ins_come_only_from_a_safe_terminal_and_a_missed_one_and_an_unknown_one_alarm()
    {
        await LookedAsync(2026, 6, 11, 10);
        await LastPostAsync();
        await LookedAsync(2026, 10, 29);
        await using (var early = await Walker.SignInAsync(Browser, App, "shinohara"))
        {
            await early.OpenAsync("/duties");
            Assert.DoesNotContain("発信が続かないアカウントの検討", await early.ReadAsync(), StringComparison.Ordinal);
        }

        await LookedAsync(2026, 10, 30);
        string rest;
        await using (var head = await Walker.SignInAsync(Browser, App, "shinohara"))
        {
            await DueAsync(head, "発信が続かないアカウントの検討");
            var item = head.At("li:has(strong:text-is('発信が続かないアカウントの検討'))");
            Assert.Contains("to-5-4-i", await item.First.InnerHTMLAsync(), StringComparison.Ordinal);
            await item.First.Locator("summary").ClickAsync();
            await item.First.Locator("input[name=outcome]").FillAsync("８月の祭りまで使わない。");
            await head.PressAsync("li:has(strong:text-is('発信が続かないアカウントの検討')) button[id^=close-]");
            Assert.Contains("次のどれかを選んでください：再開する（発信の予定）、廃止する、やむを得ない休止とする", await head.ReadAsync("#refused"), StringComparison.Ordinal);
            rest = (await head.At("a:has-text('休止の画面')").First.GetAttributeAsync("href"))!;
        }

        // The author reads it and cannot set it, not even behind the page
        await using (var author = await Walker.SignInAsync(Browser, App, "tomoko"))
        {
            await author.OpenAsync(rest);
            Assert.False(await author.HasAsync("#declare"));
            Assert.Contains("決めるのは所属長です", await author.ReadAsync(), StringComparison.Ordinal);
        }

        using (var behind = await App.SignInAsync("tomoko", Ct))
        {
            await behind.GetAsync(rest, Ct);
            using var answer = await behind.PostAsync($"{rest}?handler=declare", new() { ["Why"] = "忙しいため", ["Until"] = "2027-03-31" }, Ct);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        await using (var head = await Walker.SignInAsync(Browser, App, "shinohara"))
        {
            await head.OpenAsync(rest);
            await head.PressAsync("#declare");
            Assert.Contains("休止は原則としてできません", await head.ReadAsync("#refused"), StringComparison.Ordinal);
            await head.TypeAsync("#Why", "夏の祭りの間だけ使うアカウントのため");
            await head.TypeAsync("#Until-Year", "令和9");
            await head.TypeAsync("#Until-Month", "3");
            await head.TypeAsync("#Until-Day", "31");
            await head.PressAsync("#declare");
            Assert.False(await head.HasAsync("#refused"), await head.ReadAsync());
            Assert.Contains("休止しています", await head.ReadAsync(), StringComparison.Ordinal);
        }

        // 14 days later the log-in is due that day; the next day it is missed
        await LookedAsync(2026, 11, 13);
        await LookedAsync(2026, 11, 14);
        foreach (var login in new[] { "shinohara", "tomoko" })
        {
            await using var told = await Walker.SignInAsync(Browser, App, login);
            await UntilAsync(told, "/", "期限を過ぎたまま済んでいません：休止中のアカウントへのログイン");
        }

        await using (var holder = await Walker.SignInAsync(Browser, App, "tomoko"))
        {
            await DueAsync(holder, "休止中のアカウントへのログイン");
            var item = holder.At("li:has(strong:text-is('休止中のアカウントへのログイン'))").First;
            await AnswerAsync(holder);
            // Nobody has looked at the tablet since June
            await holder.PressAsync("li:has(strong:text-is('休止中のアカウントへのログイン')) button[id^=close-]");
            Assert.Contains("端末のセキュリティ対策の確認が必要です（最後の確認は2026年6月11日です）", await holder.ReadAsync("#refused"), StringComparison.Ordinal);
            Assert.Contains("to-7-2-ki", await holder.At("#refused").InnerHTMLAsync(), StringComparison.Ordinal);
            Assert.Equal(1, await item.Locator("input[value=trouble]:checked").CountAsync());
            await holder.LookAsync();
            await ConfirmTerminalAsync(holder);
            await holder.OpenAsync("/duties");
            await AnswerAsync(holder);
            await holder.PressAsync("li:has(strong:text-is('休止中のアカウントへのログイン')) button[id^=close-]");
            Assert.False(await holder.HasAsync("#refused"), await holder.ReadAsync());
        }

        await using (var head = await Walker.SignInAsync(Browser, App, "shinohara"))
        {
            await DueAsync(head, "乗っ取られたアカウントのパスワードの変更");
            Assert.Contains("不明なログイン・連携アプリ：異常あり", await head.ReadAsync(), StringComparison.Ordinal);
        }

        // The last day is over: go on, or delete
        await LookedAsync(2027, 4, 1);
        await using var after = await Walker.SignInAsync(Browser, App, "shinohara");
        for (var minute = 1; minute < 20 && !(await DutiesAsync(after)).Contains("休止の末日の経過", StringComparison.Ordinal); minute++)
        {
            App.Clock.SetJapan(2027, 4, 1, 9, minute);
            await Task.Delay(500, Ct);
        }

        Assert.Contains("再開するか、アカウントを廃止するかを決める", await DutiesAsync(after), StringComparison.Ordinal);
        await after.OpenAsync(rest);
        await after.PressAsync("#resume");
        Assert.True(await after.HasAsync("#declare"), await after.ReadAsync());
    }

    // An unknown log-in is found, everything else is in order
    private static async Task AnswerAsync(Walker holder)
    {
        var item = holder.At("li:has(strong:text-is('休止中のアカウントへのログイン'))").First;
        await item.Locator("summary").ClickAsync();
        Assert.Equal(6, await item.Locator("fieldset").CountAsync());
        foreach (var fine in (await item.Locator("input[value=fine]").AllAsync()).Where((_, i) => i != 3))
        {
            await fine.CheckAsync();
        }

        await item.Locator("input[value=trouble]").Nth(3).CheckAsync();
    }

    // What changes seldom stands in the form already
    private static async Task ConfirmTerminalAsync(Walker holder)
    {
        await holder.OpenAsync("/terminals/ours");
        await holder.PressAsync("a[href$='/state']");
        await holder.TypeAsync("[name='Form.UpdatedOn.Year']", "令和8");
        await holder.TypeAsync("[name='Form.UpdatedOn.Month']", "11");
        await holder.TypeAsync("[name='Form.UpdatedOn.Day']", "14");
        await holder.TickAsync("#ScreenLock");
        await holder.PressAsync("#confirm-state");
        Assert.False(await holder.HasAsync("#refused"), await holder.ReadAsync());
    }

    private static async Task<string> DutiesAsync(Walker walker)
    {
        await walker.OpenAsync("/duties");
        return await walker.ReadAsync();
    }

    private static Task DueAsync(Walker walker, string duty) => UntilAsync(walker, "/duties", duty);

    // The product's own loop opens what is due; the page is read again until it has
    private static async Task UntilAsync(Walker walker, string page, string words)
    {
        for (var i = 0; i < 40; i++)
        {
            await walker.Page.GotoAsync(new Uri(new Uri(walker.Page.Url), page).ToString());
            if ((await walker.ReadAsync()).Contains(words, StringComparison.Ordinal))
            {
                await walker.LookAsync();
                return;
            }

            await Task.Delay(250, Ct);
        }

        Assert.Contains(words, await walker.ReadAsync(), StringComparison.Ordinal);
    }

    // The product's own loop, until it has done the new day
    private async Task LookedAsync(int year, int month, int day, int hour = 9)
    {
        App.Clock.SetJapan(year, month, day, hour);
        for (var i = 0; i < 100; i++)
        {
            if (await App.BehindAsync(db => db.JobMarks.AnyAsync(m => m.Body == SampleCast.Tochigi && m.Name == DutyJob.Kind && m.Day == new DateOnly(year, month, day), Ct)))
            {
                return;
            }

            await Task.Delay(200, Ct);
        }

        Assert.Fail("The loop did not look.");
    }

    // The last post of the festival, on 31 August
    private Task<int> LastPostAsync() => App.BehindAsync(async db =>
    {
        var account = await db.Accounts.IgnoreQueryFilters().AsNoTracking().SingleAsync(a => a.Body == SampleCast.Tochigi && a.Channel == "drill", Ct);
        var at = new DateTimeOffset(2026, 8, 31, 12, 0, 0, JapanTime.Offset).ToUniversalTime();
        var post = new PostDelivery(new(Guid.CreateVersion7()), account.Body, new(Guid.CreateVersion7()), 1, "", account.Id, account.Channel, new(Guid.CreateVersion7()), at, at, "", "祭りは終わりました。");
        db.Add(post);
        db.Entry(post).Property(p => p.PublishedAt).CurrentValue = at;
        db.Entry(post).Property(p => p.State).CurrentValue = DeliveryState.Published;
        return await db.SaveChangesAsync(Ct);
    });
}
