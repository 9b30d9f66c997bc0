using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Duties;
using Shirase.People;
using Shirase.TestKit.Posts;
using Shirase.Tests.Duties;
using Shirase.Tests.Posts;
using Shirase.Web.Access;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>What the people of 石川 read on their pages: the words, the lists and what stands in the journal.</summary>
public sealed class LinePageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private const string Slug = "ishikawa-police-sns";

    private readonly IshikawaOffice _office = new(app.Store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        app.Clock.SetJapan(2026, 6, 18, 9, 30);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task is_0_a_Given_the_document_When_its_page_is_opened_Then_number_day_issuer_and_addressees_stand_there_and_a_refusal_links_to_its_clause()
    {
        using var admin = await app.SignInAsync("ishikawa-admin", Ct);
        await admin.GetAsync($"/regulations/{Slug}", Ct);
        var words = CaseApp.Words(admin.Document().QuerySelector("main"));
        Assert.All(["石川県警察本部長", "総甲達第8号", "部課署長", "令和元年11月1日"], w => Assert.Contains(w, words, StringComparison.Ordinal));

        using var author = await app.SignInAsync("kinoshita", Ct);
        await author.GetAsync("/posts/new", Ct);
        await author.PostAsync("/posts/new?handler=submit", author.Fields(("Subject", "見本"), ("Body", "@taro_kaga ご質問の件です。")), Ct);
        var link = author.Document().QuerySelector("a.clause[href*='is-3-5-b']");
        Assert.NotNull(link);
        Assert.Equal(HttpStatusCode.OK, (await author.GetAsync(link.GetAttribute("href")!, Ct)).StatusCode);
    }

    [Fact]
    public async Task is_2_1_b_Given_somebody_who_is_not_designated_When_he_calls_the_act_directly_Then_refused_nothing_leaves_and_the_attempt_is_on_record()
    {
        var id = await ReadyAsync("指定のない職員の件です。");
        using var author = await app.SignInAsync("kinoshita", Ct);
        await author.GetAsync("/", Ct);

        var answer = await author.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(await _office.DeliveriesAsync(id));
        Assert.Contains(await AttemptsAsync("kinoshita"), d => d.Contains("POST /desk?publish", StringComparison.Ordinal) && d.Contains("is-2-1-b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_2_3_Given_a_sender_at_another_device_When_he_opens_the_desk_and_calls_the_act_Then_no_button_a_sentence_and_the_attempt_on_record()
    {
        var id = await ReadyAsync("端末の件です。反射材を着けましょう。");
        using var home = await app.SignInAsync("nakamura", IPAddress.Parse("127.0.0.2"), Ct);
        await home.GetAsync("/desk", Ct);
        Assert.Null(home.Document().GetElementById($"publish-{id}"));
        Assert.Contains("所属に設置された端末から操作してください", home.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("一時許可", CaseApp.Words(home.Document().GetElementById($"ready-{id}")), StringComparison.Ordinal);

        await home.PostAsync("/desk?handler=publish", new() { ["id"] = id.ToString(), ["confirmed"] = "yes" }, Ct);

        Assert.Contains("登録された端末ではありません", CaseApp.Words(home.Document().GetElementById("refused")), StringComparison.Ordinal);
        Assert.Empty(await _office.DeliveriesAsync(id));
        Assert.Contains(await AttemptsAsync("nakamura"), d => d.Contains($"{id} terminal", StringComparison.Ordinal) && d.Contains("is-2-3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_2_4_e_Given_the_form_of_designations_When_the_head_opens_it_Then_who_is_too_low_is_not_offered_and_an_equivalent_post_is_shown_as_what_it_counts()
    {
        using var head = await app.SignInAsync("nishida", Ct);
        await head.GetAsync("/designations", Ct);
        var offered = head.Document().QuerySelectorAll("#staff-designated-approver option").Select(o => o.TextContent).ToList();
        Assert.DoesNotContain(offered, o => o.Contains("木下", StringComparison.Ordinal));
        Assert.Contains("警部以上（同相当職を含む）に限ります", CaseApp.Words(head.Document().QuerySelector("main")), StringComparison.Ordinal);

        var staff = (await _office.WhoAsync("kinoshita")).Staff;
        var (post, rank) = await app.Store.DbAsync(db => db.Postings.Where(p => p.Staff == staff).Select(p => new ValueTuple<string, Core.People.Rank>(p.Post, p.Rank)).SingleAsync(Ct), IshikawaOffice.Body);
        await PostedAsync("課長補佐（一般職員）", Core.People.Rank.None);
        await head.GetAsync("/designations", Ct);
        offered = [.. head.Document().QuerySelectorAll("#staff-designated-approver option").Select(o => o.TextContent)];
        await PostedAsync(post, rank);

        Assert.Contains(offered, o => o.Contains("木下", StringComparison.Ordinal) && o.Contains("課長補佐（一般職員）", StringComparison.Ordinal) && o.Contains("警部", StringComparison.Ordinal));

        Task<int> PostedAsync(string named, Core.People.Rank of) => app.Store.DbAsync(
            db => db.Postings.Where(p => p.Staff == staff).ExecuteUpdateAsync(p => p.SetProperty(x => x.Post, named).SetProperty(x => x.Rank, of), Ct), IshikawaOffice.Body);
    }

    [Fact]
    public async Task is_2_4_b_Given_the_head_approved_his_own_draft_When_the_months_list_is_read_Then_it_is_marked_there_with_his_reason()
    {
        var id = await _office.BeginAsync(await _office.ContentAsync("所属長が自ら起案しました。"), "nishida");
        TestKit.Posts.Office.Fine(await _office.SubmitAsync(id, "nishida"));
        TestKit.Posts.Office.Fine(await _office.ApproveAsync(id, opinion: "他の職員が不在のため"));

        using var head = await app.SignInAsync("nishida", Ct);
        await head.GetAsync($"/compliance/{Slug}?State=Exception", Ct);

        var words = CaseApp.Words(head.Document().QuerySelector("main"));
        Assert.All(["起案者と承認者が同一", "他の職員が不在のため", (await _office.ReadAsync(id)).Number], w => Assert.Contains(w, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_2_5_a_Given_a_night_post_When_the_head_opens_the_months_list_Then_reason_consulted_units_approver_sender_and_terminal_stand_there()
    {
        app.Clock.SetJapan(2026, 2, 7, 22, 10);
        var content = await _office.ContentAsync("【注意】東山付近で不審な男が逃走しています。戸締まりをしてください。") with
        {
            Subject = "逃走事案の注意喚起",
            ContentClass = "nearby-crime",
            DesiredAt = new DateTimeOffset(2026, 2, 7, 22, 40, 0, JapanTime.Offset),
            Ground = "urgent-information",
            GroundReason = "被疑者が逃走中であり直ちに注意を呼び掛けるため",
            CaseInformation = "yes",
            RelatedUnits = [await _office.UnitAsync("investigation-1")],
        };
        var id = await _office.BeginAsync(content);
        TestKit.Posts.Office.Fine(await _office.SubmitAsync(id));
        TestKit.Posts.Office.Fine(await _office.AnswerAsync(id, "ishikawa-mori", "investigation-1"));
        TestKit.Posts.Office.Fine(await _office.ApproveAsync(id, "higashi"));
        TestKit.Posts.Office.Fine(await _office.PublishAsync(id, "yamamoto"));
        await app.Office.RunJobsAsync();

        using var head = await app.SignInAsync("nishida", Ct);
        await head.GetAsync("/out-of-hours", Ct);
        var row = CaseApp.Words(head.Document().GetElementById($"case-{id}"));
        string[] shown = ["被疑者が逃走中であり", "捜査第一課", "東 明", "山本 彩", "交通企画課 PC-014"];
        Assert.All(shown, w => Assert.Contains(w, row, StringComparison.Ordinal));

        var csv = Encoding.UTF8.GetString(await head.Client.GetByteArrayAsync(head.Document().GetElementById("csv")!.GetAttribute("href"), Ct));
        var line = Assert.Single(csv.Split("\r\n"), l => l.Contains("逃走事案", StringComparison.Ordinal));
        Assert.All(shown, w => Assert.Contains(w, line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task is_3_11_b_Given_a_new_notice_entered_for_all_accounts_When_saved_Then_the_head_has_one_task_and_the_account_shows_it_as_open_and_the_list_tells_who_did_it()
    {
        await SecondAccountAsync("ishikawa_seian");
        using var head = await app.SignInAsync("nishida", Ct);
        await head.GetAsync("/duties", Ct);
        var all = head.Document().QuerySelector("#subject-security-notice option")!;
        Assert.Contains("すべて", all.TextContent, StringComparison.Ordinal);

        await head.PostAsync("/duties?handler=open", new() { ["regulation"] = Slug, ["rule"] = "security-notice", ["subject"] = all.GetAttribute("value"), ["why"] = "例規第7号" }, Ct);

        Assert.Contains("期限を登録し、担当に知らせました。", head.Page, StringComparison.Ordinal);
        var duties = await app.Store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == "security-notice" && d.Why == "例規第7号").ToListAsync(Ct), IshikawaOffice.Body);
        // Other tests enter accounts too
        Assert.Equal(await app.Store.DbAsync(db => db.Accounts.CountAsync(a => a.Body == IshikawaOffice.Body && a.Regulation == Slug, Ct), IshikawaOffice.Body), duties.Count);
        var account = await _office.AccountAsync();
        var duty = Assert.Single(duties, d => d.Account == new AccountId(account));
        await head.GetAsync($"/accounts/{account}", Ct);
        Assert.NotNull(head.Document().QuerySelector($"a[href='/duties#duty-{duty.Id}']"));

        await head.GetAsync("/duties", Ct);
        await head.PostAsync("/duties?handler=close", new() { ["id"] = duty.Id.ToString(), ["outcome"] = "措置済み", ["evidence"] = "例規第7号" }, Ct);
        await head.GetAsync($"/accounts/{account}", Ct);
        Assert.Null(head.Document().QuerySelector($"a[href='/duties#duty-{duty.Id}']"));
    }

    [Fact]
    public async Task is_0_b_Given_the_paperwork_of_a_new_account_When_done_or_late_Then_the_public_relations_office_sees_it_in_red_and_the_csv_names_who_did_it_and_when()
    {
        await LookAsync();
        var late = await SecondAccountAsync("ishikawa_chiiki");
        var done = await SecondAccountAsync("ishikawa_suishin");
        await LookAsync();
        var duties = await app.Store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == "paperwork").ToListAsync(Ct), IshikawaOffice.Body);
        TestKit.Posts.Office.Fine(await _office.AskAsync<KeepDuties, Refusal?>("nishida", (k, w) => k.CloseAsync(w, duties.Single(d => d.Account == done).Id, "済ませた。", "石警発第1号", Ct)));
        app.Clock.SetJapan(2026, 6, 25);
        await LookAsync();

        using var office = await app.SignInAsync("okada", Ct);
        await office.GetAsync("/duties?show=all", Ct);
        var rows = office.Document().QuerySelectorAll("tbody tr").ToList();
        Assert.Contains(rows, r => r.TextContent.Contains("ishikawa_chiiki", StringComparison.Ordinal) && r.TextContent.Contains("期限超過", StringComparison.Ordinal));
        var csv = Encoding.UTF8.GetString(await office.Client.GetByteArrayAsync(office.Document().GetElementById("csv")!.GetAttribute("href"), Ct));
        var line = Assert.Single(csv.Split("\r\n"), l => l.Contains("ishikawa_suishin", StringComparison.Ordinal) && l.Contains("石警発第1号", StringComparison.Ordinal));
        Assert.Contains("2026-06-18 09:30", line, StringComparison.Ordinal);
        Assert.Contains("西田 正人", line, StringComparison.Ordinal);
        Assert.Contains(duties, d => d.Account == late);
    }

    [Fact]
    public async Task is_3_5_a_Given_the_console_of_a_sender_When_opened_Then_there_is_no_reply_like_follow_or_message_and_no_address_for_one()
    {
        using var sender = await app.SignInAsync("nakamura", Ct);
        foreach (var page in new[] { "/", "/desk", "/outgoing" })
        {
            await sender.GetAsync(page, Ct);
            var acts = sender.Document().QuerySelectorAll("main form, main a.button, main button").Select(e => $"{e.GetAttribute("action")} {e.TextContent}").ToList();
            Assert.DoesNotContain(acts, a => a.Contains("返信", StringComparison.Ordinal) || a.Contains("いいね", StringComparison.Ordinal) || a.Contains("フォロー", StringComparison.Ordinal) || a.Contains("メッセージ", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(AccessTable.Rows, r => new[] { "reply", "like", "follow", "message" }.Any(w => r.Endpoint.Split('?', '/', ' ').Contains(w)));
        Assert.Equal(HttpStatusCode.Forbidden, (await sender.PostAsync("/desk?handler=reply", new() { ["id"] = Guid.NewGuid().ToString() }, Ct)).StatusCode);
    }

    private async Task<PostApplicationId> ReadyAsync(string body) => await _office.ReadyAsync(await _office.ContentAsync(body));

    private Task<List<string>> AttemptsAsync(string login) => app.Store.DbAsync(
        async db =>
        {
            var staff = (await db.Staff.SingleAsync(s => s.LoginName == login, Ct)).Id;
            return await db.Journal.AsNoTracking().Where(j => j.Verb == "access.refused" && j.Actor == staff).Select(j => j.Detail).ToListAsync(Ct);
        },
        IshikawaOffice.Body);

    private async Task<AccountId> SecondAccountAsync(string handle)
    {
        var owner = new UnitId(await _office.UnitAsync("traffic-planning"));
        var admin = await _office.WhoAsync("ishikawa-admin");
        var entered = await app.Store.AskAsync<RegisterAccount, Entered<AccountId>>(
            r => r.RunAsync(new(IshikawaOffice.Body, admin.Staff, app.Clock.Now), new(Slug, "drill", handle, handle, owner, new DateOnly(2026, 6, 18)), Ct), IshikawaOffice.Body);
        Assert.Null(entered.Refusal);
        return entered.Id!.Value;
    }

    private Task LookAsync() => DutyIntents.LookAsync(app.Store, IshikawaOffice.Body);
}
