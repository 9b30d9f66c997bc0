using Shirase.Journeys.Browsing;
using Shirase.Journeys.Posts;
using Xunit;

namespace Shirase.Journeys.Okayama;

/// <summary>
/// S7 of 岡山: a new account from the register to the last open point. The comparison of risks before it (ok-3-a) and the account on X itself need the
/// opening of accounts and credentials and are not walked; the practice timeline stands in.
/// </summary>
public sealed class NewAccountJourney(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    [Fact]
    public async Task S7_Okayama_Given_an_account_whose_terms_are_not_live_and_whose_report_is_open_When_a_post_is_ordered_Then_exactly_these_two_stop_it_until_they_are_done()
    {
        string policy;
        await using (var admin = await Walker.SignInAsync(Browser, App, "okayama-admin"))
        {
            await admin.OpenAsync("/accounts");
            await admin.TypeAsync("#Form-Handle", "okayama_kanko_x");
            await admin.TypeAsync("#Form-DisplayName", "岡山県観光課X");
            await admin.ChooseAsync("#Form-Channel", "drill");
            await admin.ChooseAsync("#Form-Regulation", "okayama-social-media");
            await admin.ChooseAsync("#Form-Owner", (await admin.At("#Form-Owner option:has-text('観光課')").First.GetAttributeAsync("value"))!);
            await admin.PressAsync("form[action='/accounts'] button[type=submit]");
            Assert.False(await admin.HasAsync("#refused"), await admin.ReadAsync());
            if (!admin.Where.StartsWith("/accounts/", StringComparison.Ordinal))
            {
                await admin.PressAsync("a:has-text('@okayama_kanko_x')");
            }

            policy = (await admin.At("#to-published-policy").GetAttributeAsync("href"))!;
        }

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
