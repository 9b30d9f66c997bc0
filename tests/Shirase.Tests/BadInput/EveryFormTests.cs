using System.Net;
using AngleSharp.Dom;
using Shirase.TestKit;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.BadInput;

/// <summary>Every form of every page, each way to send it: whatever is typed, a sentence answers and nothing typed is lost.</summary>
public abstract class EveryFormTests(BusyOffice app)
{
    private const string Controls = "\u0001あ\u202Eい\u2066う\u001Fえ\u200Bお";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_control_characters_in_every_field_When_sent_Then_it_is_done_or_refused_and_nothing_is_lost() =>
        Assert.Equal([], await TriedAsync(
            f => f.Texts.Count == 0 ? [] : [f.With(Controls, f.Texts)],
            (browser, _, form) => IsDone(browser) || browser.Shown().Contains(Controls, StringComparison.Ordinal) || IsSecret(form.Texts)));

    [Fact]
    public async Task Given_U_0000_in_every_field_When_sent_Then_refused_by_a_sentence() =>
        Assert.Equal([], await TriedAsync(
            f => f.Texts.Count == 0 ? [] : [f.With("前の\0後", f.Texts)],
            (browser, answer, _) => answer.StatusCode == HttpStatusCode.BadRequest && Heading(browser).Length > 0));

    [Theory]
    [InlineData("9999", "12", "31", "23:59")]
    [InlineData("1", "1", "1", "00:00")]
    [InlineData("99999999999999999999", "-1", "0", "99:99")]
    [InlineData("令和９９年", "２", "３０", "二時")]
    public async Task Given_days_that_no_office_means_When_sent_Then_no_page_breaks_and_the_day_is_still_there(string year, string month, string day, string time) =>
        Assert.Equal([], await TriedAsync(
            f => f.Days.Count == 0 ? [] : [f.Fields.Select(x => !f.Days.Contains(x.Key) ? x : new KeyValuePair<string, string>(
                x.Key,
                x.Key.EndsWith("Year", StringComparison.Ordinal) ? year
                    : x.Key.EndsWith("Month", StringComparison.Ordinal) ? month
                    : x.Key.EndsWith("Day", StringComparison.Ordinal) ? day
                    : x.Key.EndsWith("Time", StringComparison.Ordinal) ? time : x.Value))],
            (browser, answer, _) => answer.StatusCode == HttpStatusCode.OK && browser.Shown().Contains(year, StringComparison.Ordinal)));

    [Fact]
    public async Task Given_thirty_thousand_characters_in_every_field_When_sent_Then_refused_and_all_of_them_are_still_there()
    {
        var flood = new string('あ', 30_000);

        Assert.Equal([], await TriedAsync(
            f => f.IsPost && f.Texts.Count > 0 ? [f.With(flood, f.Texts)] : [],
            (browser, _, form) => !IsDone(browser) && (browser.Shown().Contains(flood, StringComparison.Ordinal) || IsSecret(form.Texts))));
    }

    private protected async Task<IReadOnlyList<string>> TriedAsync(
        Func<PageForm, IEnumerable<IEnumerable<KeyValuePair<string, string>>>> fill, Func<TestBrowser, HttpResponseMessage, PageForm, bool> isFine)
    {
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var (login, page) in app.Pages)
        {
            using var browser = await app.SignInAsync(login, Ct);
            using var seen = await browser.GetAsync(page, Ct);
            Assert.True((int)seen.StatusCode < 500, $"{login} cannot open {page} any more: {(int)seen.StatusCode}.");
            foreach (var form in seen.IsSuccessStatusCode ? browser.Forms().Where(f => f.Texts.Count + f.Days.Count > 0) : [])
            {
                foreach (var fields in fill(form))
                {
                    using var answer = await form.SendAsync(browser, fields, Ct);
                    tried++;
                    if ((int)answer.StatusCode >= 500 || !isFine(browser, answer, form))
                    {
                        wrong.Add($"{login} {page} → {form.Action}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.True(tried > 10, "The pages have no forms any more.");
        return wrong;
    }

    protected static bool IsDone(TestBrowser browser) => browser.Document().QuerySelector("main > .frame > div[role=status]") is not null;

    // What must not come back
    protected static bool IsSecret(IEnumerable<string> names) => names.Any(n => n is "Password" or "Form.Secret" or "Form.Now" or "Form.New" or "Code" or "PasskeyName" || n.StartsWith("Keys.", StringComparison.Ordinal));

    private static string Heading(TestBrowser browser) => browser.Document().QuerySelector("h1")?.TextContent ?? "";
}

public sealed class EveryFormOnSqlite(BusyOfficeOnSqlite app) : EveryFormTests(app), IClassFixture<BusyOfficeOnSqlite>
{
    [Fact]
    public async Task Given_a_megabyte_in_one_field_When_sent_Then_refused_and_all_of_it_is_still_there()
    {
        var megabyte = new string('あ', 350_000);

        // Each form once, by its last button; what a choice of the form leaves out is not saved at all
        Assert.Equal([], await TriedAsync(
            f => f.IsPost && f.Action is not ("/posts/new?handler=save" or "/posts/new?handler=more" or "/posts/new?handler=check" or "/posts/new?handler=target" or "/posts/new?handler=attach")
                && !f.Action.Contains("/edit", StringComparison.Ordinal)
                ? f.Texts.Where(t => !IsSecret([t]) && t is not ("Necessity" or "TargetAddress" or "TargetAuthor" or "TargetText")).Select(t => f.With(megabyte, [t]))
                : [],
            (browser, _, _) => !IsDone(browser) && browser.Shown().Contains(megabyte, StringComparison.Ordinal)));
    }
}

public sealed class EveryFormOnPostgres(BusyOfficeOnPostgres app) : EveryFormTests(app), IClassFixture<BusyOfficeOnPostgres>;
