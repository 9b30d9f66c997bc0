using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Samples;
using Shirase.TestKit;
using Shirase.Web.Access;
using Xunit;

namespace Shirase.Tests.Access;

/// <summary>
/// For every endpoint and every role, nobody, and another body's user: the table is asked and the product answers as it says. Endpoints
/// that a token opens have the same in <see cref="Api.ApiAccessTests"/>.
/// </summary>
public sealed partial class AccessTableTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static readonly (string Login, Seats Seats)[] People =
    [
        ("tamura", Seats.Staff),
        ("negishi", Seats.Staff | Seats.UnitHead),
        ("hoshino", Seats.Staff | Seats.UnitHead | Seats.OperationManager),
        ("kobayashi", Seats.Staff | Seats.OperationOfficer),
        ("takahashi", Seats.Staff | Seats.PrOfficer),
        ("horiguchi", Seats.Staff | Seats.Administrator),
        ("yanagida", Seats.Staff | Seats.Auditor),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_every_endpoint_When_compared_Then_each_has_one_line_and_no_line_is_left_over()
    {
        var endpoints = await Endpoints.OfAsync(app.Services);
        var lines = AccessTable.Rows.Select(r => r.Endpoint).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(lines.Count, AccessTable.Rows.Count);
        Assert.DoesNotContain(endpoints, e => !lines.Contains(e));
        Assert.DoesNotContain(lines, l => !endpoints.Contains(l, StringComparer.OrdinalIgnoreCase)
            && !l.StartsWith("POST /error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_nobody_When_any_closed_endpoint_is_called_Then_signing_in_is_asked()
    {
        foreach (var row in AccessTable.Rows.Where(r => r.Scope is null && !r.Who.HasFlag(Seats.Public)))
        {
            using var answer = await CallAsync(null, row.Endpoint);
            var asked = answer.StatusCode is HttpStatusCode.Unauthorized
                || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal));
            Assert.True(asked, $"{row.Endpoint} answered nobody with {(int)answer.StatusCode}.");
        }
    }

    [Theory]
    [InlineData("tamura")]
    [InlineData("negishi")]
    [InlineData("hoshino")]
    [InlineData("kobayashi")]
    [InlineData("takahashi")]
    [InlineData("horiguchi")]
    [InlineData("yanagida")]
    public async Task gx_11_1_Given_a_role_When_every_endpoint_is_called_directly_Then_only_its_own_open(string login)
    {
        var seats = People.Single(p => p.Login == login).Seats;
        using var browser = await app.SignInAsync(login, Ct);
        foreach (var row in AccessTable.Rows.Where(r => r.Scope is null && !IsSigningOut(r.Endpoint)))
        {
            using var answer = await CallAsync(browser, row.Endpoint);
            var opens = row.Who.HasFlag(Seats.Public) || (row.Who & seats) != Seats.None;
            Assert.True(
                opens == (answer.StatusCode != HttpStatusCode.Forbidden),
                $"{login} called {row.Endpoint}: {(int)answer.StatusCode}, the table says {row.Who}.");
            Assert.True((int)answer.StatusCode < 500, $"{login} called {row.Endpoint}: {(int)answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task Given_another_bodys_user_When_a_case_of_this_body_is_called_Then_it_does_not_exist_for_him()
    {
        var (application, delivery) = await SomeCaseAsync();
        using var browser = await app.SignInAsync("ishikawa-admin", Ct);
        foreach (var row in AccessTable.Rows.Where(r => r.Scope is null && r.Who.HasFlag(Seats.Staff) && r.Endpoint.Contains("/posts/{id:guid}", StringComparison.Ordinal)))
        {
            using var answer = await CallAsync(browser, row.Endpoint, application, delivery);
            Assert.True(
                answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest,
                $"{row.Endpoint} answered another body's user with {(int)answer.StatusCode}.");
            var page = await answer.Content.ReadAsStringAsync(Ct);
            Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void gx_14_1_1_Given_the_table_When_read_Then_publishing_and_deleting_belong_to_pr_officers_alone()
    {
        var acts = AccessTable.Rows.Where(r => r.Endpoint.StartsWith("POST /desk", StringComparison.Ordinal)
            && PublishingVerb().IsMatch(r.Endpoint)).ToList();

        Assert.True(acts.Count >= 5, "The desk's verbs are not found in the table any more.");
        Assert.All(acts, r => Assert.Equal(Seats.PrOfficer, r.Who));
    }

    private const string Secret = "見えてはならない下書き";

    private async Task<(Guid Application, Guid Delivery)> SomeCaseAsync()
    {
        var who = await app.Store.DbAsync(db => db.Staff.SingleAsync(s => s.LoginName == "tamura", Ct));
        var unit = await app.Store.DbAsync(db => db.Postings.Where(p => p.Staff == who.Id).Select(p => p.Unit).FirstAsync(Ct));
        var regulation = TestKit.Storage.TestStore.Regulations.InForce("gunma-police-x", new DateOnly(2026, 6, 11))!;
        var application = Core.Posts.PostApplication.Begin(
            new(Guid.CreateVersion7()), SampleCast.Gunma, regulation, unit, new() { Subject = Secret, Body = Secret }, new Act(who.Id, app.Clock.Now.Truncated()));
        await app.Store.DbAsync(db =>
        {
            db.Add(application);
            return db.SaveChangesAsync(Ct);
        });
        return (application.Id.Value, Guid.NewGuid());
    }

    private static bool IsSigningOut(string endpoint) => endpoint.Contains("/sign-out", StringComparison.Ordinal) || endpoint.Contains("/sign-in", StringComparison.Ordinal);

    private async Task<HttpResponseMessage> CallAsync(TestBrowser? browser, string endpoint, Guid? id = null, Guid? second = null)
    {
        var (method, address) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var filled = Parameter().Replace(address, m => m.Value switch
        {
            _ when m.Value.Contains(":guid", StringComparison.Ordinal) => (id ?? second ?? Guid.Empty).ToString(),
            _ when m.Value.Contains(":int", StringComparison.Ordinal) => "404",
            _ when m.Value.Contains("body", StringComparison.Ordinal) => "gunma-police",
            _ => "nothing",
        });
        var at = filled.IndexOf('?', StringComparison.Ordinal);
        var target = at < 0 ? filled : $"{filled[..at]}?handler={filled[(at + 1)..]}";
        using var request = new HttpRequestMessage(new(method), new Uri(app.Address, target));
        request.Headers.Accept.ParseAdd("text/html");
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = browser?.Cookies ?? new() };
        using var invoker = new HttpMessageInvoker(handler);
        var answer = await invoker.SendAsync(request, Ct);
        await answer.Content.LoadIntoBufferAsync(Ct);
        return answer;
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\?(publish|schedule|cancel|resend|remove)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PublishingVerb();
}
