using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Incidents;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>More acts that two documents treat differently, 石川県警察 among them; see <see cref="ConflictTests"/>.</summary>
public sealed class PoliceConflictTests(SqlitePrefectures store) : IClassFixture<SqlitePrefectures>, IAsyncLifetime
{
    private Office Gunma { get; } = new(store);

    private IshikawaOffice Ishikawa { get; } = new(store);

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 6, 18, 9, 30);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // 1. Closing: at once, or after a period of notice
    [Fact]
    public async Task Given_an_account_that_ends_today_When_its_head_ends_it_Then_Tochigi_refuses_by_8_1_and_Ishikawa_ends_it_by_its_policy_without_notice()
    {
        var tochigi = await Tochigi.AccountAsync();
        var first = await store.DbAsync(db => db.Accounts.FirstAsync(a => a.Body == SampleCast.Ishikawa && a.Handle == "ishikawa_kotsu", Ct), SampleCast.Ishikawa);
        var entered = await store.AskAsync<RegisterAccount, Entered<AccountId>>(
            r => r.RunAsync(new(SampleCast.Ishikawa, null, store.Clock.Now), new(first.Regulation, "drill", "ishikawa_owari", "", first.Owner, new(2026, 4, 1)), Ct), SampleCast.Ishikawa);
        var ishikawa = entered.Id!.Value;
        Office.Fine(await Tochigi.AskAsync<ClosingAccounts, Refusal?>("shinohara", (c, w) => c.BeginAsync(w, tochigi, "役割を終えたため", Ct)));
        Office.Fine(await Ishikawa.AskAsync<ClosingAccounts, Refusal?>("nishida", (c, w) => c.BeginAsync(w, ishikawa, "役割を終えたため", Ct)));
        Office.Fine(await Ishikawa.AskAsync<ClosingAccounts, Refusal?>("nishida", (c, w) => c.ReportAsync(w, ishikawa, "交企第12号", Ct)));

        var refusal = await Tochigi.AskAsync<StopAccount, Refusal?>("shinohara", (s, w) => s.EndAsync(w.Body, tochigi, End(w), "tochigi_kanko_sample", null, Ct));
        var ended = await Ishikawa.AskAsync<StopAccount, Refusal?>("nishida", (s, w) => s.EndAsync(w.Body, ishikawa, End(w), "ishikawa_owari", null, Ct));

        Assert.Equal("to-8-1-a", refusal?.Clause);
        Office.Fine(ended);
        Assert.Equal(("is-t-1-5", 0), (Closing("ishikawa-police-sns").Clause, Closing("ishikawa-police-sns").NoticeDays));
        Assert.Equal(("gx-3-1-b-1", true), (Closing("gunma-police-x").Clause, Closing("gunma-police-x").IsAtOnce));
        Act End(Who who) => new(who.Staff, store.Clock.Now, "役割を終えたため");
        static ClosingRule Closing(string slug) => TestStore.Regulations.Versions(slug)[^1].Closing!;
    }

    // 2. A wrong post: the one deletes at once, the other corrects
    [Fact]
    public void Given_the_report_of_an_error_When_its_deadline_is_asked_for_Then_Gunma_has_minutes_to_delete_and_Okayama_an_hour_to_correct()
    {
        var delete = TestStore.Regulations.Versions("gunma-police-x")[^1].Duty("error-response")!;
        var correct = TestStore.Regulations.Versions("okayama-social-media")[^1].Duty("correction")!;

        Assert.Equal(("gx-13-4-4", "ok-6-1-b"), (delete.Clause, correct.Clause));
        Assert.Equal((5, 60), (delete.Within.Number, correct.Within.Number));
        Assert.DoesNotContain("correction.announced", delete.ClosedBy);
        Assert.Contains("correction.announced", correct.ClosedBy);
    }

    // 3. An hour of silence in a declared flare-up, and a text that only says that it takes time
    [Fact]
    public async Task Given_an_hour_of_silence_in_a_flare_up_When_a_word_is_wanted_Then_Ishikawa_refuses_it_Okayama_asks_for_it_and_Tochigi_lets_it_cool()
    {
        await FlareUpDesk.ForgetAsync(store);
        var (police, asking, calm) = (FlareUpDesk.Of(Ishikawa), FlareUpDesk.Of(Okayama), FlareUpDesk.Of(Tochigi));
        Office.Fine(await police.DeclareAsync("nakamura"));
        Office.Fine(await asking.DeclareAsync("namba"));
        Office.Fine(await calm.DeclareAsync("tomoko"));
        store.Clock.SetJapan(2026, 6, 18, 10, 30);

        Assert.Equal("is-3-9-b", (await police.DraftAsync("nakamura", FlareUpRule.Holding)).Refusal?.Clause);
        Assert.Equal("is-3-9-b", (await police.HoldOffAsync("nishida", store.Clock.Now.AddDays(1)))?.Clause);
        Assert.False(IsAsked("ishikawa-police-sns", await police.OpenAsync()));

        Assert.True(IsAsked("okayama-social-media", await asking.OpenAsync()));
        var asks = TestStore.Regulations.Versions("okayama-social-media")[^1];
        Assert.Equal("ok-6-4-c", asks.Duty("flare-up-holding")!.Clause);
        Office.Fine(await asking.HoldOffAsync("miyake", store.Clock.Now.AddDays(1), [.. asks.Attestations.Select(a => a.Id)]));

        Assert.False(IsAsked("tochigi-social-media", await calm.OpenAsync()));
        var takesTime = await calm.WrittenAsync("tomoko", "回答に時間を要する旨", await Tochigi.ContentAsync());
        Assert.Equal("to-6-2-i-1", (await Tochigi.SubmitAsync(takesTime))?.Clause);
        Office.Fine(await calm.DecideAsync("shinohara", "回答に時間を要する旨"));
        Office.Fine(await Tochigi.SubmitAsync(takesTime));
        Office.Fine(await Tochigi.ApproveAsync(takesTime, "shinohara"));
        Assert.Equal("to-6-2-i-2", (await Tochigi.PublishAsync(takesTime))?.Clause);
        await FlareUpDesk.ForgetAsync(store);

        bool IsAsked(string document, FlareUp open) =>
            FlareUpStanding.Of(open, FlareUpRule.Of(TestStore.Regulations.Versions(document)[^1])!, null, null, store.Clock.Now).IsHoldingDue;
    }

    // 5. The password on paper
    [Fact]
    public async Task Given_a_head_who_wants_the_password_on_paper_When_asked_for_Then_Ishikawa_waits_for_a_second_person_Okayama_for_its_keeper_and_Tochigi_refuses()
    {
        var ishikawa = new PasswordIntents(store, IshikawaOffice.Body, new(await Ishikawa.AccountAsync()), Ishikawa.WhoAsync);
        var okayama = new PasswordIntents(store, SampleCast.Okayama, await Okayama.AccountAsync(), Okayama.WhoAsync);
        var tochigi = new PasswordIntents(store, SampleCast.Tochigi, await Tochigi.AccountAsync(), Tochigi.WhoAsync);
        Office.Fine(await ishikawa.SetAsync("nakamura"));
        Office.Fine(await okayama.SetAsync("namba"));

        var paper = (await ishikawa.AskForPaperAsync("nishida")).Value;
        Assert.Equal("is-f-6-b", (await ishikawa.PrintAsync("nishida", paper)).Refusal?.Clause);
        Assert.Equal("ok-4-7-b", (await okayama.AskForPaperAsync("miyake")).Refusal?.Clause);
        Assert.Equal("to-7-2-i", (await tochigi.AskForPaperAsync("shinohara")).Refusal?.Clause);

        Office.Fine(await ishikawa.AgreeAsync("nakamura", paper));
        Assert.True((await ishikawa.PrintAsync("nishida", paper)).IsDone);
        var kept = (await okayama.AskForPaperAsync("miyake", "miyake", "課の金庫")).Value;
        Assert.True((await okayama.PrintAsync("miyake", kept)).IsDone);
    }

    // 6. Night
    [Fact]
    public async Task Given_20_00_When_a_post_is_ordered_Then_Ishikawa_refuses_by_2_4_and_Tochigi_sends()
    {
        var (ishikawa, tochigi) = (await Ishikawa.ReadyAsync(await Ishikawa.ContentAsync()), await Tochigi.ReadyAsync(await Tochigi.ContentAsync()));
        store.Clock.SetJapan(2026, 6, 18, 20);

        Assert.Equal("is-2-4-c", (await Ishikawa.PublishAsync(ishikawa))?.Clause);
        Office.Fine(await Tochigi.PublishAsync(tochigi));
    }

    // 7. Where it is sent from
    [Fact]
    public async Task Given_a_telephone_When_a_post_is_ordered_Then_Ishikawa_refuses_by_2_3_and_Okayama_sends()
    {
        var (ishikawa, okayama) = (await Ishikawa.ReadyAsync(await Ishikawa.ContentAsync()), await Okayama.ReadyAsync(await Okayama.ContentAsync()));

        Assert.Equal("is-2-3", (await Ishikawa.PublishAsync(ishikawa, terminal: null))?.Clause);
        Office.Fine(await Okayama.PublishAsync(okayama));
    }

    // 8. Shortened addresses
    [Fact]
    public async Task Given_a_shortened_address_When_filed_Then_Ishikawa_refuses_by_3_7_Gunma_by_9_2_and_Tochigi_takes_it()
    {
        const string Words = "詳しくは https://bit.ly/3abc を御覧ください。";
        var ishikawa = await Ishikawa.BeginAsync(await Ishikawa.ContentAsync(Words));
        var gunma = await Gunma.BeginAsync(await Gunma.ContentAsync(Words));
        var tochigi = await Tochigi.BeginAsync(await Tochigi.ContentAsync(Words));

        Assert.Equal("is-3-7", (await Ishikawa.SubmitAsync(ishikawa))?.Clause);
        Assert.Equal("gx-9-2", (await Gunma.SubmitAsync(gunma))?.Clause);
        Office.Fine(await Tochigi.SubmitAsync(tochigi));
    }

    // 9. Reposts
    [Fact]
    public async Task Given_a_citizens_post_When_a_repost_is_filed_Then_Ishikawa_refuses_every_repost_by_3_5_and_Okayama_takes_it_with_care()
    {
        var ishikawa = await Ishikawa.BeginAsync(await Ishikawa.ContentAsync() with
        {
            Kind = PostKind.Repost,
            Subject = "",
            Body = "",
            Repost = new($"http://localhost:5080/drill/{SampleCast.Gunma}/posts/{SamplePartners.ShopPost}", SamplePartners.Shop, null, store.Clock.Now.AddDays(-1), "", false),
            Necessity = "市民の目で見た様子を伝えるため。",
        });
        var okayama = await Okayama.BeginAsync(await Okayama.RepostAsync());

        Assert.Equal("is-3-5-a", (await Ishikawa.SubmitAsync(ishikawa))?.Clause);
        Office.Fine(await Okayama.SubmitAsync(okayama));
    }

    // 10. 利用規約: the body's rules for its readers here, the platform's terms there; never one label
    [Fact]
    public async Task Given_no_rules_for_readers_and_then_no_look_at_the_platforms_terms_When_a_post_is_ordered_Then_each_refuses_for_its_own_only()
    {
        await WithoutAsync("terms-adopted", "terms-live");
        Assert.Equal("ok-4-2-b", (await OrderAsync(Okayama))?.Clause);
        Office.Fine(await OrderAsync(Tochigi));

        await WithoutAsync("terms-reviewed");
        var (okayama, tochigi) = (await OrderAsync(Okayama), await OrderAsync(Tochigi));
        await WithoutAsync();

        Office.Fine(okayama);
        Assert.Equal("to-2-4-a", tochigi?.Clause);
    }

    // Every point of both documents but these
    private async Task WithoutAsync(params string[] points)
    {
        foreach (var (prefecture, slug) in new[] { (Okayama, "okayama-social-media"), (Tochigi, "tochigi-social-media") })
        {
            var all = TestStore.Regulations.Versions(slug)[^1].AccountPoints.Select(p => p.Id);
            Office.Fine(await prefecture.PolicyAsync(p => p with { Points = all.Except(points).ToDictionary(id => id, _ => new DateOnly(2026, 4, 1)) }));
        }
    }

    private static async Task<Refusal?> OrderAsync(Prefecture prefecture) => await prefecture.PublishAsync(await prefecture.ReadyAsync(await prefecture.ContentAsync()));
}
