using System.Net;
using System.Text;
using Shirase.Core.People;
using Xunit;

namespace Shirase.Tests.Api;

/// <summary>What cannot be read or is not allowed is told as problem details (RFC 9457), in the reader's language.</summary>
public sealed class ApiProblemTests(ApiApp app) : IClassFixture<ApiApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("{", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("[]", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("null", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("{}", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"subjekt":"x"}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"subject":7}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"subject":null}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"subject":"a","subject":"b"}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"subject":"a\u0000b"}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"subject":"\ud83d"}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"kind":"tweet"}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"kind":1}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"desiredAt":"9999-12-31T23:59:59Z"}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"desiredAt":"0001-01-01T00:00:00Z"}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"desiredAt":"2026-06-18T10:00:00"}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"accounts":["x"]}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"accounts":null}}""", HttpStatusCode.BadRequest, "BodyIsUnreadable")]
    [InlineData("""{"content":{"media":[{"id":"3f0f5f2e-0000-0000-0000-000000000000"}]}}""", HttpStatusCode.UnprocessableEntity, "MediaIsUnknown")]
    [InlineData("""{"content":{},"unit":"3f0f5f2e-0000-0000-0000-000000000000"}""", HttpStatusCode.Forbidden, "UnitIsNotYours")]
    public async Task Given_a_body_that_is_no_draft_When_sent_Then_a_problem_names_it_and_nothing_is_stored(string body, HttpStatusCode status, string code)
    {
        using var author = await app.ClientAsync("tamura");
        var before = await CountAsync();

        await author.SendAsync(HttpMethod.Post, "posts", body, Guid.NewGuid().ToString());

        author.Refused(status, code);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Given_too_much_too_deep_and_too_long_When_sent_Then_413_400_and_422()
    {
        using var author = await app.ClientAsync("tamura");

        await author.PostAsync("posts", new { content = new { body = new string('あ', 300_000) } });
        author.Refused(HttpStatusCode.RequestEntityTooLarge, "BodyIsTooLarge");
        await author.PostAsync("posts", new { content = new { body = new string('a', 20_001) } });
        author.Refused(HttpStatusCode.UnprocessableEntity, "EntryTooLong");
        await author.SendAsync(HttpMethod.Post, "posts", new string('[', 5_000), Guid.NewGuid().ToString());
        author.Refused(HttpStatusCode.BadRequest, "BodyIsUnreadable");
        using var chunked = new StreamContent(new Endless(2_000_000));
        chunked.Headers.ContentType = new("application/json");
        await author.SendAsync(HttpMethod.Post, "posts", chunked, Guid.NewGuid().ToString());
        author.Refused(HttpStatusCode.RequestEntityTooLarge, "BodyIsTooLarge");
        await author.SendAsync(HttpMethod.Post, "posts", "subject=x", Guid.NewGuid().ToString(), null, "application/x-www-form-urlencoded");
        author.Refused(HttpStatusCode.UnsupportedMediaType, "MediaTypeIsWrong");
    }

    [Theory]
    [InlineData("posts?limit=0")]
    [InlineData("posts?limit=201")]
    [InlineData("posts?limit=x")]
    [InlineData("posts?cursor=x")]
    [InlineData("posts?cursor=%00")]
    [InlineData("posts?cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5OS4x")]
    [InlineData("posts?state=nothing")]
    [InlineData("posts?state=1")]
    [InlineData("deliveries?state=99")]
    [InlineData("journal?after=-1")]
    [InlineData("out-of-hours?from=9999-12-31&to=9999-12-31")]
    [InlineData("precedents?from=0001-01-01")]
    public async Task Given_an_address_with_a_wrong_value_When_asked_Then_400(string path)
    {
        using var client = await app.ClientAsync(path.StartsWith("journal", StringComparison.Ordinal) ? "horiguchi" : "takahashi");

        await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, client.Status);
        Assert.Equal("application/problem+json", client.Last.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Given_addresses_and_methods_that_are_none_When_called_Then_404_and_405_as_problems()
    {
        using var client = await app.ClientAsync("tamura");

        await client.GetAsync("nothing");
        client.Refused(HttpStatusCode.NotFound, "NothingHere");
        await client.GetAsync("posts/not-a-guid");
        client.Refused(HttpStatusCode.NotFound, "NothingHere");
        await client.GetAsync($"posts/{Guid.NewGuid()}");
        client.Refused(HttpStatusCode.NotFound, "CaseNotFound");
        await client.SendAsync(HttpMethod.Patch, "posts", "{}", "k");
        client.Refused(HttpStatusCode.MethodNotAllowed, "MethodIsNotAllowed");
        await client.GetAsync("../../api");
        client.Refused(HttpStatusCode.NotFound, "NothingHere");
    }

    [Fact]
    public async Task Given_a_wish_for_English_When_refused_Then_in_English_and_else_in_Japanese()
    {
        using var client = await app.ClientAsync("tamura");

        var japanese = await client.GetAsync($"posts/{Guid.NewGuid()}");
        Assert.Contains("見つからない", japanese.GetProperty("detail").GetString(), StringComparison.Ordinal);
        foreach (var (wish, english) in new[] { ("en", true), ("en-US,en;q=0.9,ja;q=0.8", true), ("ja,en;q=0.5", false), ("fr", false), ("en;q=0", false), (",,;;q=", false) })
        {
            var problem = await client.SendAsync(HttpMethod.Get, $"posts/{Guid.NewGuid()}", (HttpContent?)null, null, null, ("Accept-Language", wish));
            Assert.Equal(english, problem.GetProperty("detail").GetString()!.StartsWith("There is no such case", StringComparison.Ordinal));
            Assert.Equal(english ? "Not found" : "見つかりません", problem.GetProperty("title").GetString());
        }
    }

    [Fact]
    public async Task Given_no_token_or_words_instead_of_one_When_called_Then_401_with_the_way_to_sign_in()
    {
        foreach (var token in new[] { null, "x", "shirase_" + new string('A', 43) })
        {
            using var client = app.Client(token);
            await client.GetAsync("posts");
            client.Refused(HttpStatusCode.Unauthorized, "TokenIsUnknown");
            Assert.StartsWith("Bearer", client.Last.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Given_the_session_of_a_page_When_the_interface_is_called_with_its_cookie_Then_it_is_nobody()
    {
        using var browser = await app.SignInAsync("takahashi", Ct);

        using var answer = await browser.Client.GetAsync("/api/v1/posts", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Given_a_token_When_pages_are_called_with_it_Then_it_opens_none()
    {
        using var client = await app.ClientAsync("takahashi");

        await client.GetAsync("/desk");

        Assert.Equal(HttpStatusCode.Redirect, client.Status);
        Assert.Contains("/sign-in", client.Last.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_call_from_another_sites_script_When_answered_Then_no_header_lets_it_read()
    {
        using var client = await app.ClientAsync("tamura");

        await client.SendAsync(HttpMethod.Get, "posts", (HttpContent?)null, null, null, ("Origin", "https://evil.example"));

        Assert.False(client.Last.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("no-store", client.Last.Headers.CacheControl?.ToString());
        Assert.Equal("nosniff", client.Last.Headers.GetValues("X-Content-Type-Options").Single());
        await client.SendAsync(HttpMethod.Options, "posts", (HttpContent?)null, null, null, ("Origin", "https://evil.example"), ("Access-Control-Request-Method", "POST"));
        Assert.False(client.Last.Headers.Contains("Access-Control-Allow-Methods"));
    }

    [Fact]
    public async Task Given_more_cases_than_a_piece_When_the_next_addresses_are_followed_Then_each_comes_once_the_newest_first()
    {
        using var author = await app.ClientAsync("nakajima");
        var made = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            // The clock stands: all of them are of one moment
            made.Add((await author.PostAsync("posts", new { content = new { subject = $"件名{i}" } })).GetProperty("id").GetGuid());
        }

        var seen = new List<Guid>();
        for (var next = "posts?limit=3&state=draft"; next is not null;)
        {
            var piece = await author.GetAsync(next);
            author.Is(HttpStatusCode.OK);
            Assert.True(piece.GetProperty("items").GetArrayLength() <= 3);
            seen.AddRange(piece.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("title").GetString()!.StartsWith("件名", StringComparison.Ordinal)).Select(c => c.GetProperty("id").GetGuid()));
            next = piece.GetProperty("next").GetString();
        }

        Assert.Equal(made.Order(), seen.Order());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public async Task Given_a_token_bound_to_a_unit_When_other_units_cases_are_asked_Then_they_are_not_there()
    {
        var mine = await app.Office.BeginAsync(await app.Office.ContentAsync());
        var unit = (await app.Office.ReadAsync(mine)).Unit;
        using var there = await app.ClientAsync("nakajima");
        var other = (await there.PostAsync("posts", new { content = new { subject = "本部の下書き" } })).GetProperty("id").GetGuid();
        TestKit.Posts.Office.Fine(await app.Office.SubmitAsync(mine));
        using var bound = app.Client(await app.TokenAsync("yanagida", null, unit));

        await bound.GetAsync($"posts/{mine}");
        bound.Is(HttpStatusCode.OK);
        await bound.GetAsync($"posts/{other}");
        bound.Refused(HttpStatusCode.NotFound, "CaseNotFound");
        var list = await bound.GetAsync("posts?limit=200");
        Assert.All(list.GetProperty("items").EnumerateArray(), c => Assert.Equal(unit.Value, c.GetProperty("unit").GetGuid()));
        await bound.GetAsync("journal");
        bound.Refused(HttpStatusCode.Forbidden, "TokenIsOfAnotherUnit");
        await bound.GetAsync("tokens/current");
        Assert.Equal(unit.Value, bound.Json.GetProperty("unit").GetGuid());
    }

    [Fact]
    public async Task Given_readers_of_registers_When_asked_Then_each_list_answers()
    {
        using var officer = await app.ClientAsync("kobayashi");
        foreach (var path in new[] { "units", "public-bodies", "out-of-hours", "precedents", "regulations", "regulations/gunma-police-x", "notices", "deliveries", "error-reports", "tokens/current" })
        {
            await officer.GetAsync(path);
            officer.Is(HttpStatusCode.OK);
        }

        var regulation = await officer.GetAsync("regulations/gunma-police-x");
        Assert.Contains(regulation.GetProperty("clauses").EnumerateArray(), c => c.GetProperty("id").GetString() == "gx-14-1-1");
        await officer.GetAsync("regulations/nothing");
        officer.Refused(HttpStatusCode.NotFound, "NoSuchRegulation");
        using var auditor = await app.ClientAsync("yanagida", Scope.RecordsRead);
        var journal = await auditor.GetAsync("journal?limit=2");
        Assert.Equal([1, 2], journal.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("number").GetInt32()));
        Assert.Equal("/api/v1/journal?after=2&limit=2", journal.GetProperty("next").GetString());
        var proof = await auditor.PostAsync("journal/verify");
        Assert.Equal(0, proof.GetProperty("faults").GetArrayLength());
    }

    private Task<int> CountAsync() =>
        app.Store.DbAsync(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Applications, Ct));

    /// <summary>A body whose length nobody says.</summary>
    private sealed class Endless(int most) : Stream
    {
        private int _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var n = Math.Min(count, most - _given);
            Encoding.ASCII.GetBytes(new string(' ', n)).CopyTo(buffer, offset);
            _given += n;
            return n;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>Bounds of calls, with small figures.</summary>
public sealed class ApiRateTests(ApiRateTests.SlowApp slow) : IClassFixture<ApiRateTests.SlowApp>
{
    [Fact]
    public async Task Given_a_bound_of_calls_When_a_token_goes_past_it_Then_429_says_when_and_others_go_on()
    {
        using var one = await slow.App.ClientAsync("tamura");
        using var other = await slow.App.ClientAsync("negishi");
        for (var i = 0; i < 3; i++)
        {
            await one.GetAsync("tokens/current");
            one.Is(HttpStatusCode.OK);
        }

        await one.GetAsync("tokens/current");
        one.Refused(HttpStatusCode.TooManyRequests, "RateIsExceeded");
        Assert.InRange(one.Last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await other.GetAsync("tokens/current");
        other.Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_guesses_without_a_token_When_an_address_goes_past_the_bound_Then_429_and_a_valid_token_still_opens()
    {
        using var guessing = slow.App.Client("shirase_" + new string('B', 43));
        await guessing.GetAsync("posts");
        guessing.Is(HttpStatusCode.Unauthorized);
        await guessing.GetAsync("posts");
        guessing.Is(HttpStatusCode.Unauthorized);
        await guessing.GetAsync("posts");
        guessing.Refused(HttpStatusCode.TooManyRequests, "RateIsExceeded");

        using var valid = await slow.App.ClientAsync("hoshino");
        await valid.GetAsync("tokens/current");
        valid.Is(HttpStatusCode.OK);
    }

    public sealed class SlowApp : IAsyncLifetime
    {
        public ApiApp App { get; } = new(new Dictionary<string, string?> { ["Api:CallsPerMinute"] = "3", ["Api:RefusedPerMinute"] = "2" });

        public ValueTask InitializeAsync() => App.InitializeAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
