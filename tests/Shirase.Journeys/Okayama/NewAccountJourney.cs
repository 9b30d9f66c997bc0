using Shirase.Journeys.Browsing;
using Shirase.Journeys.Posts;
using Xunit;

namespace Shirase.Journeys.Okayama;

/// <summary>
/// S7 of 岡山: X instead of Facebook, from the request with its comparison to the first post, and to the restriction that is found switched off. The
/// account on X itself is not walked; the practice timeline stands in.
/// </summary>
public sealed class NewAccountJourney(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    private static readonly string[] Risks = ["abuse", "flare-up", "impersonation", "other"];

    [Fact]
    public async Task S7_Okayama_Given_a_request_for_X_When_compared_decided_and_its_procedure_done_Then_the_first_post_waits_for_the_measure_and_a_lapsed_one_reopens_the_sheet()
    {
        var request = await AskAsync();
        await CompareAsync(request);
        var policy = await PolicyOfAsync();
        await using (var staff = await Walker.SignInAsync(Browser, App, "namba"))
        {
            await staff.OpenAsync(policy);
            Assert.False(await staff.HasAsync("#save-policy"));
        }

        await using (var head = await Walker.SignInAsync(Browser, App, "miyake"))
        {
            await head.OpenAsync(policy);
            await FillAsync(head);
            foreach (var point in new[] { "policy-adopted", "terms-adopted", "policy-live", "listed", "profile-unit", "profile-website", "credentials-kept" })
            {
                await head.TickAsync($"[name='Form.Points'][value={point}]");
            }

            await head.PressAsync("#save-policy");
            Assert.False(await head.HasAsync("#refused"), await head.ReadAsync());
            Assert.Equal(["公聴広報課への報告", "利用規約の掲載"], (await head.At("main .banner li").AllInnerTextsAsync()).Select(t => t.Split('\n', ' ', '（')[0].Trim()));
        }

        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "namba"))
        {
            address = await FileAsync(author);
        }

        await using (var colleague = await Walker.SignInAsync(Browser, App, "fujiwara"))
        {
            await colleague.ExamineAsync(address);
        }

        await using (var sender = await Walker.SignInAsync(Browser, App, "namba"))
        {
            await sender.OpenAsync("/desk");
            var line = await sender.ReadAsync($"#ready-{Paths.Id(address)}");
            Assert.Contains("未了：公聴広報課への報告、利用規約の掲載", line, StringComparison.Ordinal);
            await sender.PublishAsync(address);
            Assert.True(await sender.HasAsync("#refused"));
        }

        await using (var head = await Walker.SignInAsync(Browser, App, "miyake"))
        {
            await head.OpenAsync(policy);
            await head.TickAsync("[name='Form.Points'][value=reported]");
            await head.TickAsync("[name='Form.Points'][value=terms-live]");
            await head.PressAsync("#save-policy");
            Assert.True(await head.HasAsync("#refused"), "A second version needs its reason.");
            await head.TypeAsync("#Form-Why", "報告と掲載を済ませた（観第12号）");
            await head.PressAsync("#save-policy");
            Assert.Contains("このアカウントから発信できます", await head.ReadAsync(), StringComparison.Ordinal);
        }

        await FirstPostAsync(request, address);
        await LapseAsync(request);
    }

    private async Task<string> AskAsync()
    {
        await using var staff = await Walker.SignInAsync(Browser, App, "namba");
        await staff.OpenAsync("/accounts");
        await staff.PressAsync("#to-requests");
        await staff.ChooseAsync("#Form-Platform", (await staff.At("#Form-Platform option:text-is('X')").GetAttributeAsync("value"))!);
        await staff.TypeAsync("#Form-Handle", "okayama_kanko_x");
        await staff.TypeAsync("#Form-DisplayName", "岡山県観光課X");
        await staff.TypeAsync("#Form-Purpose", "花や行事の話題を早く届けるため。");
        await staff.PressAsync("#file");
        Assert.Contains("Facebook以外は、リスクの比較評価が必要です", await staff.ReadAsync("#missing"), StringComparison.Ordinal);
        await RateAsync(staff, "2", "4", "3", "2");
        await staff.PressAsync("#save-sheet");
        Assert.False(await staff.HasAsync("#refused"), await staff.ReadAsync());
        Assert.False(await staff.HasAsync("#sign"));
        return staff.Where;
    }

    private async Task CompareAsync(string request)
    {
        await using (var head = await Walker.SignInAsync(Browser, App, "miyake"))
        {
            await head.OpenAsync(request);
            Assert.False(await head.HasAsync("#decide"));
            await head.PressAsync("#sign");
            Assert.Contains("防止策を登録してください", await head.ReadAsync("#refused"), StringComparison.Ordinal);
            await head.TypeAsync("[name='Form.Rows[1].Measure']", "返信欄の制限・二人確認");
            await head.TypeAsync("[name='Form.Rows[1].Owner']", "藤原");
            await head.TypeAsync("[name='Form.Rows[1].Evidence']", "設定画面の写し");
            await head.TypeAsync("[name='Form.Rows[1].Due.Year']", "令和8");
            await head.TypeAsync("[name='Form.Rows[1].Due.Month']", "6");
            await head.TypeAsync("[name='Form.Rows[1].Due.Day']", "30");
            await head.TickAsync("[name='Form.Rows[1].Residual'][value='3']");
            await head.PressAsync("#sign");
            Assert.False(await head.HasAsync("#refused"), await head.ReadAsync());
            Assert.Contains("防止策により同程度", await head.ReadAsync(), StringComparison.Ordinal);
            await head.PressAsync("#decide");
            Assert.Contains("アカウントの台帳に載りました", await head.ReadAsync("body"), StringComparison.Ordinal);
        }

        await using var office = await Walker.SignInAsync(Browser, App, "ono");
        await office.OpenAsync("/");
        Assert.Contains("リスク比較評価表に所属長が署名しました。結果：防止策により同程度", await office.ReadAsync(), StringComparison.Ordinal);
    }

    private async Task<string> PolicyOfAsync()
    {
        await using var staff = await Walker.SignInAsync(Browser, App, "namba");
        await staff.OpenAsync("/accounts");
        return (await staff.At("tr:has-text('@okayama_kanko_x') a[href$='/published-policy']").GetAttributeAsync("href"))!;
    }

    private async Task FirstPostAsync(string request, string address)
    {
        await using (var sender = await Walker.SignInAsync(Browser, App, "namba"))
        {
            await sender.OpenAsync("/desk");
            Assert.Contains("防止策の実施が確認されていません：返信欄の制限・二人確認", await sender.ReadAsync($"#ready-{Paths.Id(address)}"), StringComparison.Ordinal);
        }

        await using (var head = await Walker.SignInAsync(Browser, App, "miyake"))
        {
            await head.OpenAsync(request);
            await head.TypeAsync("#seen-flare-up", "設定画面で、返信できる人の制限を見た。");
            await head.PressAsync("#confirm-flare-up");
            Assert.Contains("防止策の実施を記録しました", await head.ReadAsync("body"), StringComparison.Ordinal);
        }

        await using (var sender = await Walker.SignInAsync(Browser, App, "namba"))
        {
            await sender.OpenAsync("/desk");
            await sender.PublishAsync(address);
            Assert.False(await sender.HasAsync("#refused"), await sender.ReadAsync());
        }
    }

    private async Task LapseAsync(string request)
    {
        App.Clock.SetJapan(2026, 9, 11, 10);
        await using (var staff = await Walker.SignInAsync(Browser, App, "fujiwara"))
        {
            await staff.OpenAsync(request);
            await staff.TickAsync("[name=holds][value=false]");
            await staff.TypeAsync("#seen-flare-up", "返信の制限が外れている。");
            await staff.PressAsync("#look-flare-up");
            Assert.Contains("この比較評価は開き直されています", await staff.ReadAsync(), StringComparison.Ordinal);
        }

        await using var head = await Walker.SignInAsync(Browser, App, "miyake");
        await head.OpenAsync("/");
        Assert.Contains("リスク比較評価が開き直されました（炎上「返信欄の制限・二人確認」：返信の制限が外れている。）", await head.ReadAsync(), StringComparison.Ordinal);
        await head.OpenAsync(request);
        Assert.True(await head.HasAsync("#sign"));
    }

    private static async Task RateAsync(Walker staff, params string[] ratings)
    {
        for (var i = 0; i < Risks.Length; i++)
        {
            await staff.TickAsync($"[name='Form.Rows[{i}].Rating'][value='{ratings[i]}']");
            await staff.TypeAsync($"[name='Form.Rows[{i}].Reason']", "他の自治体の例と、当課の使い方から。");
        }
    }

    private static async Task FillAsync(Walker head)
    {
        foreach (var (field, words) in new[]
        {
            ("Address", "https://www.pref.okayama.jp/site/kanko/"), ("Responsible", "観光課長"), ("Purpose", "観光の話題を届ける。"), ("Contents", "花の見頃\n行事の案内"),
            ("From", "9:00"), ("To", "17:00"), ("OtherMethods", "問い合わせは県公式ホームページの窓口で受ける。"), ("PersonalInformation", "個人情報は扱わない。"),
            ("UserRules", "法令に反する書き込みをしない。"), ("IntellectualProperty", "写真の権利は県又は提供者にある。"), ("Disclaimer", "内容の正確さに努めるが、保証はしない。"),
        })
        {
            if (await head.HasAsync($"#Form-{field}"))
            {
                await head.TypeAsync($"#Form-{field}", words);
            }
        }

        await head.TickAsync("[name='Form.Days'][value=working-days]");
        await head.TickAsync("[name='Form.Contributions'][value=none]");
        await head.TickAsync("[name='Form.MayRepost'][value=no]");
    }

    private static async Task<string> FileAsync(Walker author)
    {
        await author.OpenAsync("/posts/new");
        foreach (var account in await author.At("[name=Accounts]").AllAsync())
        {
            await account.SetCheckedAsync((await author.At($"label[for='{await account.GetAttributeAsync("id")}']").InnerTextAsync()).Contains("観光課X", StringComparison.Ordinal));
        }

        await author.TypeAsync("#Subject", "花の見頃");
        await author.TypeAsync("#Body", "桃の花が見頃です。お出かけの前に交通の案内を御覧ください。");
        await author.TypeDayAsync("DesiredDate", 6, 11);
        await author.TypeAsync("#DesiredTime", "11:00");
        await author.TickAsync("[name=ReleaseStatus][value=public]");
        await author.TickAsync("[name=Category][value='花の見頃']");
        await author.TickAsync("[name=Critical][value=no]");
        foreach (var box in await author.At("[name=Confirmed]").AllAsync())
        {
            await box.CheckAsync();
        }

        await author.PressAsync("#submit");
        Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
        return author.Where;
    }
}
