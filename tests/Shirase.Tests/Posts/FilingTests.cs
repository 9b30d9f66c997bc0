using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>提出: what the server refuses by itself, whatever the browser let through.</summary>
public abstract class FilingTests(TestStore store) : OfficeTests(store)
{
    private const string Police = "https://www.police.pref.gunma.jp/";

    [Theory]
    [InlineData(96, Police, null)]
    [InlineData(97, Police, "141文字")]
    [InlineData(118, "npa.go.jp", null)]
    [InlineData(120, "npa.go.jp", "X換算283")]
    public async Task gx_13_2_3_Given_an_address_and_a_body_When_filed_Then_both_counts_decide_and_the_message_says_which_failed(int characters, string url, string? fails)
    {
        var content = await Office.ContentAsync(new string('あ', characters)) with { Url = url };

        var refusal = await FiledAsync(content);

        if (fails is null)
        {
            Assert.Null(refusal);
        }
        else
        {
            Assert.Contains(fails, Assert.IsType<FindingRefuses>(refusal).Text.Ja, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task gx_13_2_1_Given_130_signs_of_which_ten_are_variant_kanji_When_filed_Then_the_platform_count_refuses_and_says_so()
    {
        var body = new string('あ', 120) + string.Concat(Enumerable.Repeat("葛\U000E0100", 10));

        var refusal = Assert.IsType<FindingRefuses>(await FiledAsync(await Office.ContentAsync(body)));

        Assert.Equal("gx-13-2-1", refusal.Clause);
        Assert.Contains("X換算299", refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_15_3_Given_an_image_without_origin_or_with_a_licence_that_ended_yesterday_When_filed_Then_refused_with_what_is_missing_or_the_date()
    {
        var picture = new MediaItem(Guid.NewGuid(), "ab12", "image/png", "注意を呼びかける絵", "広報係が作成", "群馬県警察", "own-work");

        Assert.Null(await FiledAsync(await With(picture)));
        var bare = Assert.IsType<FindingRefuses>(await FiledAsync(await With(picture with { Origin = "" })));
        var ended = Assert.IsType<FindingRefuses>(await FiledAsync(await With(picture with { Basis = "licence", Proof = "利用許諾書第3号", RightsUntil = new(2026, 6, 10) })));

        Assert.Equal(("gx-15-3", "gx-15-3"), (bare.Clause, ended.Clause));
        Assert.Contains("6月10日", ended.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task gx_f_2_Given_an_image_without_words_When_filed_Then_refused()
    {
        var picture = new MediaItem(Guid.NewGuid(), "ab12", "image/png", " ", "広報係が作成", "群馬県警察", "own-work");

        Assert.Equal("gx-f-2", Assert.IsType<FindingRefuses>(await FiledAsync(await With(picture))).Clause);
    }

    [Fact]
    public async Task gx_13_4_2_Given_neither_a_document_nor_none_When_filed_Then_refused()
    {
        var refusal = Assert.IsType<FindingRefuses>(await FiledAsync(await Office.ContentAsync() with { NoRelatedDocuments = false }));

        Assert.Equal("gx-13-4-2", refusal.Clause);
    }

    [Fact]
    public async Task gx_9_2_Given_another_bodys_activity_without_the_body_When_filed_Then_refused()
    {
        var refusal = Assert.IsType<FindingRefuses>(await FiledAsync(await Office.ContentAsync() with { ContentClass = "public-body-activity", PublicBody = null }));

        Assert.Equal("gx-9-2", refusal.Clause);
    }

    [Fact]
    public async Task gx_13_4_3_Given_findings_that_were_resolved_or_kept_When_the_head_decides_Then_findings_and_names_are_stored()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync("６月26日（木）に前橋警察署で防犯教室を開催します。"));
        var finding = Assert.IsType<ReasonIsMissing>(await Office.SubmitAsync(id)).Finding;
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [finding.Key] = "主催者の案内のとおりに書くため" };
        Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = reasons }));
        Office.Fine(await Office.SubmitAsync(id));
        Assert.NotNull(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));

        var application = await Office.ReadAsync(id);
        Assert.Equal("主催者の案内のとおりに書くため", application.Current.Content.KeptReasons[finding.Key]);
        Assert.Equal((await Office.WhoAsync("sekiguchi")).Staff, application.ConfirmationOf("no-errors")!.By);
        Assert.NotEqual(application.Author, application.ConfirmationOf("no-errors")!.By);
    }

    private async Task<PostContent> With(MediaItem picture) => await Office.ContentAsync() with { Media = [picture] };

    // A warning is answered with a reason, so that what refuses is a rule that nobody passes
    private async Task<Refusal?> FiledAsync(PostContent content)
    {
        var id = await Office.BeginAsync(content);
        var refusal = await Office.SubmitAsync(id);
        if (refusal is ReasonIsMissing { Finding: var finding })
        {
            var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { [finding.Key] = "確かめた上で残すため" };
            Office.Fine(await Office.EditAsync(id, c => c with { KeptReasons = reasons }));
            refusal = await Office.SubmitAsync(id);
        }

        return refusal;
    }
}

public sealed class FilingOnSqlite(SqliteOffice store) : FilingTests(store), IClassFixture<SqliteOffice>;

public sealed class FilingOnPostgres(PostgresOffice store) : FilingTests(store), IClassFixture<PostgresOffice>;
