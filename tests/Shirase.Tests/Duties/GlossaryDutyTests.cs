using Shirase.Accounts;
using Shirase.Core;
using Shirase.Duties;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>The monthly look at the platform's terms and words; alone on its store, as days pass.</summary>
public abstract class GlossaryDutyTests(TestStore store) : OfficeTests(store)
{
    private const string Terms = "https://x.com/ja/tos";

    [Fact]
    public async Task gx_2_2_Given_the_monthly_look_at_the_terms_When_nothing_changed_it_confirms_the_glossary_and_When_something_did_the_supervisor_has_to_update_it()
    {
        await Office.LookAsync();
        Assert.All(await WordsAsync(), w => Assert.Null(w.CheckedAt));
        await Office.LookAtAsync(Japan(7, 2, 9));
        var duties = await Office.DutiesAsync("terms-review");

        // One of the two answers and the page that was read; no further words
        Assert.IsType<ChoiceIsMissing>(await Office.CloseAsync(duties[0].Id, "takahashi", "見ました。", Terms));
        Office.Clock.SetJapan(2026, 7, 2, 9, 30);
        TestKit.Posts.Office.Fine(await Office.CloseAsync(duties[0].Id, "takahashi", null, Terms, new(0, [])));
        var done = (await Office.DutiesAsync("terms-review")).Single(d => d.Id == duties[0].Id);
        Assert.Equal(((await Office.WhoAsync("takahashi")).Staff, Japan(7, 2, 9, 30), Terms, "変更なし"), (done.ClosedBy!.Value, done.ClosedAt!.Value, done.Evidence, done.Outcome));
        Assert.All(await WordsAsync(), w => Assert.Equal((Japan(7, 2, 9, 30), Terms), (w.CheckedAt!.Value, w.CheckedPage)));
        Assert.Empty(await Office.DutiesAsync("glossary-update"));

        await Office.LookAtAsync(Japan(8, 3, 9));
        var next = (await Office.DutiesAsync("terms-review")).First(d => d.ClosedAt is null && d.Subject == duties[0].Subject);
        TestKit.Posts.Office.Fine(await Office.CloseAsync(next.Id, "takahashi", "「ポスト」の説明が変わった。", Terms, new(1, [])));
        var task = Assert.Single(await Office.DutiesAsync("glossary-update"));
        Assert.Equal(("operation-officer", next.Subject), (task.Owner, task.Subject));
        Assert.NotEmpty(await Office.ToldAsync("kobayashi", "用語集の更新"));
        Assert.IsType<NotYourDuty>(await Office.CloseAsync(task.Id, "takahashi", "改めた。"));

        Office.Clock.SetJapan(2026, 8, 3, 10);
        Assert.IsType<OnlyTheOfficerKeepsTheGlossary>(await SetAsync("takahashi", Terms));
        Assert.IsType<Core.Accounts.GlossarySourceIsWrong>(await SetAsync("kobayashi", "x.com"));
        TestKit.Posts.Office.Fine(await SetAsync("kobayashi", "https://help.x.com/ja/new"));
        var post = (await WordsAsync()).Single(w => w.Rule.Id == "post");
        Assert.Equal(("ツグミ", "https://help.x.com/ja/new", Japan(8, 3, 10)), (post.Wording, post.Source, post.CheckedAt!.Value));
        TestKit.Posts.Office.Fine(await Office.CloseAsync(task.Id, "kobayashi", "用語集を改めた。ポリシーは改めない。"));
    }

    private Task<IReadOnlyList<GlossaryWord>> WordsAsync() => Office.Store.AskAsync<KeepGlossary, IReadOnlyList<GlossaryWord>>(
        k => k.ReadAsync(TestStore.Regulations.InForce("gunma-police-x", new DateOnly(2026, 7, 2))!, Ct), TestKit.Posts.Office.Body);

    private Task<Refusal?> SetAsync(string login, string source) => Office.AskAsync<KeepGlossary, Refusal?>(
        login, (k, w) => k.SetAsync(w, "gunma-police-x", "post", "ツグミ", "公開すること。", source, Ct));
}

public sealed class GlossaryDutyOnSqlite(SqliteDutyOffice store) : GlossaryDutyTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class GlossaryDutyOnPostgres(PostgresDutyOffice store) : GlossaryDutyTests(store), IClassFixture<PostgresDutyOffice>;
