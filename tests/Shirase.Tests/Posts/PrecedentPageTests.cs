using System.Text;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Images;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>先例: the register of what was settled, and where it is offered again.</summary>
public sealed class PrecedentPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
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
    public async Task gx_16_Given_a_consultation_on_a_post_with_an_image_When_both_sides_confirmed_Then_it_is_stored_with_both_names_and_appears_when_the_next_application_attaches_one()
    {
        await SettledAsync(await Office.ContentAsync(), "画像に場所が写るときはどうするか", "場所が分かる部分を隠す", withImage: true);
        var plain = await Office.BeginAsync(await Office.ContentAsync());
        var next = await Office.BeginAsync(await Office.ContentAsync());
        await AttachAsync(next);
        using var author = await app.SignInAsync("tamura", Ct);

        await author.GetAsync($"/posts/{plain}/edit", Ct);
        Assert.Null(author.Document().QuerySelector("#precedents"));
        await author.GetAsync($"/posts/{next}/edit", Ct);

        var offered = CaseApp.Words(author.Document().QuerySelector("#precedents"));
        Assert.All(["画像に場所が写るときはどうするか", "場所が分かる部分を隠す", "小林 智子", "田村 由美", "前橋警察署"], part => Assert.Contains(part, offered, StringComparison.Ordinal));
        await author.GetAsync("/precedents", Ct);
        Assert.Contains("場所が分かる部分を隠す", author.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_16_Given_a_precedent_on_an_urgent_post_When_the_next_urgent_one_is_examined_Then_the_examiner_reads_it()
    {
        Office.Clock.SetJapan(2026, 6, 12, 22, 20);
        var first = await Office.UrgentFiledAsync();
        await SettleAsync(first, "逃走中の者の服装をどこまで書くか", "色と形だけを書く");
        var next = await Office.UrgentFiledAsync();
        using var officer = await app.SignInAsync("kobayashi", Ct);

        await officer.GetAsync($"/posts/{next}/decision", Ct);
        Assert.Contains("色と形だけを書く", CaseApp.Words(officer.Document().QuerySelector("#precedents")), StringComparison.Ordinal);
        await officer.GetAsync($"/posts/{first}/decision", Ct);
        Assert.DoesNotContain("色と形だけを書く", CaseApp.Words(officer.Document().QuerySelector("#precedents")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_16_Given_precedents_When_searched_by_words_clause_and_day_Then_only_those_that_match_are_listed()
    {
        await SettledAsync(await Office.ContentAsync(), "13(2)の文字数に見出しの空白を数えるか", "数える");
        Office.Clock.SetJapan(2026, 7, 20);
        await SettledAsync(await Office.ContentAsync() with { DesiredAt = Office.Clock.Now.AddDays(8).InJapan() }, "ＵＲＬの後に説明を書くか", "書かない");
        using var author = await app.SignInAsync("tamura", Ct);

        Assert.Equal(["13(2)の文字数に見出しの空白を数えるか"], await FoundAsync("q=13(2)"));
        Assert.Equal(["ＵＲＬの後に説明を書くか"], await FoundAsync("q=url　説明"));
        Assert.Equal(["ＵＲＬの後に説明を書くか"], await FoundAsync("From.Year=2026&From.Month=7&From.Day=20"));
        Assert.DoesNotContain("ＵＲＬの後に説明を書くか", await FoundAsync("To.Year=2026&To.Month=7&To.Day=19"));
        Assert.Empty(await FoundAsync("q=ないことば"));
        Assert.Contains("当てはまる先例はありません", author.Page, StringComparison.Ordinal);

        async Task<IReadOnlyList<string>> FoundAsync(string query)
        {
            await author.GetAsync("/precedents?" + query, Ct);
            return [.. author.Document().QuerySelectorAll("tbody tr td:nth-child(2)").Select(c => c.TextContent.Trim())];
        }
    }

    [Fact]
    public async Task gx_13_3_2_Given_a_precedent_on_a_case_not_yet_public_When_another_section_looks_Then_it_is_not_there_until_the_post_is_out()
    {
        var id = await SettledAsync(await Office.ContentAsync(), "公表前の事案の扱い", "公表後に限る");
        using var other = await app.SignInAsync("nakajima", Ct);
        await other.GetAsync("/precedents", Ct);
        Assert.DoesNotContain("公表前の事案の扱い", other.Page, StringComparison.Ordinal);
        using var officer = await app.SignInAsync("kobayashi", Ct);
        await officer.GetAsync("/precedents", Ct);
        Assert.Contains("公表前の事案の扱い", officer.Page, StringComparison.Ordinal);
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();

        await other.GetAsync("/precedents", Ct);

        Assert.Contains("公表前の事案の扱い", other.Page, StringComparison.Ordinal);
        Assert.Null(other.Document().QuerySelector($"a[href='/posts/{id}']"));
    }

    [Fact]
    public async Task Given_open_and_settled_consultations_When_the_list_is_saved_as_csv_Then_only_the_settled_are_in_it_and_none_is_a_formula()
    {
        await SettledAsync(await Office.ContentAsync(), "=HYPERLINK(\"x\")", "使わない");
        var open = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Fine(await Office.ConsultAsync(open, "まだ決まらない事柄", "tamura"));
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/precedents", Ct);
        Assert.DoesNotContain("まだ決まらない事柄", author.Page, StringComparison.Ordinal);

        var csv = Encoding.UTF8.GetString(await author.Client.GetByteArrayAsync(author.Document().QuerySelector("#csv")!.GetAttribute("href"), Ct));

        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\",使わない,小林 智子,田村 由美,前橋警察署", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("まだ決まらない事柄", csv, StringComparison.Ordinal);
    }

    private async Task<PostApplicationId> SettledAsync(PostContent content, string question, string outcome, bool withImage = false)
    {
        var id = await Office.BeginAsync(content);
        if (withImage)
        {
            await AttachAsync(id);
        }

        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await Office.AssignAsync(id));
        await SettleAsync(id, question, outcome);
        return id;
    }

    private async Task SettleAsync(PostApplicationId id, string question, string outcome)
    {
        Office.Fine(await Office.ConsultAsync(id, question, "kobayashi"));
        Office.Fine(await Office.AgreeAsync(id, outcome, "kobayashi"));
        Office.Fine(await Office.AgreeAsync(id, outcome, "tamura"));
    }

    private async Task AttachAsync(PostApplicationId id)
    {
        var attached = await Office.AskAsync<Attaching, Result<MediaItem>>("tamura", (a, w) => a.AttachAsync(id, w, PngFile.Of(4, 4), Ct));
        Assert.True(attached.IsDone, attached.Refusal?.Text.Ja);
        Office.Fine(await Office.EditAsync(id, c => c with
        {
            Media = [attached.Value with { Alt = "注意を呼びかける絵", Origin = "広報係が作成", RightHolder = "群馬県警察", Basis = "own-work" }],
        }));
    }
}
