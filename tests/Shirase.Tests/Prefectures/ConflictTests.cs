using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Xunit;

namespace Shirase.Tests.Prefectures;

/// <summary>
/// The same act under two documents has two outcomes, each by its own clause: one rule set for each account, never a merged one. What
/// needs rooms that do not stand – incoming posts – is not shown here; a flare-up (3.) is shown in <see cref="PoliceConflictTests"/>.
/// </summary>
public sealed class ConflictTests(SqlitePrefectures store) : IClassFixture<SqlitePrefectures>, IAsyncLifetime
{
    private Office Gunma { get; } = new(store);

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    public async ValueTask InitializeAsync()
    {
        await store.SeedAsync(Ct);
        store.Clock.SetJapan(2026, 5, 14, 10);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // 2. A wrong post
    [Fact]
    public async Task Given_a_correction_without_circumstances_When_written_Then_Tochigi_refuses_by_its_clause_and_Okayama_takes_it()
    {
        var facts = new CorrectionFacts("５月17日", "５月18日", "");
        var (there, here) = (await Tochigi.PublishedAsync(await Tochigi.ContentAsync()), await Okayama.PublishedAsync(await Okayama.ContentAsync()));

        Assert.Equal("to-6-1-e-1", (await Tochigi.AskAsync<Correcting, Refusal?>("tomoko", (c, w) => c.WriteAsync(there, w, facts, Ct)))?.Clause);
        Office.Fine(await Okayama.AskAsync<Correcting, Refusal?>("namba", (c, w) => c.WriteAsync(here, w, facts, Ct)));
    }

    // 4. Replies
    [Fact]
    public async Task Given_answers_without_an_arrangement_When_the_policy_is_saved_Then_Tochigi_refuses_by_its_clause_and_Okayama_takes_it()
    {
        Assert.Equal("to-5-2-u", (await Tochigi.PolicyAsync(p => p with { Contributions = "answered", AnswerDays = 3 }))?.Clause);
        Office.Fine(await Okayama.PolicyAsync(p => p with { Contributions = "answered", AnswerDays = 3 }));
    }

    // 6. Night
    [Fact]
    public async Task Given_20_00_When_a_post_is_ordered_Then_Okayama_refuses_by_5_1_Gunma_by_10_and_Tochigi_sends()
    {
        var okayama = await Okayama.ReadyAsync(await Okayama.ContentAsync());
        var gunma = await Gunma.BeginAsync(await Gunma.ContentAsync() with { DesiredAt = new DateTimeOffset(2026, 6, 18, 20, 0, 0, JapanTime.Offset) });
        store.Clock.SetJapan(2026, 5, 14, 20);
        var tochigi = await Tochigi.ReadyAsync(await Tochigi.ContentAsync());

        Assert.Equal("ok-5-1-b", (await Okayama.PublishAsync(okayama))?.Clause);
        Assert.Equal("gx-10-1", (await Gunma.SubmitAsync(gunma))?.Clause);
        Office.Fine(await Tochigi.PublishAsync(tochigi));
    }

    // 7. Where it is sent from
    [Fact]
    public async Task Given_a_device_that_is_not_registered_When_a_post_is_ordered_Then_Gunma_refuses_by_11_and_Tochigi_sends()
    {
        store.Clock.SetJapan(2026, 6, 11, 10);
        var gunma = await Gunma.ReadyAsync(await Gunma.ContentAsync());
        var tochigi = await Tochigi.ReadyAsync(await Tochigi.ContentAsync());

        Assert.Equal("gx-11-2", (await Gunma.PublishAsync(gunma, terminal: null))?.Clause);
        Office.Fine(await Tochigi.PublishAsync(tochigi));
    }

    // 8. Length
    [Fact]
    public async Task Given_a_long_address_beyond_140_characters_When_filed_Then_Gunma_refuses_by_13_and_Tochigi_takes_it()
    {
        store.Clock.SetJapan(2026, 6, 11, 10);
        var body = string.Concat(Enumerable.Repeat("交通安全を心掛けましょう。", 7));
        var address = $"https://www.police.pref.gunma.jp/{new string('a', 60)}";
        var gunma = await Gunma.BeginAsync(await Gunma.ContentAsync(body) with { Url = address });
        var tochigi = await Tochigi.BeginAsync(await Tochigi.ContentAsync(body) with { Url = $"https://www.pref.tochigi.lg.jp/{new string('a', 60)}" });

        Assert.Equal("gx-13-2-1", (await Gunma.SubmitAsync(gunma))?.Clause);
        Office.Fine(await Tochigi.SubmitAsync(tochigi));
    }

    // 9. Reposts
    [Fact]
    public async Task Given_a_citizens_post_When_a_repost_is_filed_Then_Gunma_refuses_by_8_and_Okayama_takes_it_with_care()
    {
        var gunma = await Gunma.BeginAsync(await Gunma.ContentAsync() with
        {
            Kind = PostKind.Repost,
            Subject = "",
            Body = "",
            Repost = new($"http://localhost:5080/drill/{SampleCast.Gunma}/posts/{SamplePartners.ShopPost}", SamplePartners.Shop, null, store.Clock.Now.AddDays(-1), "", false),
            Necessity = "市民の目で見た様子を伝えるため。",
        });
        var okayama = await Okayama.BeginAsync(await Okayama.RepostAsync());

        Assert.Equal("gx-8-2-2", (await Gunma.SubmitAsync(gunma))?.Clause);
        Office.Fine(await Okayama.SubmitAsync(okayama));
    }

    // Approval: by a method of the account, or by a second person
    [Fact]
    public async Task Given_an_account_without_approval_method_When_a_post_is_ordered_Then_Tochigi_refuses_by_5_2_and_Okayama_sends()
    {
        Office.Fine(await Tochigi.PolicyAsync(p => p with { Approval = "" }));
        var tochigi = await Tochigi.ReadyAsync(await Tochigi.ContentAsync());
        var okayama = await Okayama.ReadyAsync(await Okayama.ContentAsync());

        var refusal = await Tochigi.PublishAsync(tochigi);
        Office.Fine(await Tochigi.PolicyAsync(p => p with { Approval = "課長補佐が承認する。" }));

        Assert.Equal("to-5-2-i", refusal?.Clause);
        Office.Fine(await Okayama.PublishAsync(okayama));
    }

    // What must not vanish for a day
    [Fact]
    public async Task Given_the_question_of_a_day_unanswered_When_filed_Then_Okayama_refuses_by_4_8_and_Tochigi_asks_its_own_question()
    {
        var okayama = await Okayama.BeginAsync(await Okayama.ContentAsync() with { Website = null });
        var tochigi = await Tochigi.BeginAsync(await Tochigi.ContentAsync() with { Release = null });

        Assert.Equal("ok-4-8", (await Okayama.SubmitAsync(okayama))?.Clause);
        Assert.Equal("to-2-2-c", (await Tochigi.SubmitAsync(tochigi))?.Clause);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
