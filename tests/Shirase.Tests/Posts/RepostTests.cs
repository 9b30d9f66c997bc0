using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>リポスト, with the practice partners on the practice timeline.</summary>
public abstract class RepostTests(TestStore store) : OfficeTests(store)
{
    private const string Missing = "国・地方公共団体・公共性の高い機関として登録されていません";

    [Fact]
    public async Task gx_8_2_1_Given_no_approved_repost_application_When_a_PR_officer_reposts_Then_refused()
    {
        var draft = await Office.BeginAsync(await Office.RepostAsync(SamplePartners.CityPost));
        Assert.IsType<CaseNotFound>(await Office.PublishAsync(draft));
        Office.Fine(await Office.SubmitAsync(draft));

        Assert.Equal("approval", Assert.IsType<GateIsClosed>(await Office.PublishAsync(draft)).Line.Gate);
    }

    [Fact]
    public async Task gx_8_2_2_Given_a_shops_post_When_filed_Then_refused()
    {
        var id = await Office.BeginAsync(await Office.RepostAsync(SamplePartners.ShopPost));

        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

        Assert.Equal("gx-8-2-2", refusal.Clause);
        Assert.Contains(Missing, refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_8_2_2_Given_a_registered_citys_post_When_filed_Then_it_passes_and_is_reposted_once_it_is_approved()
    {
        var id = await Office.PublishedAsync(await Office.RepostAsync(SamplePartners.CityPost));

        var delivery = await Office.DeliveryAsync(id);
        Assert.Equal(DeliveryState.Published, delivery.State);
        var post = await Office.Store.DbAsync(db => db.PracticePosts.AsNoTracking().SingleAsync(p => p.Id == delivery.RemoteId, Ct));
        Assert.Equal(SamplePartners.City, post.OriginalAuthor);
        Assert.Equal(OfficeIntents.PartnerAddress(SamplePartners.CityPost), post.RepostOf);
        Assert.True(delivery.ReadBackMatches);
    }

    [Fact]
    public async Task gx_8_2_2_Given_the_citys_repost_of_a_shop_When_filed_Then_the_original_author_decides_and_it_is_refused()
    {
        var content = await Office.RepostAsync(SamplePartners.CityRepost);
        Assert.Equal((SamplePartners.City, SamplePartners.Shop), (content.Repost!.AuthorHandle, content.Repost.OriginalAuthorHandle));
        // What the browser says of the author does not matter
        var id = await Office.BeginAsync(content with { Repost = content.Repost with { OriginalAuthorHandle = null } });

        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

        Assert.Contains(SamplePartners.Shop, refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains(Missing, refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_8_2_2_Given_an_association_is_proposed_When_the_supervisor_registers_it_with_proof_and_reason_Then_the_application_passes_until_the_review_day()
    {
        var id = await Office.BeginAsync(await Office.RepostAsync(SamplePartners.AssociationPost));
        Assert.Contains(Missing, Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id)).Text.Ja, StringComparison.Ordinal);
        var entry = (await Office.AskAsync<PublicBodies, Result<Guid>>("tamura", (p, w) =>
            p.ProposeAsync(w, "交通安全協会", "highly-public-body", "@" + SamplePartners.Association, "交通安全の活動を県から受託しているため", Ct))).Value;

        Assert.IsType<OnlyTheOfficerRegisters>(await RegisterAsync("hoshino", entry, "https://www.example.or.jp/", "公益を目的とする団体のため"));
        Assert.IsType<ProofIsMissing>(await RegisterAsync("kobayashi", entry, "", "公益を目的とする団体のため"));
        Assert.IsType<RegisterReasonIsMissing>(await RegisterAsync("kobayashi", entry, "https://www.example.or.jp/", "公益"));
        Office.Fine(await RegisterAsync("kobayashi", entry, "https://www.example.or.jp/", "公益を目的とする団体のため"));

        Office.Fine(await Office.SubmitAsync(id));
        Assert.Equal("unit-head", (await Office.ReadAsync(id)).Step);
        Office.Clock.SetJapan(2026, 7, 2);
        var later = await Office.BeginAsync(await Office.RepostAsync(SamplePartners.AssociationPost) with { DesiredAt = Office.Clock.Now.AddDays(7) });
        Assert.Contains(Missing, Assert.IsType<FindingRefuses>(await Office.SubmitAsync(later)).Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_p_3_2_a_3_Given_a_section_of_the_police_When_it_is_registered_as_own_section_Then_its_post_passes()
    {
        const string handle = "gunma_police_section_sample";
        await Office.Store.InAsync(s => s.GetRequiredService<IPracticeTimeline>().AddAsync(
            new(Office.Body, "sample-section", handle, "交通安全教室を開きました。", [], Office.Clock.Now), Ct), Office.Body);
        var id = await Office.BeginAsync(await Office.RepostAsync("sample-section"));
        Assert.NotNull(await Office.SubmitAsync(id));
        var entry = (await Office.AskAsync<PublicBodies, Result<Guid>>("tamura", (p, w) =>
            p.ProposeAsync(w, "交通企画課", "own-section", handle, "県警の公式アカウントのため", Ct))).Value;
        Office.Fine(await RegisterAsync("kobayashi", entry, "https://www.police.pref.gunma.jp/sns", "県警の部署"));

        Office.Fine(await Office.SubmitAsync(id));
    }

    [Fact]
    public async Task gx_8_2_3_Given_an_empty_necessity_When_filed_Then_the_field_is_named_and_with_one_it_stands_with_the_supervisors_name()
    {
        var content = await Office.RepostAsync(SamplePartners.CityPost);
        var id = await Office.BeginAsync(content with { Necessity = "" });
        var refusal = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));
        Assert.Equal(("gx-8-2-3", "necessity"), (refusal.Clause, refusal.Finding.Field));

        id = await Office.ToExaminationAsync(content);
        Assert.Equal("gx-8-2-3", Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, "kobayashi", null, "necessity")).Clause);
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        var application = await Office.ReadAsync(id);
        Assert.Equal(content.Necessity, application.Current.Content.Necessity);
        Assert.Equal((await Office.WhoAsync("kobayashi")).Staff, application.ConfirmationOf("necessity")?.By);
    }

    private async Task<Refusal?> RegisterAsync(string login, Guid entry, string proof, string why) =>
        await Office.AskAsync<PublicBodies, Refusal?>(login, (p, w) => p.DecideAsync(w, entry, PublicBodyState.Registered, proof, "", new(2026, 7, 1), why, Ct));
}

public sealed class RepostOnSqlite(SqliteOffice store) : RepostTests(store), IClassFixture<SqliteOffice>;

public sealed class RepostOnPostgres(PostgresOffice store) : RepostTests(store), IClassFixture<PostgresOffice>;
