using Shirase.Core.Incidents;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>The room of a flare-up as people see it.</summary>
public sealed class FlareUpPageTests(CaseApp app) : IClassFixture<CaseApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Prefecture Okayama { get; } = Prefecture.Okayama(app.Store);

    public async ValueTask InitializeAsync()
    {
        app.Store.Clock.SetJapan(2026, 6, 11, 10);
        await FlareUpDesk.ForgetAsync(app.Store);
    }

    public async ValueTask DisposeAsync() => await FlareUpDesk.ForgetAsync(app.Store);

    [Fact]
    public async Task ok_6_4_a_Given_a_sender_When_a_flare_up_is_declared_on_the_page_Then_every_page_says_so_And_a_missing_reason_is_asked_for()
    {
        using var sender = await app.SignInAsync("namba", Ct);
        var at = await AddressAsync();
        await sender.GetAsync("/accounts", Ct);
        Assert.NotNull(sender.Document().QuerySelector($"a[href='{at}']"));
        await sender.GetAsync(at, Ct);

        await sender.PostAsync($"{at}?handler=declare", [new("Form.Why", "")], Ct);
        Assert.Contains("何が起きているか（理由）を入力してください。", sender.Page, StringComparison.Ordinal);
        await sender.PostAsync($"{at}?handler=declare", [new("Form.Why", "批判の返信が300件を超えた")], Ct);

        Assert.Contains("炎上対応を宣言しました。", sender.Page, StringComparison.Ordinal);
        Assert.Contains("批判の返信が300件を超えた", sender.Page, StringComparison.Ordinal);
        await sender.GetAsync("/", Ct);
        Assert.NotNull(sender.Document().QuerySelector($"a[href='{at}']"));
        Assert.Contains("炎上対応中です", sender.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_6_4_d_Given_no_reason_for_silence_When_the_head_saves_Then_refused_And_what_was_typed_is_still_there()
    {
        var at = await DeclaredAsync();
        using var head = await app.SignInAsync("miyake", Ct);
        await head.GetAsync(at, Ct);

        await head.PostAsync($"{at}?handler=decide", [new("Form.Kind", FlareUpRule.Nothing), new("Form.Participants", "課長と担当"), new("Form.Facts", "発表どおり"), new("Form.Reason", "")], Ct);

        Assert.Contains("何も知らせなくてよい理由", head.Page, StringComparison.Ordinal);
        Assert.Contains("課長と担当", head.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ok_6_4_c_Given_an_hour_without_decision_When_the_head_opens_the_room_Then_the_text_stands_there_and_is_approved_at_once()
    {
        var at = await DeclaredAsync();
        app.Store.Clock.Pass(TimeSpan.FromMinutes(61));
        using var head = await app.SignInAsync("miyake", Ct);
        await head.GetAsync(at, Ct);
        Assert.Contains("宣言から60分が過ぎました。", head.Page, StringComparison.Ordinal);
        Assert.Contains("お時間をいただきますが", head.Page, StringComparison.Ordinal);
        var boxes = head.Document().QuerySelectorAll("input[name='Form.Confirmed']").Select(b => new KeyValuePair<string, string>("Form.Confirmed", b.GetAttribute("value")!));

        await head.PostAsync(
            $"{at}?handler=holding",
            [.. boxes, new("Form.UntilDay.Year", "2026"), new("Form.UntilDay.Month", "6"), new("Form.UntilDay.Day", "12"), new("Form.UntilTime", "12:00")], Ct);

        Assert.Contains("承認しました。発信の担当者が発信できます。", head.Page, StringComparison.Ordinal);
        Assert.Contains("時間を要する旨", CaseApp.Words(head.Document().QuerySelector("section[aria-labelledby=texts]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_3_9_b_Given_the_room_When_a_text_is_drafted_in_it_Then_the_form_opens_and_the_case_leads_back_to_the_room()
    {
        var at = await DeclaredAsync();
        using var sender = await app.SignInAsync("namba", Ct);
        await sender.GetAsync(at, Ct);

        await sender.PostAsync($"{at}?handler=draft", [new("Form.TextKind", "説明")], Ct);

        Assert.NotNull(sender.Document().QuerySelector("textarea[name=Body]"));
        await sender.GetAsync(at, Ct);
        var link = sender.Document().QuerySelector("section[aria-labelledby=texts] li a")!.GetAttribute("href")!;
        await sender.GetAsync(link, Ct);
        Assert.NotNull(sender.Document().QuerySelector($"#flare-up a[href='{at}']"));
    }

    [Fact]
    public async Task to_6_2_i_2_Given_a_text_of_the_room_When_a_second_reader_opens_it_Then_the_words_stand_there_to_be_read_and_confirmed()
    {
        var tochigi = Prefecture.Tochigi(app.Store);
        var room = FlareUpDesk.Of(tochigi);
        Office.Fine(await room.DeclareAsync("tomoko"));
        Office.Fine(await room.DecideAsync("shinohara", "説明"));
        var text = await room.WrittenAsync("tomoko", "説明", await tochigi.ContentAsync("混雑の状況を御説明します。"));
        Office.Fine(await tochigi.SubmitAsync(text));
        Office.Fine(await tochigi.ApproveAsync(text, "shinohara"));
        var at = $"/accounts/{(await tochigi.AccountAsync()).Value}/flare-up";
        using var reader = await app.SignInAsync("omori", Ct);
        await reader.GetAsync(at, Ct);
        Assert.Contains("混雑の状況を御説明します。", reader.Page, StringComparison.Ordinal);

        await reader.PostAsync($"{at}?handler=read", [new("Form.Case", text.Value.ToString())], Ct);

        Assert.Contains("確認を記録しました。", reader.Page, StringComparison.Ordinal);
        using var head = await app.SignInAsync("shinohara", Ct);
        await head.GetAsync(at, Ct);
        Assert.NotNull(head.Document().QuerySelector($"#cut-{text.Value}"));
    }

    [Fact]
    public async Task Given_an_account_whose_document_does_not_speak_of_it_When_opened_Then_there_is_no_such_page()
    {
        using var person = await app.SignInAsync("takahashi", Ct);
        var gunma = await app.Store.DbAsync(async db => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(db.Accounts, a => a.Body == Office.Body, Ct)).Id, Office.Body);

        using var answer = await person.GetAsync($"/accounts/{gunma}/flare-up", Ct);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> DeclaredAsync()
    {
        Office.Fine(await FlareUpDesk.Of(Okayama).DeclareAsync("namba"));
        return await AddressAsync();
    }

    private async Task<string> AddressAsync() => $"/accounts/{(await Okayama.AccountAsync()).Value}/flare-up";
}
