using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>定期の確認: what staff confirm to have read, and what waits for it.</summary>
public abstract class ReadingTests(TestStore store) : IAsyncLifetime
{
    private Office Gunma { get; } = new(store);

    private Prefecture Okayama { get; } = Prefecture.Okayama(store);

    private Prefecture Tochigi { get; } = Prefecture.Tochigi(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        store.Clock.SetJapan(2026, 6, 11);
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_15_1_1_Given_a_confirmation_that_expired_yesterday_When_an_application_is_filed_Then_refused_until_it_is_confirmed_again()
    {
        store.Clock.SetJapan(2027, 4, 1);
        Office.Fine(await ConfirmAsync(await Gunma.WhoAsync("tamura"), "conduct"));
        var id = await Gunma.BeginAsync(await Gunma.ContentAsync());
        store.Clock.SetJapan(2028, 3, 31);
        Assert.Null(await UnreadAsync(id));

        store.Clock.SetJapan(2028, 4, 1);
        var refusal = Assert.IsType<ReadingIsDue>(await UnreadAsync(id));

        Assert.Equal("gx-15-1-1", refusal.Clause);
        Assert.Contains("発信に携わる職員の心得の確認が済んでいません", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Draft, (await Gunma.ReadAsync(id)).State);
        Office.Fine(await ConfirmAsync(await Gunma.WhoAsync("tamura"), "conduct"));
        Assert.Null(await UnreadAsync(id));
    }

    [Fact]
    public async Task gx_15_1_2_Given_the_yearly_confirmation_When_shown_and_given_Then_the_Act_stands_there_with_its_number_and_person_time_and_words_are_kept()
    {
        store.Clock.SetJapan(2027, 4, 1, 9, 30);
        var who = await Gunma.WhoAsync("tamura");
        var rule = Assert.Single(await StatesAsync(who)).Rule;
        Assert.Contains("地方公務員法（昭和25年法律第261号）", rule.Sentences.Single(s => s.Clause == "gx-15-1-2").Text.Ja, StringComparison.Ordinal);

        Office.Fine(await ConfirmAsync(who, "conduct"));

        var entry = await store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Verb == "reading.confirmed").OrderByDescending(j => j.Number).FirstAsync(Ct), Office.Body);
        Assert.Equal((who.Staff, $"staff/{who.Staff}", store.Clock.Now), (entry.Actor!.Value, entry.Subject, entry.At));
        var detail = JsonDocument.Parse(entry.Detail).RootElement;
        Assert.Equal((rule.Hash(), "2023", "2028-03-31"), (detail.GetProperty("hash").GetString(), detail.GetProperty("version").GetString(), detail.GetProperty("until").GetString()));
    }

    [Fact]
    public async Task gx_15_1_4_Given_other_words_When_they_were_confirmed_before_Then_they_are_to_be_confirmed_anew()
    {
        store.Clock.SetJapan(2027, 4, 1);
        var who = await Gunma.WhoAsync("tamura");
        Office.Fine(await ConfirmAsync(who, "conduct"));
        var state = Assert.Single(await StatesAsync(who));
        Assert.True(state.Holds);

        var more = state.Rule with { Sentences = [.. state.Rule.Sentences, new("gx-15-1-4", new("持ち出しの記録に関する要領を守る。", "I obey the rules on taking material out."))] };

        Assert.True((state with { Rule = more }).IsDue);
    }

    [Fact]
    public async Task ok_5_2_0_Given_a_lapsed_confirmation_When_a_draft_is_filed_Then_refused_until_it_is_given()
    {
        store.Clock.SetJapan(2028, 4, 3);
        var id = await Okayama.BeginAsync(await Okayama.ContentAsync());

        var refusal = Assert.IsType<ReadingIsDue>(await Okayama.SubmitAsync(id));
        Assert.Equal("ok-5-2-0", refusal.Clause);

        Office.Fine(await ConfirmAsync(await Okayama.WhoAsync("namba"), "guideline"));
        Office.Fine(await Okayama.SubmitAsync(id));
    }

    [Fact]
    public async Task ok_5_2_o_2_Given_the_yearly_confirmation_When_it_is_given_Then_the_sentence_on_awareness_is_among_those_kept_with_name_and_day()
    {
        store.Clock.SetJapan(2027, 4, 1);
        var who = await Okayama.WhoAsync("namba");
        var open = Assert.IsType<ReadingSentenceIsOpen>(await ConfirmAsync(who, "guideline", 0));
        Assert.Equal("ok-5-2-o-2", open.Clause);

        Office.Fine(await ConfirmAsync(who, "guideline"));

        var entry = await store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Verb == "reading.confirmed").OrderByDescending(j => j.Number).FirstAsync(Ct), Okayama.Body);
        Assert.Equal(who.Staff, entry.Actor);
        Assert.Contains("ok-5-2-o-2", JsonDocument.Parse(entry.Detail).RootElement.GetProperty("clauses").EnumerateArray().Select(c => c.GetString()));
    }

    [Fact]
    public async Task to_0_2_Given_an_author_without_a_confirmation_When_she_writes_Then_nothing_is_written_and_the_sentence_says_so()
    {
        var draft = await Tochigi.BeginAsync(await Tochigi.ContentAsync());
        store.Clock.SetJapan(2029, 4, 2);
        var who = await Tochigi.WhoAsync("tomoko");
        var content = await Tochigi.ContentAsync("書き直した文です。お出かけの前に案内を御覧ください。");

        var edit = Assert.IsType<ReadingIsDue>(await Tochigi.AskAsync<Drafting, Refusal?>("tomoko", (d, w) => d.SaveAsync(draft, w, content, 1, Ct)));
        Assert.Equal("to-0-2", edit.Clause);
        Assert.Contains("ガイドラインの確認が済んでいません", edit.Text.Ja, StringComparison.Ordinal);
        var unit = (await Tochigi.ReadAsync(draft)).Unit;
        Assert.IsType<ReadingIsDue>((await Tochigi.AskAsync<Drafting, Result<PostApplicationId>>("tomoko", (d, w) => d.BeginAsync(w, unit, content, Ct))).Refusal);

        Office.Fine(await ConfirmAsync(who, "guideline"));
        var revision = (await Tochigi.ReadAsync(draft)).Revision;
        Office.Fine(await Tochigi.AskAsync<Drafting, Refusal?>("tomoko", (d, w) => d.SaveAsync(draft, w, content, revision, Ct)));
    }

    [Fact]
    public async Task to_0_2_Given_a_confirmation_that_ends_on_31_March_When_1_March_comes_Then_it_is_to_be_renewed_and_not_before()
    {
        store.Clock.SetJapan(2027, 4, 1);
        var who = await Tochigi.WhoAsync("tomoko");
        Office.Fine(await ConfirmAsync(who, "guideline"));

        store.Clock.SetJapan(2028, 2, 29);
        Assert.False(Assert.Single(await StatesAsync(who)).EndsSoon);
        store.Clock.SetJapan(2028, 3, 1);

        var state = Assert.Single(await StatesAsync(who));
        Assert.Equal((true, true, new DateOnly(2028, 3, 31)), (state.Holds, state.EndsSoon, state.Last!.Until));
    }

    [Fact]
    public async Task to_2_2_a_Given_the_yearly_confirmation_When_given_Then_the_rules_confirmed_and_the_day_are_kept()
    {
        store.Clock.SetJapan(2027, 4, 1);
        var who = await Tochigi.WhoAsync("tomoko");

        Office.Fine(await ConfirmAsync(who, "guideline"));

        var entry = await store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Verb == "reading.confirmed").OrderByDescending(j => j.Number).FirstAsync(Ct), Tochigi.Body);
        Assert.Equal(["to-0-2", "to-2-2-a", "to-2-2-b", "to-2-2-c"], JsonDocument.Parse(entry.Detail).RootElement.GetProperty("clauses").EnumerateArray().Select(c => c.GetString()!));
        Assert.Equal(new DateOnly(2027, 4, 1), entry.At.JapanDay());
    }

    [Fact]
    public async Task to_5_2_a_Given_staff_who_are_no_author_When_a_draft_is_begun_Then_refused_and_the_authors_are_named()
    {
        var content = await Tochigi.ContentAsync();
        var unit = (await Tochigi.ReadAsync(await Tochigi.BeginAsync(content))).Unit;

        var refusal = Assert.IsType<NotAnAuthor>((await Tochigi.AskAsync<Drafting, Result<PostApplicationId>>("yoshizawa", (d, w) => d.BeginAsync(w, unit, content, Ct))).Refusal);

        Assert.Equal("to-5-2-a", refusal.Clause);
        var author = await store.DbAsync(db => db.Staff.Where(s => s.LoginName == "tomoko").Select(s => s.Name).SingleAsync(Ct), Tochigi.Body);
        Assert.Contains(author, refusal.Text.Ja, StringComparison.Ordinal);
    }

    private Task<Refusal?> ConfirmAsync(Who who, string reading, params int[] ticked) =>
        store.AskAsync<KeepReadings, Refusal?>(k => k.ConfirmAsync(who, reading, ticked.Length > 0 ? ticked : [0, 1, 2, 3], Ct), who.Body);

    private Task<IReadOnlyList<ReadingState>> StatesAsync(Who who) =>
        store.AskAsync<KeepReadings, IReadOnlyList<ReadingState>>(k => k.StatesAsync(who.Body, who.Staff, Ct), who.Body);

    // A day long past is wished for; only whether the reading stops it is asked here
    private async Task<ReadingIsDue?> UnreadAsync(PostApplicationId id) => await Gunma.SubmitAsync(id) as ReadingIsDue;
}

public sealed class ReadingOnSqlite(SqlitePrefectures store) : ReadingTests(store), IClassFixture<SqlitePrefectures>;

public sealed class ReadingOnPostgres(PostgresPrefectures store) : ReadingTests(store), IClassFixture<PostgresPrefectures>;
