using System.Net;
using System.Text.RegularExpressions;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Web.Access;
using Xunit;

namespace Shirase.Tests.Api;

/// <summary>
/// Every endpoint of the interface with every scope and every role, with nobody, with a token that is over, with another body's
/// token and with one of another unit: the table is asked and the product answers as it says.
/// </summary>
public sealed partial class ApiAccessTests(ApiApp app) : IClassFixture<ApiApp>
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

    public static TheoryData<string> Logins => [.. People.Select(p => p.Login)];

    private static IReadOnlyList<AccessRow> Rows { get; } = [.. AccessTable.Rows.Where(r => r.Scope is not null)];

    [Theory]
    [MemberData(nameof(Logins))]
    public async Task gx_11_1_Given_a_role_and_a_token_of_each_scope_When_every_endpoint_is_called_Then_only_seat_and_scope_together_open(string login)
    {
        var seats = People.Single(p => p.Login == login).Seats;
        foreach (var scope in Scope.All.Select(s => s.Name))
        {
            using var client = app.Client(await app.TokenAsync(login, [scope]));
            foreach (var row in Rows)
            {
                await CallAsync(client, row.Endpoint);
                var expected = (row.Who & seats) == Seats.None ? "SeatIsMissing" : row.Scope!.Length > 0 && row.Scope != scope ? "TokenLacksScope" : null;
                if (expected is not null)
                {
                    client.Refused(HttpStatusCode.Forbidden, expected);
                }
                else
                {
                    Assert.False(client.Status == HttpStatusCode.Forbidden && client.Code is "SeatIsMissing" or "TokenLacksScope" or "EndpointIsClosed", $"{login} with {scope} called {row.Endpoint}: {client.Text}");
                    Assert.True((int)client.Status < 500 && client.Status != HttpStatusCode.Unauthorized, $"{login} with {scope} called {row.Endpoint}: {(int)client.Status} {client.Text}");
                }
            }
        }
    }

    [Fact]
    public async Task Given_nobody_When_every_endpoint_is_called_Then_401()
    {
        using var client = app.Client(null);
        foreach (var row in Rows)
        {
            await CallAsync(client, row.Endpoint);
            client.Refused(HttpStatusCode.Unauthorized, "TokenIsUnknown");
        }
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_revoked_and_an_expired_token_When_every_endpoint_is_called_Then_401_from_that_moment()
    {
        var revoked = await app.IssueAsync("takahashi");
        var doer = new Doer(revoked.Token.Body, revoked.Token.Staff, app.Clock.Now.ToUniversalTime().Truncated());
        TestKit.Posts.Office.Fine(await app.Store.AskAsync<RevokeToken, Refusal?>(r => r.RunAsync(doer, revoked.Token.Id, Ct), doer.Body));
        var expiring = await app.TokenAsync("takahashi", days: 1);
        using var gone = app.Client(revoked.Clear);
        using var old = app.Client(expiring);
        var before = app.Clock.Now;
        app.Clock.Pass(TimeSpan.FromDays(1));
        foreach (var row in Rows)
        {
            await CallAsync(gone, row.Endpoint);
            gone.Refused(HttpStatusCode.Unauthorized, "TokenIsRevoked");
            await CallAsync(old, row.Endpoint);
            old.Refused(HttpStatusCode.Unauthorized, "TokenIsExpired");
        }

        app.Clock.Set(before);
    }

    [Fact]
    public async Task Given_another_bodys_token_When_everything_of_a_case_is_called_Then_it_does_not_exist_and_no_word_of_it_is_told()
    {
        var id = await SecretAsync();
        using var client = app.Client(await app.TokenAsync("ishikawa-admin"));
        foreach (var row in Rows)
        {
            await CallAsync(client, row.Endpoint, id);
            Assert.DoesNotContain(Secret, client.Text, StringComparison.Ordinal);
            if (row.Reach == Reach.Case)
            {
                Assert.True(client.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict or (HttpStatusCode)428,
                    $"{row.Endpoint}: {(int)client.Status} {client.Text}");
            }
        }
    }

    [Fact]
    public async Task Given_a_token_bound_to_another_unit_When_a_case_or_the_body_is_called_Then_closed()
    {
        var id = await SecretAsync();
        var elsewhere = (await app.Store.DbAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.FirstAsync(
            db.Units, u => u.Body == TestKit.Posts.Office.Body && u.Code == "investigation-1", Ct))).Id;
        foreach (var (login, seats) in People)
        {
            using var client = app.Client(await app.TokenAsync(login, unit: elsewhere));
            foreach (var row in Rows.Where(r => (r.Who & seats) != Seats.None))
            {
                await CallAsync(client, row.Endpoint, id);
                Assert.DoesNotContain(Secret, client.Text, StringComparison.Ordinal);
                if (row.Reach == Reach.Case)
                {
                    client.Refused(HttpStatusCode.NotFound, "CaseNotFound");
                }
                else if (row.Reach == Reach.Body)
                {
                    client.Refused(HttpStatusCode.Forbidden, "TokenIsOfAnotherUnit");
                }
            }
        }
    }

    [Fact]
    public void gx_14_1_1_Given_the_table_When_read_Then_publishing_and_deleting_belong_to_PR_officers_with_a_personal_scope()
    {
        var acts = Rows.Where(r => r.Reach == Reach.Case && Publishing().IsMatch(r.Endpoint)).ToList();

        Assert.Equal(4, acts.Count);
        Assert.All(acts, r => Assert.Equal(Seats.PrOfficer, r.Who));
        Assert.All(acts, r => Assert.True(Scope.Find(r.Scope!)!.IsPersonal));
    }

    [Fact]
    public void Given_every_act_on_pages_When_the_interface_is_compared_Then_it_asks_the_same_seats()
    {
        (string Page, string Call)[] same =
        [
            ("POST /posts/{id:guid}/decision?approve", "approve"), ("POST /posts/{id:guid}/decision?return", "return"), ("POST /posts/{id:guid}/decision?reject", "reject"),
            ("POST /posts/{id:guid}/decision?assign", "assign"), ("POST /posts/{id:guid}/decision?hold", "hold"), ("POST /posts/{id:guid}/decision?overrule", "overrule"),
            ("POST /posts/{id:guid}/decision?reexamine", "reexamine"), ("POST /posts/{id:guid}/decision?propose", "wording"), ("POST /posts/{id:guid}/decision?telephone", "telephone"),
            ("POST /posts/{id:guid}/actions?confirm", "confirm"), ("POST /posts/{id:guid}/actions?recall", "recall"), ("POST /posts/{id:guid}/actions?withdraw", "withdraw"),
            ("POST /posts/{id:guid}/actions?dispatch", "dispatch"), ("POST /posts/{id:guid}/actions?pressrelease", "press-release"), ("POST /posts/{id:guid}/error?apply", "correction/apply"),
            ("POST /posts/{id:guid}/error?announce", "correction/announce"), ("POST /posts/{id:guid}/error?abandon", "correction/abandon"), ("POST /posts/{id:guid}/error?report", "error-reports"), ("POST /posts/{id:guid}/actions?consult", "consultations"),
            ("POST /posts/{id:guid}/settle?settle", "decisions/{decision:guid}/settle"), ("POST /posts/{id:guid}/settle?disown", "decisions/{decision:guid}/disown"),
            ("POST /desk?publish", "publish"), ("POST /desk?cancel", "deliveries/{delivery:guid}/cancel"), ("POST /desk?resend", "deliveries/{delivery:guid}/resend"), ("POST /desk?remove", "remove"),
            ("POST /posts/{id:guid}/error?byhand", "deliveries/{delivery:guid}/removed-by-hand"),
            ("POST /posts/{id:guid}/error?acknowledge", "error-reports/{report:guid}/acknowledge"), ("POST /posts/{id:guid}/error?close", "error-reports/{report:guid}/close"),
        ];

        foreach (var (page, call) in same)
        {
            var (onPage, inCall) = (AccessTable.Find(page), AccessTable.Find($"POST /api/v1/posts/{{id:guid}}/{call}"));
            Assert.NotNull(onPage);
            Assert.NotNull(inCall);
            Assert.Equal((onPage.Who, onPage.Clause), (inCall.Who, inCall.Clause));
        }
    }

    private const string Secret = "見えてはならない下書き";

    private async Task<Guid> SecretAsync() =>
        (await app.Office.BeginAsync(await app.Office.ContentAsync() with { Subject = Secret })).Value;

    private static async Task CallAsync(ApiClient client, string endpoint, Guid? id = null)
    {
        var (method, address) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
        var path = Parameter().Replace(address, m => m.Value.Contains(":guid", StringComparison.Ordinal) ? (m.Value.StartsWith("{id", StringComparison.Ordinal) ? id ?? Guid.Empty : Guid.Empty).ToString()
            : m.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "nothing");
        await client.SendAsync(new HttpMethod(method), path, method == "GET" ? null : "{}", Guid.NewGuid().ToString());
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("/(publish|cancel|resend|remove)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Publishing();
}
