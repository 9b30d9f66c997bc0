using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>A mail that touches the business of another section.</summary>
public abstract class MailConcernedTests(TestStore store) : MailCases(store)
{
    private const string Text = "前橋市内で強盗の下調べの電話が増えています。お金の話が出たら110番してください。";

    [Fact]
    public async Task gm_3_3_b_2_Given_a_mail_on_a_robbery_When_filed_and_checked_Then_the_investigating_section_is_proposed_and_consulted_or_a_reason_given()
    {
        var content = await MailAsync(Text);
        var refusal = await SubmitAsync(await Office.BeginAsync(content));
        Assert.Equal("gm-3-3-b-2", Assert.IsType<Shirase.Core.Posts.ReasonIsMissing>(refusal).Clause);
        Assert.Contains("候補：捜査第一課", refusal!.Text.Ja, StringComparison.Ordinal);

        var alone = content with { KeptReasons = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["concerned-units|"] = "捜査第一課から受けた情報のとおりのため。" } };
        Office.Fine(await Office.ApproveAsync(await FiledAsync(alone), "shimizu"));

        var id = await FiledAsync(content with { RelatedUnits = [await InvestigationAsync()] });
        Assert.Equal("gm-3-3-b-2", Assert.IsType<ConsultationIsOpen>(await Office.ApproveAsync(id, "shimizu")).Clause);
        Assert.Contains("consultation.asked", await Office.KindsAsync("iizuka", id));
        Office.Fine(await AnswerAsync(id, ConsultationResult.Agreed));
        Office.Fine(await Office.ApproveAsync(id, "shimizu"));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        Office.Fine(await DispatchAsync(id));
    }

    [Fact]
    public async Task gm_3_3_b_2_Given_a_section_that_does_not_agree_When_sending_Then_refused_until_the_manager_decides_with_a_reason()
    {
        var content = await MailAsync(Text.Replace("前橋", "高崎", StringComparison.Ordinal));
        var id = await FiledAsync(content with { RelatedUnits = [await InvestigationAsync()] });
        Office.Fine(await AnswerAsync(id, ConsultationResult.Objection));
        Office.Fine(await Office.ApproveAsync(id, "shimizu"));

        Assert.NotNull(await DispatchAsync(id));
        Assert.Equal("gm-3-3-b-2", Assert.IsType<ObjectionNeedsReason>(await Office.ApproveAsync(id, "negishi")).Clause);
        Assert.Contains("捜査第一課", (await Office.ApproveAsync(id, "negishi"))!.Text.Ja, StringComparison.Ordinal);
        Office.Fine(await Office.ApproveAsync(id, "negishi", "被害を防ぐため、場所を町名までにして配信する。"));

        Office.Fine(await DispatchAsync(id));
    }

    private Task<Refusal?> AnswerAsync(PostApplicationId id, string result) => Office.AskAsync<Concerning, Refusal?>(
        "iizuka", async (c, w) => await c.AnswerAsync(id, w, new(await InvestigationAsync()), result, "捜査への影響を確かめた。", Ct));

    private Task<Guid> InvestigationAsync() => Office.Store.DbAsync(
        async db => (await db.Units.Where(u => u.Body == Office.Body && u.Code == "investigation-1").Select(u => u.Id).SingleAsync(Ct)).Value, Office.Body);
}

public sealed class MailConcernedOnSqlite(SqliteOffice store) : MailConcernedTests(store), IClassFixture<SqliteOffice>;

public sealed class MailConcernedOnPostgres(PostgresOffice store) : MailConcernedTests(store), IClassFixture<PostgresOffice>;
