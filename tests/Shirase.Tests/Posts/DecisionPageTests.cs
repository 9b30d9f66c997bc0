using System.Net;
using AngleSharp.Dom;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

public sealed class DecisionPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
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
    public async Task gx_12_1_2_Given_a_form_for_decision_When_the_head_opens_it_Then_everything_stands_there_and_two_presses_decide()
    {
        var id = await FiledAsync();
        using var head = await app.SignInAsync("negishi", Ct);

        await head.GetAsync($"/posts/{id}/decision", Ct);
        var page = await CaseApp.SeenAsync(head, Ct);
        Assert.StartsWith("【特殊詐欺に注意】", page.QuerySelector("#as-sent")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("確認 6/6", head.Page, StringComparison.Ordinal);
        Assert.Equal("a", page.QuerySelector("#approve")!.GetAttribute("data-key"));
        Assert.Contains("検討の指示", CaseApp.Words(page.QuerySelector("#confirm-approve")), StringComparison.Ordinal);
        await head.PostAsync($"/posts/{id}/decision?handler=approve", FieldsOf(page), Ct);

        Assert.Equal("", CaseApp.Words((await CaseApp.SeenAsync(head, Ct)).QuerySelector("#refused")));
        Assert.Equal($"/posts/{id}", head.Where);
        Assert.Equal("assignment", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task Given_no_JavaScript_When_a_button_is_pressed_Then_the_consequence_is_asked_with_what_was_typed()
    {
        var id = await FiledAsync();
        using var head = await app.SignInAsync("negishi", Ct);
        await head.GetAsync($"/posts/{id}/decision", Ct);

        await head.PostAsync($"/posts/{id}/decision?handler=ask", new() { ["Form.Verb"] = "return", ["Form.Opinion"] = "<b>日時</b>を確認" }, Ct);

        var page = await CaseApp.SeenAsync(head, Ct);
        Assert.Contains("起案者は直して再提出できます", CaseApp.Words(page.QuerySelector("#confirm")), StringComparison.Ordinal);
        Assert.Equal("<b>日時</b>を確認", page.QuerySelector("#Form-Opinion")!.TextContent.Trim());
        Assert.Equal(ApplicationState.InRoute, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task gx_12_3_2_Given_one_unanswered_line_When_the_officer_approves_Then_refused_and_the_line_is_highlighted()
    {
        var id = await AssignedAsync();
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync($"/posts/{id}/decision", Ct);
        var page = await CaseApp.SeenAsync(officer, Ct);
        Assert.Equal(13, page.QuerySelectorAll(".checklist input").Length);

        await officer.PostAsync($"/posts/{id}/decision?handler=approve", Ticked(page, "timing"), Ct);

        page = await CaseApp.SeenAsync(officer, Ct);
        Assert.Contains("点検項目に答えていません", CaseApp.Words(page.QuerySelector("#refused")), StringComparison.Ordinal);
        Assert.Equal("true", page.QuerySelector("#line-timing")!.GetAttribute("aria-invalid"));
        Assert.True(page.QuerySelector("#line-facts")!.HasAttribute("checked"));
        Assert.Null(page.QuerySelector("#line-facts")!.GetAttribute("aria-invalid"));
        Assert.Equal("examination", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_15_1_2_Given_the_line_on_law_unanswered_When_approved_Then_refused()
    {
        var id = await AssignedAsync();
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync($"/posts/{id}/decision", Ct);

        await officer.PostAsync($"/posts/{id}/decision?handler=approve", Ticked(await CaseApp.SeenAsync(officer, Ct), "law"), Ct);

        Assert.Equal("true", (await CaseApp.SeenAsync(officer, Ct)).QuerySelector("#line-law")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task gx_12_4_2_Given_an_empty_reason_When_the_officer_returns_it_Then_nothing_is_saved_and_with_code_and_text_it_is()
    {
        var id = await AssignedAsync();
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync($"/posts/{id}/decision", Ct);

        await officer.PostAsync($"/posts/{id}/decision?handler=return", new() { ["Form.ReasonCode"] = "secrecy", ["Form.Opinion"] = " " }, Ct);
        Assert.Contains("理由を書いてください", officer.Page, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.InRoute, (await Office.ReadAsync(id)).State);
        await officer.PostAsync($"/posts/{id}/decision?handler=return", new() { ["Form.ReasonCode"] = "secrecy", ["Form.Opinion"] = "場所が分かる" }, Ct);

        Assert.Equal(ApplicationState.Returned, (await Office.ReadAsync(id)).State);
        Assert.Contains(await Office.NoticesAsync("hoshino", id), n => n.Text.Contains("場所が分かる", StringComparison.Ordinal) && n.Text.Contains("保秘", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_somebody_who_wrote_the_text_When_he_could_decide_Then_he_reads_why_not()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync(), "shimizu");
        Office.Fine(await Office.SubmitAsync(id, "shimizu"));
        Office.Fine(await Office.CheckAsync(id));
        using var deputy = await app.SignInAsync("shimizu", Ct);

        await deputy.GetAsync($"/posts/{id}/decision", Ct);

        var page = await CaseApp.SeenAsync(deputy, Ct);
        Assert.Null(page.QuerySelector("#approve"));
        Assert.Contains("この文面を書いた、又は直したため決裁できません", CaseApp.Words(page.QuerySelector("#why-not")), StringComparison.Ordinal);
        await deputy.PostAsync($"/posts/{id}/decision?handler=approve", new() { ["Form.Opinion"] = "署長不在のため" }, Ct);
        Assert.Equal("unit-head", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_15_1_3_Given_somebody_outside_the_table_When_he_opens_or_decides_Then_refused_with_the_names_of_those_who_may()
    {
        var id = await FiledAsync();
        using var outsider = await app.SignInAsync("kobayashi", Ct);

        await outsider.GetAsync($"/posts/{id}/decision", Ct);
        await outsider.PostAsync($"/posts/{id}/decision?handler=approve", new() { ["Form.Opinion"] = "" }, Ct);

        var words = CaseApp.Words((await CaseApp.SeenAsync(outsider, Ct)).QuerySelector("#why-not"));
        Assert.Contains("根岸 正明", words, StringComparison.Ordinal);
        Assert.Contains("清水 健一", words, StringComparison.Ordinal);
        Assert.Equal("unit-head", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_15_1_3_Given_a_deputy_decided_When_the_head_opens_the_later_inspection_Then_he_settles_it()
    {
        var id = await FiledAsync();
        using var deputy = await app.SignInAsync("shimizu", Ct);
        await deputy.GetAsync($"/posts/{id}/decision", Ct);
        var fields = FieldsOf(await CaseApp.SeenAsync(deputy, Ct));
        await deputy.PostAsync($"/posts/{id}/decision?handler=approve", fields, Ct);
        Assert.Contains("代決の理由", CaseApp.Words((await CaseApp.SeenAsync(deputy, Ct)).QuerySelector("#refused")), StringComparison.Ordinal);
        await deputy.PostAsync($"/posts/{id}/decision?handler=approve", fields.Append(new("Form.Opinion", "署長出張のため")), Ct);
        using var head = await app.SignInAsync("negishi", Ct);

        await head.GetAsync($"/posts/{id}/settle", Ct);
        await head.PostAsync($"/posts/{id}/settle?handler=settle", new() { ["Decision"] = head.Hidden("Decision") }, Ct);

        Assert.Contains((await Office.ReadAsync(id)).Decisions, d => d.Verb == Verb.Approve && d.SettledAt is not null);
    }

    [Fact]
    public async Task Given_the_text_changed_after_it_was_shown_When_approved_Then_refused()
    {
        var id = await FiledAsync();
        using var head = await app.SignInAsync("negishi", Ct);
        await head.GetAsync($"/posts/{id}/decision", Ct);
        var shown = FieldsOf(await CaseApp.SeenAsync(head, Ct));
        Office.Fine(await Office.AskAsync<Shirase.Posts.Drafting, Refusal?>("tamura", (d, w) => d.RecallAsync(id, w, Ct)));
        Office.Fine(await Office.EditAsync(id, c => c with { Body = c.Body + "！" }));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));

        await head.PostAsync($"/posts/{id}/decision?handler=approve", shown, Ct);

        Assert.Contains("表示していた文面が、その後に変わりました", head.Page, StringComparison.Ordinal);
        Assert.Equal("unit-head", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task gx_3_2_b_2_Given_the_officer_proposes_wording_When_sent_Then_the_course_shows_the_difference()
    {
        var id = await AssignedAsync();
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync($"/posts/{id}/decision", Ct);

        await officer.PostAsync($"/posts/{id}/decision?handler=propose", new()
        {
            ["Wording.Subject"] = "特殊詐欺に御注意",
            ["Wording.Body"] = "市役所の職員が電話でATMの操作をお願いすることはありません。不審な電話は110番へ。",
            ["Wording.Why"] = "表記",
        }, Ct);

        await officer.GetAsync($"/posts/{id}/decision", Ct);
        var page = await CaseApp.SeenAsync(officer, Ct);
        Assert.Contains("御", page.QuerySelector("#course-list ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("回答を待っています", officer.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_16_Given_a_consultation_When_both_sides_confirm_Then_both_names_stand_there()
    {
        var id = await AssignedAsync();
        using var officer = await app.SignInAsync("kobayashi", Ct);
        using var author = await app.SignInAsync("tamura", Ct);
        await officer.GetAsync($"/posts/{id}/decision", Ct);
        await officer.PostAsync($"/posts/{id}/decision?handler=consult", new() { ["Consultation.Question"] = "動画を添えてよいか" }, Ct);
        var consultation = (await Office.ReadAsync(id)).Consultations[0].Id.ToString();

        foreach (var side in new[] { officer, author })
        {
            await side.GetAsync($"/posts/{id}/decision", Ct);
            await side.PostAsync($"/posts/{id}/decision?handler=agree", new() { ["Consultation.Id"] = consultation, ["Consultation.Outcome"] = "添えない" }, Ct);
        }

        var page = await CaseApp.SeenAsync(author, Ct);
        Assert.False((await Office.ReadAsync(id)).Consultations[0].IsOpen);
        Assert.Contains("小林 智子", CaseApp.Words(page.QuerySelector($"#consultation-{consultation}")), StringComparison.Ordinal);
        Assert.Contains("田村 由美", CaseApp.Words(page.QuerySelector($"#consultation-{consultation}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_13_3_2_Given_a_case_When_others_look_Then_a_draft_is_not_there_and_each_viewing_is_journaled()
    {
        var draft = await Office.BeginAsync(await Office.ContentAsync());
        var filed = await FiledAsync();
        using var officer = await app.SignInAsync("kobayashi", Ct);
        using var otherUnit = await app.SignInAsync("nakajima", Ct);
        using var otherBody = await app.SignInAsync("okayama-admin", Ct);

        foreach (var page in new[] { "", "/decision", "/versions", "/evidence", "/evidence.json", "/print", "/settle" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/posts/{draft}{page}", Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await otherUnit.GetAsync($"/posts/{filed}{page}", Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await otherBody.GetAsync($"/posts/{filed}{page}", Ct)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/posts/{filed}{page}", Ct)).StatusCode);
        }

        var entries = await app.Store.DbAsync(db => Task.FromResult(db.Journal.Where(j => j.Subject == $"application/{filed}" && j.Verb == "application.viewed").ToList()), Office.Body);
        Assert.Equal(6, entries.Count);
    }

    [Fact]
    public async Task gx_10_2_0_Given_an_urgent_case_at_night_When_a_PR_officer_records_the_call_Then_it_is_ready_and_the_decider_may_disown_it()
    {
        Office.Clock.SetJapan(2026, 6, 11, 22, 30);
        var id = await Office.BeginAsync(await Office.ContentAsync() with { Ground = "other-immediate", GroundReason = "行方不明の方の安全のため、翌朝の執務時間まで待てないから。" });
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        var decider = (await Office.WhoAsync("kobayashi")).Staff.ToString();
        using var publisher = await app.SignInAsync("takahashi", Ct);
        await publisher.GetAsync($"/posts/{id}/decision", Ct);
        Assert.Contains(decider, (await CaseApp.SeenAsync(publisher, Ct)).QuerySelectorAll("#Call-Decider option").Select(o => o.GetAttribute("value")));

        await publisher.PostAsync($"/posts/{id}/decision?handler=telephone", new()
        {
            ["Call.Decider"] = decider,
            ["Call.Day.Year"] = "令和８",
            ["Call.Day.Month"] = "６",
            ["Call.Day.Day"] = "11",
            ["Call.Time"] = "22:28",
            ["Call.Why"] = "電話で必要と認めた",
        }, Ct);
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync($"/posts/{id}/settle", Ct);
        var decision = officer.Hidden("Decision");
        await officer.PostAsync($"/posts/{id}/settle?handler=disown", new() { ["Decision"] = decision, ["Why"] = "" }, Ct);
        Assert.Equal(ApplicationState.ReadyToPublish, (await Office.ReadAsync(id)).State);
        await officer.PostAsync($"/posts/{id}/settle?handler=disown", new() { ["Decision"] = decision, ["Why"] = "認めていない" }, Ct);

        Assert.Equal((ApplicationState.InRoute, "examination"), ((await Office.ReadAsync(id)).State, (await Office.ReadAsync(id)).Step));
    }

    private async Task<PostApplicationId> FiledAsync()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        return id;
    }

    private async Task<PostApplicationId> AssignedAsync()
    {
        var id = await FiledAsync();
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await Office.AssignAsync(id));
        return id;
    }

    // What a browser would send with the form of the decision, with no word typed
    private static List<KeyValuePair<string, string>> FieldsOf(IDocument page) =>
        [.. page.QuerySelectorAll("#decide input[type=hidden][name^='Form.']").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))];

    private static IEnumerable<KeyValuePair<string, string>> Ticked(IDocument page, params string[] without) =>
        FieldsOf(page).Concat(page.QuerySelectorAll(".checklist input").Select(i => i.GetAttribute("value")!).Where(v => !without.Contains(v)).Select(v => KeyValuePair.Create("Form.Confirmed", v)));
}
