using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>投稿申請書 on paper: every entry of the annexed form.</summary>
public sealed class PaperEntriesTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
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
    public async Task gx_12_1_1_Given_a_completed_form_When_its_document_is_produced_Then_title_addressee_number_and_every_entry_stand_on_it()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync() with { Url = "https://www.police.pref.gunma.jp/" });
        Office.Fine(await Office.SubmitAsync(id));
        var application = await Office.ReadAsync(id);

        var page = await PrintedAsync(id);

        Assert.Equal("群馬県警察Ｘ（エックス）投稿申請書", CaseApp.Words(page.QuerySelector("h1")));
        var words = CaseApp.Words(page.QuerySelector("#paper"));
        Assert.All(
            [
                application.Number, "特殊詐欺に注意", "https://www.police.pref.gunma.jp/", "6月18日（木）10:00", "県警の活動", "特殊詐欺の予防", "2211", "投稿（通常",
                "7日前（原則 7日前まで）",
            ],
            entry => Assert.Contains(entry, words, StringComparison.Ordinal));
        var grid = string.Concat(page.QuerySelectorAll(".grid td").Select(c => c.TextContent));
        Assert.Equal("【特殊詐欺に注意】↵市役所の職員が電話でATMの操作をお願いすることはありません。不審な電話は110番へ。↵https://www.police.pref.gunma.jp/", grid);
    }

    [Fact]
    public async Task gx_f_1_Given_a_division_of_another_name_When_the_form_is_written_and_printed_Then_both_are_addressed_to_its_head()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        await RenameAsync("県民広報課");
        try
        {
            Assert.Equal("県民広報課長（運用管理者） 殿", CaseApp.Words((await PrintedAsync(id)).QuerySelector(".paper__to")));
            using var author = await app.SignInAsync("tamura", Ct);
            await author.GetAsync("/posts/new", Ct);
            Assert.Contains("県民広報課長（運用管理者）", CaseApp.Words(author.Document().QuerySelector("main")), StringComparison.Ordinal);
        }
        finally
        {
            await RenameAsync("広報広聴課");
        }

        Task<int> RenameAsync(string name) => app.Store.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE units SET name = {name} WHERE code = 'pr-division'", Ct));
    }

    [Fact]
    public async Task gx_f_1_Given_the_printed_form_When_read_Then_its_head_names_addressee_number_day_section_author_and_extension()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));

        var page = await PrintedAsync(id);

        Assert.Equal("広報広聴課長（運用管理者） 殿", CaseApp.Words(page.QuerySelector(".paper__to")));
        var numbers = CaseApp.Words(page.QuerySelector(".paper__numbers"));
        Assert.Contains((await Office.ReadAsync(id)).Number, numbers, StringComparison.Ordinal);
        Assert.Contains("令和8年", numbers, StringComparison.Ordinal);
        Assert.Contains("6月11日", numbers, StringComparison.Ordinal);
        var head = CaseApp.Words(page.QuerySelector(".paper__table"));
        Assert.Contains("申請所属前橋警察署", head, StringComparison.Ordinal);
        Assert.Contains("田村 由美", head, StringComparison.Ordinal);
        Assert.Contains("2211", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_2_Given_the_printed_form_When_read_Then_each_count_the_sum_the_limit_and_the_images_words_and_rights_stand_there()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync(new string('あ', 60)) with
        {
            Url = "https://www.police.pref.gunma.jp/",
            Media = [new(Guid.NewGuid(), "ab12ab12ab12ab12ab12", "image/png", "注意を呼びかけるポスター", "広報広聴課作成", "群馬県警察", "own-work")],
        });

        var page = await PrintedAsync(id);

        Assert.Equal("（見出し 9 ＋ 本文 60 ＋ URL 33 ＋ 改行） 合計 104／140 X換算 163／280", CaseApp.Words(page.QuerySelector(".paper__counts")));
        var media = CaseApp.Words(page.QuerySelector(".paper__media"));
        Assert.Contains("注意を呼びかけるポスター", media, StringComparison.Ordinal);
        Assert.Contains("群馬県警察", media, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_3_Given_short_notice_or_a_ground_When_printed_Then_both_results_and_their_reasons_stand_there()
    {
        Office.Clock.SetJapan(2026, 6, 12, 0, 10);
        var shortly = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(shortly, shortNoticeReason: "市から依頼が届いたのが昨日であるため"));
        Office.Clock.SetJapan(2026, 6, 12, 22, 15);
        var urgent = await Office.UrgentFiledAsync();

        var notice = CaseApp.Words((await PrintedAsync(shortly)).QuerySelector("#paper-when"));
        var ground = CaseApp.Words((await PrintedAsync(urgent)).QuerySelector("#paper-when"));

        Assert.Contains("6日前（原則 7日前まで）", notice, StringComparison.Ordinal);
        Assert.Contains("市から依頼が届いたのが昨日であるため", notice, StringComparison.Ordinal);
        Assert.DoesNotContain("根拠", notice, StringComparison.Ordinal);
        Assert.Contains("緊急のため適用しない", ground, StringComparison.Ordinal);
        Assert.Contains("重要凶悪事件", ground, StringComparison.Ordinal);
        Assert.Contains("コンビニエンスストアの強盗", ground, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_4_Given_a_deputy_decided_When_printed_Then_the_box_marks_it_and_after_the_inspection_that_too()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "shimizu", "署長が出張のため"));
        Assert.EndsWith("清水 健一 6月11日（木）10:00 代", await HeadBoxAsync(id), StringComparison.Ordinal);

        Office.Fine(await Office.SettleAsync(id, "negishi"));

        Assert.EndsWith("代・後", await HeadBoxAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_5_Given_a_repost_of_a_registered_body_When_printed_Then_address_author_class_text_and_reason_stand_there_and_no_count()
    {
        var content = await Office.RepostAsync(SamplePartners.CityPost);
        var id = await Office.BeginAsync(content);

        var page = await PrintedAsync(id);

        var words = CaseApp.Words(page.QuerySelector("#paper-repost"));
        Assert.All(
            [content.Repost!.Address, "@" + SamplePartners.City, "前橋市（見本）（地方公共団体）", "【防災訓練のお知らせ】", "訓練のサイレンを事件と思った通報が増えるため"],
            entry => Assert.Contains(entry, words, StringComparison.Ordinal));
        Assert.Null(page.QuerySelector("#paper-text"));
        Assert.Null(page.QuerySelector("#paper-total"));
    }

    [Fact]
    public async Task gx_f_7_Given_a_posted_and_later_deleted_item_When_its_document_is_opened_Then_receipt_decision_publication_and_deletion_stand_on_it_with_names_and_times()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2026, 6, 18, 10, 5);
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Office.Clock.SetJapan(2026, 6, 18, 19, 32);
        Office.Fine(await Office.RemoveAsync(id, "mori", "電話番号の誤り"));
        await Office.RunJobsAsync();
        var delivery = await Office.DeliveryAsync(id);

        var page = await PrintedAsync(id);

        var rows = page.QuerySelectorAll("#paper-process tr").Select(CaseApp.Words).ToList();
        Assert.Contains(rows, r => r.Contains("受付", StringComparison.Ordinal) && r.Contains("6月11日（木）10:00", StringComparison.Ordinal) && r.Contains("星野", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("検討結果 適当 承認 ／ 小林 智子 6月11日（木）10:00", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("高橋", StringComparison.Ordinal) && r.Contains(Office.Terminal, StringComparison.Ordinal) && r.Contains("6月18日（木）10:05", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains(delivery.Address, StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("削除 森", StringComparison.Ordinal) && r.Contains("電話番号の誤り", StringComparison.Ordinal) && r.Contains("6月18日（木）19:32", StringComparison.Ordinal));
        Assert.Contains($"SHA-256 {(await Office.ReadAsync(id)).Current.Hash[..16]}", CaseApp.Words(page.QuerySelector(".paper__foot")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_7_Given_a_rejected_item_When_its_document_is_opened_Then_result_and_reason_stand_on_it()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.RejectAsync(id, "kobayashi", "捜査の場所が分かるため", "secrecy"));

        var rows = (await PrintedAsync(id)).QuerySelectorAll("#paper-process tr").Select(CaseApp.Words);

        Assert.Contains(rows, r => r.StartsWith("検討結果 不適当 却下 ／ 小林 智子", StringComparison.Ordinal) && r.EndsWith("保秘 捜査の場所が分かるため", StringComparison.Ordinal));
    }

    private async Task<string> HeadBoxAsync(PostApplicationId id) => CaseApp.Words((await PrintedAsync(id)).QuerySelector("#paper-seals td:nth-child(2)"));

    private async Task<IDocument> PrintedAsync(PostApplicationId id)
    {
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync($"/posts/{id}/print", Ct);
        return await CaseApp.SeenAsync(author, Ct);
    }
}
