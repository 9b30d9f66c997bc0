using System.Net;
using Microsoft.EntityFrameworkCore;
using Shirase.TestKit;
using Shirase.Web.Access;
using Xunit;

namespace Shirase.Tests.BadInput;

/// <summary>Every form of the product with no mark, a forged one and another person's: refused, and nothing has changed.</summary>
public sealed class FormMarkTests(BusyOfficeOnSqlite app) : IClassFixture<BusyOfficeOnSqlite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none")]
    [InlineData("forged")]
    [InlineData("another person's")]
    public async Task Given_a_form_without_a_mark_of_its_own_When_sent_to_any_endpoint_Then_refused_and_nothing_changed(string mark)
    {
        using var other = await app.SignInAsync("mori", Ct);
        await other.GetAsync("/public-bodies", Ct);
        using var people = new People(app);
        foreach (var (_, seats) in People.Known)
        {
            await people.OfAsync(seats, Ct);
        }

        var before = await EntriesAsync();
        var (tried, wrong) = (0, new List<string>());
        foreach (var row in AccessTable.Rows.Where(r => r.Endpoint.StartsWith("POST ", StringComparison.Ordinal) && !IsOpen(r.Endpoint)))
        {
            var browser = await people.OfAsync(row.Who, Ct);
            browser.Mark = mark switch { "none" => null, "forged" => "CfDJ8forged", _ => other.Mark };
            var address = row.Endpoint[5..].Replace("{id:guid}", app.AtTheHead.ToString(), StringComparison.Ordinal).Replace("{media:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("?", "?handler=", StringComparison.Ordinal);

            using var answer = await browser.PostAsync(address, new() { ["Why"] = "理由", ["id"] = app.Published.ToString(), ["confirmed"] = "yes" }, Ct);

            tried++;
            if (answer.StatusCode != HttpStatusCode.BadRequest)
            {
                wrong.Add($"{row.Endpoint} {(int)answer.StatusCode}");
            }
        }

        Assert.Equal([], wrong);
        Assert.True(tried > 70, "The table has no forms any more.");
        Assert.Equal(before, await EntriesAsync());
    }

    // Language and size of letters lie in a cookie of the browser; the error page only shows; residents ask without any cookie; the
    // interface takes no cookie at all
    private static bool IsOpen(string endpoint) => endpoint.StartsWith("POST /api/", StringComparison.Ordinal) || endpoint is "POST /preferences" or "POST /error/{status:int}" or "POST /site/{body}";

    private Task<int> EntriesAsync() => app.Store.DbAsync(db => db.Journal.CountAsync(Ct));

    /// <summary>One signed-in browser for each seat.</summary>
    private sealed class People(ShiraseApp app) : IDisposable
    {
        private readonly Dictionary<string, TestBrowser> _browsers = [];

        public static readonly (string Login, Seats Seats)[] Known =
        [
            ("tamura", Seats.Staff), ("negishi", Seats.UnitHead), ("hoshino", Seats.OperationManager), ("kobayashi", Seats.OperationOfficer),
            ("takahashi", Seats.PrOfficer), ("horiguchi", Seats.Administrator), ("yanagida", Seats.Auditor),
        ];

        public async Task<TestBrowser> OfAsync(Seats who, CancellationToken ct)
        {
            var login = Known.First(k => who.HasFlag(Seats.Public) || (who & k.Seats) != Seats.None).Login;
            return _browsers.TryGetValue(login, out var browser) ? browser : _browsers[login] = await app.SignInAsync(login, ct);
        }

        public void Dispose()
        {
            foreach (var browser in _browsers.Values)
            {
                browser.Dispose();
            }
        }
    }
}
