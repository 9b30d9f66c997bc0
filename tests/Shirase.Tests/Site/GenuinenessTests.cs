using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Site;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Site;

/// <summary>「この投稿は本当に警察のものですか？」</summary>
public abstract class GenuinenessTests(TestStore store) : OfficeTests(store)
{
    private static readonly Uri Here = new("https://shirase.example.jp/site/gunma-police");

    [Fact]
    public async Task Given_a_post_that_stands_When_its_words_or_its_address_are_pasted_Then_genuine()
    {
        var post = await PublishedAsync("夏の交通安全県民運動を実施しています。横断歩道では歩行者が優先です。");

        foreach (var pasted in new[] { post.OutgoingText, post.OutgoingText.Replace("\n", "\r\n\r\n", StringComparison.Ordinal), post.Address, post.Address + "/?utm_source=x", $"{Here}/posts/{post.Id}" })
        {
            var answer = await AskAsync(pasted);
            Assert.True(answer is { Verdict: Verdict.Genuine, Handle: "gunma_police_site" }, $"{answer.Verdict}: {pasted}");
        }
    }

    [Fact]
    public async Task Given_a_post_that_stands_When_a_swindler_adds_a_telephone_number_Then_it_is_not_called_genuine_and_both_texts_are_given()
    {
        var post = await PublishedAsync("還付金があると言われたら詐欺です。ATMで還付金を受け取ることはできません。");
        foreach (var pasted in new[] { $"{post.OutgoingText}\n受け取りの手続は0120-000-000へ。", post.OutgoingText.Replace("詐欺です", "本物です", StringComparison.Ordinal) })
        {
            var answer = await AskAsync(pasted);

            Assert.Equal(Verdict.Altered, answer.Verdict);
            Assert.Equal((post.OutgoingText, pasted), (answer.Post!.Text, answer.Pasted));
        }
    }

    [Fact]
    public async Task Given_a_part_of_a_post_When_pasted_Then_it_is_called_a_part()
    {
        var post = await PublishedAsync("自転車に乗るときはヘルメットを着けましょう。頭を守れば命が守れます。");

        var answer = await AskAsync("自転車に乗るときはヘルメットを着けましょう。");

        Assert.Equal((Verdict.Part, post.Id), (answer.Verdict, answer.Post!.Id));
    }

    [Fact]
    public async Task Given_a_removed_post_When_pasted_Then_it_is_called_removed_and_none_of_its_words_come_back()
    {
        var post = await PublishedAsync("通行止めの区間は前橋市大手町一丁目から二丁目までです。う回をお願いします。");
        Office.Fine(await Office.RemoveAsync(post.Application, why: "区間の誤り"));
        await Office.RunJobsAsync();

        foreach (var pasted in new[] { post.OutgoingText, post.OutgoingText + "\n拡散してください", post.Address })
        {
            var answer = await AskAsync(pasted);
            Assert.Equal(Verdict.Removed, answer.Verdict);
            Assert.Equal((null, "", ""), (answer.Post!.Text, answer.Post.Heading, answer.Post.Address));
            Assert.Equal("", answer.Pasted);
        }

        // Otherwise anybody could find the removed words one after the other
        Assert.Equal(Verdict.NotFound, (await AskAsync("通行止めの区間は前橋市")).Verdict);
    }

    [Fact]
    public async Task Given_the_correction_of_a_removed_post_When_pasted_Then_it_is_genuine_and_the_first_one_removed()
    {
        var wrong = await PublishedAsync("県民の集いは6月20日に高崎市で開きます。入場は無料です。");
        Office.Fine(await Office.RemoveAsync(wrong.Application, why: "日の誤り"));
        await Office.RunJobsAsync();
        var right = await PublishedAsync("県民の集いは6月27日に高崎市で開きます。入場は無料です。");

        Assert.Equal((Verdict.Genuine, right.Id), (await AskAsync(right.OutgoingText)) is var a ? (a.Verdict, a.Post!.Id) : default);
        Assert.Equal((Verdict.Removed, wrong.Id), (await AskAsync(wrong.OutgoingText)) is var b ? (b.Verdict, b.Post!.Id) : default);
    }

    [Theory]
    [InlineData("@gunma_police_site", Verdict.OfficialAccount)]
    [InlineData("県警ホームページ（@gunma_police_site）", Verdict.OfficialAccount)]
    [InlineData("http://localhost:5080/site/gunma-police/notices/", Verdict.OfficialAccount)]
    [InlineData("@gunma_po1ice_site", Verdict.LookAlike)]
    [InlineData("公式は@gunma_po1ice_siteです", Verdict.LookAlike)]
    [InlineData("https://evil.example/gunma_police_site", Verdict.LookAlike)]
    [InlineData("口座が凍結されます。下の番号へ。@gunma_police_site", Verdict.NotFound)]
    [InlineData("県警ホームページ", Verdict.NotFound)]
    [InlineData("@gunma_police", Verdict.NotFound)]
    [InlineData("1234", Verdict.NotFound)]
    [InlineData("%_'\"\\;--", Verdict.NotFound)]
    [InlineData(" \0\r\n", Verdict.None)]
    public async Task Given_a_name_or_anything_else_When_pasted_Then_only_the_registered_account_is_called_official(string pasted, Verdict verdict) =>
        Assert.Equal(verdict, (await AskAsync(pasted)).Verdict);

    [Fact]
    public async Task Given_a_stopped_account_When_its_handle_is_pasted_Then_the_answer_says_so()
    {
        await Office.Store.DbAsync(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.Handle == "gunma_police_site", Ct)).Stop(Office.Clock.Now);
            return await db.SaveChangesAsync(Ct);
        });
        try
        {
            Assert.Equal(Verdict.StoppedAccount, (await AskAsync("@gunma_police_site")).Verdict);
        }
        finally
        {
            await Office.Store.DbAsync(async db =>
            {
                (await db.Accounts.SingleAsync(a => a.Handle == "gunma_police_site", Ct)).Resume();
                return await db.SaveChangesAsync(Ct);
            });
        }
    }

    [Fact]
    public async Task Given_more_than_is_compared_When_pasted_Then_the_answer_says_so() =>
        Assert.Equal(Verdict.TooLong, (await AskAsync(new string('あ', 12_001))).Verdict);

    [Fact]
    public async Task Given_another_bodys_site_When_a_genuine_post_is_pasted_there_Then_it_is_not_found()
    {
        var post = await PublishedAsync("秋の全国交通安全運動の準備を始めました。御協力をお願いします。");

        Assert.Equal(Verdict.NotFound, (await AskAsync(post.OutgoingText, "ishikawa-police")).Verdict);
    }

    private Task<Answer> AskAsync(string pasted, string body = "gunma-police") =>
        Office.Store.AskAsync<Genuineness, Answer>(g => g.AskAsync(pasted, Here, Ct), new BodyId(body));

    private async Task<PostDelivery> PublishedAsync(string body)
    {
        var site = await Office.Store.DbAsync(db => db.Accounts.SingleAsync(a => a.Handle == "gunma_police_site", Ct));
        return await Office.DeliveryAsync(await Office.PublishedAsync(await Office.ContentAsync(body) with { Accounts = [site.Id.Value] }));
    }
}

public sealed class SiteOnSqliteStore : SqliteStore
{
    public SiteOnSqliteStore() => Also = SiteStores.Equip;
}

public sealed class SiteOnPostgresStore : PostgresStore
{
    public SiteOnPostgresStore() => Also = SiteStores.Equip;
}

internal static class SiteStores
{
    public static void Equip(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
        Office.Equip(services);
        services.AddSite(_ => false);
    }
}

public sealed class GenuinenessOnSqlite(SiteOnSqliteStore store) : GenuinenessTests(store), IClassFixture<SiteOnSqliteStore>;

public sealed class GenuinenessOnPostgres(SiteOnPostgresStore store) : GenuinenessTests(store), IClassFixture<SiteOnPostgresStore>;
