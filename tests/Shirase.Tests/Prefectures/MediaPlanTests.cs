using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>The combination of media in 栃木県: one line on the form, read by whoever approves.</summary>
public sealed class MediaPlanTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(app.Store);

    public ValueTask InitializeAsync()
    {
        app.Clock.SetJapan(2026, 5, 14, 10);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task to_5_3_0_Given_a_draft_with_media_chosen_When_it_is_submitted_Then_the_answers_are_stored_and_shown_to_the_approver()
    {
        var id = await Tochigi.BeginAsync(await Tochigi.ContentAsync());
        using var author = await app.SignInAsync("tomoko", Ct);
        await author.GetAsync($"/posts/{id}/edit", Ct);
        var line = author.Document().QuerySelector("fieldset[data-field=MediaPlan]")!;
        Assert.Equal(["wide", "website", "mail", "press-release", "print"], line.QuerySelectorAll("input").Select(i => i.GetAttribute("value")));

        await author.PostAsync($"/posts/{id}/edit?handler=save", [.. author.Fields().Where(f => f.Key != "MediaPlan"), new("MediaPlan", "wide"), new("MediaPlan", "website"), new("MediaPlan", "print")], Ct);
        Office.Fine(await Tochigi.SubmitAsync(id));

        var plan = (await Tochigi.ReadAsync(id)).Current.Content.Plan!;
        Assert.True(plan.IsWide);
        Assert.Equal(["website", "print"], plan.Others);
        using var approver = await app.SignInAsync("omori", Ct);
        await approver.GetAsync($"/posts/{id}/decision", Ct);
        Assert.Contains("広く周知する、公式ホームページ、印刷物", CaseApp.Words(approver.Document().QuerySelector("main")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task to_5_3_1_Given_wide_notice_and_only_one_medium_When_submitted_Then_a_second_or_a_reason_is_asked_for()
    {
        var content = await Tochigi.ContentAsync() with { Plan = new(IsWide: true, []) };
        var alone = await Tochigi.BeginAsync(content);

        var refusal = Assert.IsType<ReasonIsMissing>(await Tochigi.SubmitAsync(alone));

        Assert.Equal("to-5-3-1", refusal.Clause);
        Office.Fine(await Tochigi.SubmitAsync(await Tochigi.BeginAsync(content with { Plan = new(IsWide: true, ["press-release"]) })));
        Office.Fine(await Tochigi.SubmitAsync(await Tochigi.BeginAsync(content with
        {
            KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [refusal.Finding.Key] = "緊急で、ほかの媒体は追って出すため。" },
        })));
    }

    [Fact]
    public async Task Given_a_document_that_does_not_ask_When_the_form_is_opened_Then_the_line_is_not_there()
    {
        using var author = await app.SignInAsync("namba", Ct);
        await author.GetAsync("/posts/new", Ct);

        Assert.Null(author.Document().QuerySelector("fieldset[data-field=MediaPlan]"));
    }
}
