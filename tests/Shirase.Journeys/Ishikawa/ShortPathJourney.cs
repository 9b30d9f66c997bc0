using Shirase.Journeys.Browsing;
using Shirase.Journeys.Posts;
using Xunit;

namespace Shirase.Journeys.Ishikawa;

/// <summary>S3 of 石川: the short path, spoiled by one sentence. Wednesday 8 April 2026, 10:00.</summary>
public sealed class ShortPathJourney(JourneyApp app, Chromium chromium) : Journey(app, chromium), IAsyncLifetime
{
    private const string Filled = "【交通死亡事故の発生】4月7日、金沢市香林坊で交通死亡事故が発生しました。夕暮れ時は早めにライトを点灯し、横断歩道では歩行者を優先してください。";

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        App.Clock.SetJapan(2026, 4, 8);
    }

    [Fact]
    public async Task S3_Ishikawa_Given_a_form_with_date_and_place_filled_in_When_filed_Then_the_inspector_approves_and_the_head_is_not_asked()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "nakamura"))
        {
            address = await FileAsync(author, Filled);
        }

        await using (var acting = await Walker.SignInAsync(Browser, App, "kinoshita"))
        {
            await acting.OpenAsync(address + "/decision");
            Assert.False(await acting.HasAsync("#approve"));
        }

        await using (var inspector = await Walker.SignInAsync(Browser, App, "taniguchi"))
        {
            Assert.True(await inspector.HasAsync($"a[href='{address}/decision']"), await inspector.ReadAsync());
            await inspector.ExamineAsync(address);
        }

        await using var sender = await Walker.SignInAsync(Browser, App, "nakamura");
        await sender.OpenAsync("/desk");
        await sender.PublishAsync(address);
        await sender.OpenAsync(address);
        Assert.Contains("指定された承認者の承認", await sender.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3_Ishikawa_Given_one_sentence_more_When_filed_Then_it_is_highlighted_the_case_is_asked_for_and_the_head_decides()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "nakamura"))
        {
            await TypeInAsync(author, Filled + "被疑者は逃走中です。");
            await author.PressAsync("#submit");

            // The words that close the path stand there, and the answer about the case is asked for
            Assert.Contains("定型の文にない言葉があります", await author.ReadAsync(), StringComparison.Ordinal);
            Assert.Contains("「被疑者」があります", await author.ReadAsync("#missing"), StringComparison.Ordinal);
            await author.TickAsync("#CaseInformation-1");
            await author.PressAsync("#submit");
            Assert.Contains("関係所属が必要です", await author.ReadAsync("#missing"), StringComparison.Ordinal);
            await author.TickAsync($"#{await author.At("label:has-text('捜査第一課')").First.GetAttributeAsync("for")}");
            await author.PressAsync("#submit");
            Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
            address = author.Where;
            Assert.Contains("運用所属長の承認に回します", await author.ReadAsync(), StringComparison.Ordinal);
        }

        await using (var inspector = await Walker.SignInAsync(Browser, App, "taniguchi"))
        {
            Assert.False(await inspector.HasAsync($"a[href='{address}/decision']"));
            await inspector.OpenAsync(address + "/decision");
            Assert.False(await inspector.HasAsync("#approve"));
        }

        await using (var head = await Walker.SignInAsync(Browser, App, "nishida"))
        {
            await head.ExamineAsync(address);
        }

        await using (var author = await Walker.SignInAsync(Browser, App, "nakamura"))
        {
            await author.OpenAsync(address);
            await author.PressAsync("#recall");
            await author.OpenAsync(address + "/edit");
            await author.TypeAsync("#Body", Filled.Replace("4月7日", "4月6日", StringComparison.Ordinal) + "被疑者は逃走中です。");
            await author.PressAsync("#submit");
            Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
            await author.OpenAsync("/desk");
            Assert.False(await author.HasAsync($"#ready-{address.Split('/')[^1]}"));
        }

        await using var again = await Walker.SignInAsync(Browser, App, "nishida");
        Assert.True(await again.HasAsync($"a[href='{address}/decision']"), await again.ReadAsync());
    }

    [Fact]
    public async Task S3_Ishikawa_Given_an_approver_who_was_demoted_in_the_personnel_file_When_a_form_is_filed_Then_neither_he_nor_an_assistant_inspector_is_offered_the_decision()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "nakamura"))
        {
            address = await FileAsync(author, Filled);
        }

        await using (var personnel = await Walker.SignInAsync(Browser, App, "ishikawa-admin"))
        {
            await personnel.OpenAsync("/people");
            await personnel.PressAsync("a:has-text('谷口 隆志')");
            await personnel.OpenUpAsync("summary:has-text('異動')");
            await personnel.ChooseAsync("#Posting-Unit", (await personnel.At("#Posting-Unit option:has-text('交通企画課')").GetAttributeAsync("value"))!);
            await personnel.TypeAsync("#Posting-Post", "係長");
            await personnel.ChooseAsync("#Posting-Rank", (await personnel.At("#Posting-Rank option:has-text('警部補')").GetAttributeAsync("value"))!);
            await personnel.TypeDayAsync("Posting-From", 4, 9);
            await personnel.PressAsync("form[action$='handler=Transfer'] button[type=submit]");
            Assert.Contains("警部補", await personnel.ReadAsync(), StringComparison.Ordinal);
        }

        App.Clock.SetJapan(2026, 4, 9);
        foreach (var login in new[] { "taniguchi", "kinoshita" })
        {
            await using var inspector = await Walker.SignInAsync(Browser, App, login);
            Assert.False(await inspector.HasAsync($"a[href='{address}/decision']"), login);
            await inspector.OpenAsync(address + "/decision");
            Assert.False(await inspector.HasAsync("#approve"), login);
        }
    }

    [Fact]
    public async Task S3_Ishikawa_Given_ten_past_five_When_the_post_is_sent_Then_a_reason_is_demanded_and_kept()
    {
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "nakamura"))
        {
            address = await FileAsync(author, Filled);
        }

        await using (var inspector = await Walker.SignInAsync(Browser, App, "taniguchi"))
        {
            await inspector.ExamineAsync(address);
        }

        App.Clock.SetJapan(2026, 4, 8, 17, 10);
        await using var sender = await Walker.SignInAsync(Browser, App, "nakamura");
        await sender.OpenAsync("/desk");
        await sender.PublishAsync(address);
        Assert.Contains("is-t-1-4", await sender.At("#refused").First.InnerHTMLAsync(), StringComparison.Ordinal);

        await sender.TypeAsync($"#why-now-{Paths.Id(address)}", "帰宅の時間帯の前に知らせるため");
        await sender.PublishAsync(address);
        Assert.False(await sender.HasAsync("#refused"), await sender.ReadAsync());
        await sender.OpenAsync(address);
        Assert.Contains("帰宅の時間帯の前に知らせるため", await sender.ReadAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> FileAsync(Walker author, string body)
    {
        await TypeInAsync(author, body);
        await author.PressAsync("#submit");
        Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
        return author.Where;
    }

    private static async Task TypeInAsync(Walker author, string body)
    {
        await author.OpenAsync("/posts/new");
        await author.TickAsync("#Ground-1");
        await author.TickAsync("#ContentClass-1");
        await author.TickAsync("#CaseInformation");
        await author.TickAsync("#Confirmed");
        await author.TickAsync("#Confirmed-1");
        await author.ChooseAsync("#StandardForm", (await author.At("#StandardForm option:has-text('死亡事故注意喚起')").GetAttributeAsync("value"))!);
        await author.TypeAsync("#Subject", "死亡事故注意喚起");
        await author.TypeAsync("#Body", body);
        await author.TypeDayAsync("DesiredDate", 4, 8);
        await author.TypeAsync("#DesiredTime", "11:00");
    }
}
