using System.Text.Json;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>What a text does not say itself and the author has to: a drill, the consent of a family. The same answer on the form, at filing and afterwards.</summary>
public sealed class StatedFactsPageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private const string Missing = "前橋市内で女性の行方が分からなくなっています。見かけた方は110番してください。";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_15_2_2_Given_a_drill_When_its_heading_does_not_say_so_Then_the_form_and_the_filing_refuse_and_with_the_mark_it_is_filed_and_told()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/posts/new", Ct);
        var drill = DraftForm.Complete("前橋警察署で不審者への対応を訓練しています。御心配は要りません。", ("Training", "true"));

        await author.PostAsync("/posts/new?handler=check", author.Fields(drill), Ct);
        Assert.Contains("訓練の表示が見出しの先頭にありません", CaseApp.Words(author.Document().QuerySelector("#findings")), StringComparison.Ordinal);
        await author.PostAsync("/posts/new?handler=submit", author.Fields(drill), Ct);
        Assert.Contains("訓練の表示が見出しの先頭にありません", CaseApp.Words(author.Document().QuerySelector("#missing")), StringComparison.Ordinal);
        var address = author.Document().QuerySelector("form.draft")!.GetAttribute("action")!;
        await author.PostAsync(address.Replace("save", "submit", StringComparison.Ordinal), author.Fields(("Subject", "訓練　不審者対応")), Ct);

        Assert.Null(author.Document().QuerySelector("#missing"));
        Assert.Contains("訓練として発信する", CaseApp.Words(author.Document().QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_13_3_1_Given_a_search_for_a_missing_person_When_the_family_consented_Then_nobody_is_asked_any_more_and_the_evidence_tells_it()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/posts/new", Ct);
        Assert.Null(author.Document().QuerySelector("#family-asked a"));

        await author.PostAsync("/posts/new?handler=check", author.Fields(DraftForm.Complete(Missing)), Ct);
        Assert.Contains("家族の了解が記録されていません", author.Page, StringComparison.Ordinal);
        Assert.NotNull(author.Document().QuerySelector("#family-asked a[href='#FamilyPerson']"));
        Assert.True(author.Document().QuerySelector("#FamilyPerson")!.Closest("details")!.HasAttribute("open"));
        await author.PostAsync(
            "/posts/new?handler=submit",
            author.Fields(("FamilyPerson", "父"), ("FamilyDate.Year", "2026"), ("FamilyDate.Month", "6"), ("FamilyDate.Day", "11"), ("FamilyTime", "09:30")), Ct);
        Assert.DoesNotContain("家族の了解が記録されていません", author.Page, StringComparison.Ordinal);

        var id = new PostApplicationId(Guid.Parse(author.Where.Split('/')[2]));
        Assert.NotEqual(ApplicationState.Draft, (await app.Office.ReadAsync(id)).State);
        Assert.Equal(new FamilyConsent("父", new DateTimeOffset(2026, 6, 11, 9, 30, 0, TimeSpan.FromHours(9))), (await app.Office.ReadAsync(id)).Current.Content.Family);
        Office.Fine(await app.Office.CheckAsync(id));
        using var head = await app.SignInAsync("negishi", Ct);
        await head.GetAsync($"/posts/{id}/decision", Ct);
        Assert.Contains("父 6月11日", CaseApp.Words(head.Document().QuerySelector("main")).Replace("2026年", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("家族の了解が記録されていません", head.Page, StringComparison.Ordinal);
        await head.GetAsync($"/posts/{id}/evidence", Ct);
        Assert.Contains("missing-person-consent」該当なし", head.Page, StringComparison.Ordinal);
        Assert.Contains("家族の了解", CaseApp.Words(head.Document().QuerySelector(".facts")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_13_3_1_Given_only_a_name_without_a_time_When_checked_while_writing_Then_the_consent_is_not_on_record()
    {
        using var author = await app.SignInAsync("tamura", Ct);
        await author.GetAsync("/posts/new", Ct);

        await author.PostAsync("/posts/new?handler=check", author.Fields(DraftForm.Complete(Missing, ("FamilyPerson", "父"))), Ct);

        Assert.Contains("家族の了解が記録されていません", author.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gm_t_4_3_Given_two_versions_When_the_consent_was_withdrawn_Then_the_content_reads_as_before_where_nothing_was_stated()
    {
        var plain = await app.Office.ContentAsync();

        Assert.DoesNotContain("Family", plain.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("Training", plain.ToJson(), StringComparison.Ordinal);
        Assert.Equal(plain.Hash(), (plain with { Family = null, Training = false }).Hash());
        Assert.NotEqual(plain.Hash(), (plain with { Training = true }).Hash());
        Assert.True(JsonDocument.Parse((plain with { Training = true }).ToJson()).RootElement.GetProperty("Training").GetBoolean());
    }
}
