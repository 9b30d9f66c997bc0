using System.Text.Json;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

public sealed class CasePaperTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
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
    public async Task gx_f_4_Given_an_undecided_form_When_printed_Then_the_box_reads_undecided_and_after_the_decision_name_post_and_time()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync($"/posts/{id}/print", Ct);
        Assert.Equal("未決裁", CaseApp.Words((await CaseApp.SeenAsync(author, Ct)).QuerySelector("#paper-seals td:nth-child(2)")));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        await author.GetAsync($"/posts/{id}/print", Ct);

        var box = CaseApp.Words((await CaseApp.SeenAsync(author, Ct)).QuerySelector("#paper-seals td:nth-child(2)"));
        Assert.DoesNotContain("未決裁", box, StringComparison.Ordinal);
        Assert.Contains("署長", box, StringComparison.Ordinal);
        Assert.Contains("根岸 正明", box, StringComparison.Ordinal);
        Assert.Contains("6月11日（木）10:00", box, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_2_Given_the_printed_form_When_read_Then_composed_text_stands_in_the_grid_with_its_counts()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync($"/posts/{id}/print", Ct);

        var page = await CaseApp.SeenAsync(author, Ct);
        var cells = page.QuerySelectorAll(".grid td");
        Assert.Equal(140, cells.Length);
        Assert.Equal("【特殊詐欺に注意】↵市役所", string.Concat(cells.Take(13).Select(c => c.TextContent)));
        var filled = cells.Count(c => c.TextContent.Length > 0);
        Assert.Equal($"合計 {filled}／140", CaseApp.Words(page.QuerySelector("#paper-total")));
        Assert.Equal("群馬県警察Ｘ（エックス）投稿申請書", CaseApp.Words(page.QuerySelector("h1")));
        Assert.Null(page.QuerySelector("#paper-repost"));
    }

    [Fact]
    public async Task gx_f_5_Given_a_repost_When_printed_Then_the_repost_part_stands_there_and_text_and_count_do_not()
    {
        var content = await Office.ContentAsync() with
        {
            Kind = PostKind.Repost,
            Necessity = "県民に広く知らせる必要があるため",
            Repost = new("https://x.com/JMA_kishou/status/1", "JMA_kishou", null, new DateTimeOffset(2026, 6, 11, 9, 0, 0, JapanTime.Offset), "大雨に関する情報<script>", true),
        };
        var id = await Office.BeginAsync(content);
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync($"/posts/{id}/print", Ct);

        var page = await CaseApp.SeenAsync(author, Ct);
        Assert.Null(page.QuerySelector(".grid"));
        var words = CaseApp.Words(page.QuerySelector("#paper-repost"));
        Assert.Contains("https://x.com/JMA_kishou/status/1", words, StringComparison.Ordinal);
        Assert.Contains("大雨に関する情報<script>", words, StringComparison.Ordinal);
        Assert.Contains("県民に広く知らせる必要があるため", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_6_Given_boxes_ticked_When_printed_Then_who_ticked_what_and_when()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync($"/posts/{id}/print", Ct);

        var rows = (await CaseApp.SeenAsync(author, Ct)).QuerySelectorAll("#paper-confirmations tr").Select(CaseApp.Words).ToList();
        Assert.Equal(6, rows.Count);
        Assert.Contains("田村 由美 6月11日（木）10:00", rows[0], StringComparison.Ordinal);
        Assert.Contains("未確認", rows[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_published_case_When_the_evidence_is_read_as_JSON_Then_each_clause_line_names_how_it_was_kept()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        using var auditor = await app.SignInAsync("yanagida", Ct);

        var answer = await auditor.GetAsync($"/posts/{id}/evidence.json", Ct);

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(auditor.Page);
        var root = json.RootElement;
        Assert.Equal("shirase-evidence-1", root.GetProperty("format").GetString());
        var lines = root.GetProperty("lines").EnumerateArray().ToList();
        var kept = lines.ToLookup(l => l.GetProperty("clause").GetString(), l => l.GetProperty("means").GetString());
        Assert.Contains("check", kept["gx-13-2-1"]);
        Assert.Contains("person", kept["gx-12-1-2"]);
        Assert.Contains("gate", kept["gx-11-2"]);
        Assert.All(lines, l => Assert.True(l.GetProperty("kept").GetBoolean(), $"{l.GetProperty("clause")} {l.GetProperty("how")}"));
        Assert.All(lines, l => Assert.NotEqual("", l.GetProperty("gist").GetProperty("ja").GetString()));
        Assert.Equal("根岸 正明", lines.First(l => l.GetProperty("clause").GetString() == "gx-12-1-2" && l.GetProperty("means").GetString() == "person").GetProperty("by").GetProperty("name").GetProperty("ja").GetString());
        Assert.All(root.GetProperty("journal").EnumerateArray(), j => Assert.True(j.GetProperty("isIntact").GetBoolean()));
        Assert.Equal((await Office.ReadAsync(id)).Current.Hash, root.GetProperty("contentHash").GetString());
    }

    [Fact]
    public async Task Given_a_published_case_When_opened_Then_address_terminal_and_read_back_stand_there()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        var delivery = await Office.DeliveryAsync(id);
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync($"/posts/{id}", Ct);

        var words = CaseApp.Words((await CaseApp.SeenAsync(author, Ct)).QuerySelector($"#delivery-{delivery.Id}"));
        Assert.Contains(delivery.Address, words, StringComparison.Ordinal);
        Assert.Contains(Office.Terminal, words, StringComparison.Ordinal);
        Assert.Contains("承認した文面と一致", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_two_versions_When_compared_Then_the_difference_is_marked()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.AskAsync<Shirase.Posts.Drafting, Refusal?>("tamura", (d, w) => d.RecallAsync(id, w, Ct)));
        Office.Fine(await Office.EditAsync(id, c => c with { Subject = "特殊詐欺に警戒", DesiredAt = c.DesiredAt!.Value.AddDays(1) }));
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync($"/posts/{id}/versions?a=1&b=2", Ct);

        var page = await CaseApp.SeenAsync(author, Ct);
        Assert.Contains("警戒", page.QuerySelector(".diff ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("発信希望日時", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
