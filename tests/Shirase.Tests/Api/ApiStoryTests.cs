using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.TestKit.Images;
using Xunit;

namespace Shirase.Tests.Api;

/// <summary>One post from draft to deletion by programs alone, each acting as one person.</summary>
public abstract class ApiStoryTests(ApiApp app)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_14_1_1_Given_tokens_of_everybody_When_a_post_goes_its_way_Then_each_step_is_its_persons_and_the_public_reads_it()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var author = await app.ClientAsync("tamura", Scope.PostsDraft, Scope.PostsRead);
        using var checker = await app.ClientAsync("sekiguchi", Scope.PostsDraft);
        using var head = await app.ClientAsync("negishi", Scope.PostsDecide, Scope.PostsRead);
        using var manager = await app.ClientAsync("hoshino", Scope.PostsDecide);
        using var officer = await app.ClientAsync("kobayashi", Scope.PostsDecide, Scope.PostsRead);
        using var publisher = await app.ClientAsync("takahashi", Scope.PostsPublish, Scope.PostsRemove, Scope.PostsRead);

        var id = await FiledAsync(author, checker);
        var seen = await head.GetAsync($"posts/{id}");
        Assert.Equal("unit-head", seen.GetProperty("case").GetProperty("step").GetString());
        await ApproveAsync(head, id);
        await manager.PostAsync($"posts/{id}/assign");
        manager.Is(manager.Code == "NotWaitingForDecision" ? HttpStatusCode.Conflict : HttpStatusCode.OK);
        await ApproveAsync(officer, id);

        var open = await publisher.GetAsync($"posts/{id}/gate");
        Assert.All(open.EnumerateArray(), g => Assert.True(g.GetProperty("isOpen").GetBoolean(), g.ToString()));
        var ordered = await publisher.PostAsync($"posts/{id}/publish");
        publisher.Is(HttpStatusCode.OK);
        Assert.NotEqual("", ordered.GetProperty("number").GetString());
        await app.Office.RunJobsAsync();
        await PublishedAsync(publisher, id);

        await author.PostAsync($"posts/{id}/error-reports", new { text = "電話番号が違う" });
        author.Is(HttpStatusCode.OK);
        var report = (await publisher.GetAsync("error-reports?open=true")).GetProperty("items").EnumerateArray().First(r => r.GetProperty("case").GetGuid() == id);
        await publisher.PostAsync($"posts/{id}/error-reports/{report.GetProperty("id").GetGuid()}/acknowledge");
        publisher.Is(HttpStatusCode.OK);
        await publisher.PostAsync($"posts/{id}/remove", new { why = "電話番号の誤り" });
        publisher.Is(HttpStatusCode.OK);
        await app.Office.RunJobsAsync();
        await author.PutAsync($"posts/{id}/correction", new { wrong = "番号は119", right = "" }, null);
        author.Refused(HttpStatusCode.UnprocessableEntity, "CorrectionNeedsBoth");
        await author.PutAsync($"posts/{id}/correction", new { wrong = "番号は119", right = "番号は110" }, null);
        author.Is(HttpStatusCode.OK);
        await author.PostAsync($"posts/{id}/correction/apply");
        author.Is(HttpStatusCode.Created);
        Assert.StartsWith("/api/v1/posts/", author.Last.Headers.Location!.ToString(), StringComparison.Ordinal);

        var actors = await app.Store.DbAsync(db => db.Applications.AsNoTracking().Include(a => a.Decisions).Where(a => a.Id == new PostApplicationId(id)).SelectMany(a => a.Decisions).Select(d => d.By).ToListAsync(Ct));
        Assert.Contains((await app.Office.WhoAsync("negishi")).Staff, actors);
        Assert.Contains((await app.Office.WhoAsync("kobayashi")).Staff, actors);
    }

    [Fact]
    public async Task gx_12_1_2_Given_the_author_When_his_program_approves_his_own_text_Then_refused_like_on_the_page()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var author = await app.ClientAsync("negishi");
        using var checker = await app.ClientAsync("sekiguchi");
        var id = await FiledAsync(author, checker);
        var seen = await author.GetAsync($"posts/{id}");

        await author.PostAsync($"posts/{id}/approve", new { hash = seen.GetProperty("case").GetProperty("hash").GetString(), confirmed = Array.Empty<string>() });

        Assert.Equal("gx-12-1-2", author.Refused(HttpStatusCode.Forbidden, "TouchedContentCannotDecide").GetProperty("clause").GetString());
    }

    [Fact]
    public async Task gx_11_2_Given_another_device_When_a_PR_officers_program_publishes_Then_the_gate_is_closed_and_every_line_is_told()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var id = (await app.Office.ReadyAsync(await app.Office.ContentAsync())).Value;
        using var publisher = app.Client(await app.TokenAsync("takahashi"), IPAddress.Parse("127.0.0.2"));

        await publisher.PostAsync($"posts/{id}/publish");

        var problem = publisher.Refused(HttpStatusCode.Conflict, "GateIsClosed");
        Assert.Equal("gx-11-2", problem.GetProperty("clause").GetString());
        var account = Assert.Single(problem.GetProperty("gate").EnumerateArray());
        Assert.False(account.GetProperty("isOpen").GetBoolean());
        var closed = Assert.Single(account.GetProperty("lines").EnumerateArray(), l => !l.GetProperty("passed").GetBoolean());
        Assert.Equal("terminal", closed.GetProperty("gate").GetString());
        Assert.False(await app.Store.DbAsync(db => db.Deliveries.AnyAsync(d => d.Application == new PostApplicationId(id), Ct)));
    }

    [Theory]
    [InlineData("hoshino")]
    [InlineData("kobayashi")]
    [InlineData("horiguchi")]
    public async Task gx_14_1_1_Given_a_token_with_the_scope_to_publish_When_its_person_is_no_PR_officer_Then_it_publishes_nothing_and_the_journal_tells(string login)
    {
        app.Clock.SetJapan(2026, 6, 11);
        var id = (await app.Office.ReadyAsync(await app.Office.ContentAsync())).Value;
        using var other = await app.ClientAsync(login);

        await other.PostAsync($"posts/{id}/publish");

        Assert.Equal("gx-14-1-1", other.Refused(HttpStatusCode.Forbidden, "SeatIsMissing").GetProperty("clause").GetString());
        var who = (await app.Office.WhoAsync(login)).Staff;
        Assert.True(await app.Store.DbAsync(db => db.Journal.AnyAsync(j => j.Verb == "access.refused" && j.Actor == who && j.Detail.Contains("/publish"), Ct)));
    }

    [Fact]
    public async Task gx_12_1_2_Given_a_text_that_changed_since_it_was_read_When_approved_by_its_old_hash_Then_refused()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var id = await app.Office.BeginAsync(await app.Office.ContentAsync());
        TestKit.Posts.Office.Fine(await app.Office.SubmitAsync(id));
        TestKit.Posts.Office.Fine(await app.Office.CheckAsync(id));
        using var head = await app.ClientAsync("negishi");

        await head.PostAsync($"posts/{id}/approve", new { hash = new string('0', 64), confirmed = Array.Empty<string>() });

        head.Refused(HttpStatusCode.Conflict, "TextIsAnotherNow");
    }

    [Fact]
    public async Task Given_two_programs_at_one_draft_When_the_second_writes_on_an_old_revision_Then_412_and_nothing_is_lost()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var author = await app.ClientAsync("tamura");
        var id = (await author.PostAsync("posts", new { content = new { subject = "はじめ" } })).GetProperty("id").GetGuid();
        var tag = author.Last.Headers.ETag!.ToString();
        await author.PutAsync($"posts/{id}", new { subject = "一人目" }, tag);
        author.Is(HttpStatusCode.OK);

        await author.PutAsync($"posts/{id}", new { subject = "二人目" }, tag);
        author.Refused(HttpStatusCode.PreconditionFailed, "RevisionIsAnother");
        await author.PutAsync($"posts/{id}", new { subject = "二人目" }, null);
        author.Refused((HttpStatusCode)428, "RevisionIsNeeded");
        await author.PutAsync($"posts/{id}", new { subject = "二人目" }, "\"x\"");
        author.Refused(HttpStatusCode.PreconditionFailed, "RevisionIsAnother");

        await author.GetAsync($"posts/{id}");
        Assert.Equal("一人目", author.Json.GetProperty("content").GetProperty("subject").GetString());
    }

    [Fact]
    public async Task gx_13_3_1_Given_an_image_When_attached_as_bytes_Then_it_is_cleaned_and_can_be_described_read_and_detached()
    {
        app.Clock.SetJapan(2026, 6, 11);
        using var author = await app.ClientAsync("tamura");
        var id = (await author.PostAsync("posts", new { content = new { subject = "写真" } })).GetProperty("id").GetGuid();
        using var file = new ByteArrayContent(PngFile.Of(40, 30));
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");

        var attached = await author.SendAsync(HttpMethod.Post, $"posts/{id}/media", file, Guid.NewGuid().ToString());
        author.Is(HttpStatusCode.Created);
        var media = attached.GetProperty("id").GetGuid();
        await author.GetAsync($"posts/{id}");
        await author.PutAsync($"posts/{id}", new { subject = "写真", media = new[] { new { id = media, alt = "署の外観" } } }, author.Last.Headers.ETag!.ToString());
        author.Is(HttpStatusCode.OK);
        await author.GetAsync($"posts/{id}/media/{media}");
        Assert.Equal("image/png", author.Last.Content.Headers.ContentType?.MediaType);
        await author.GetAsync($"posts/{id}");
        Assert.Equal("署の外観", author.Json.GetProperty("content").GetProperty("media")[0].GetProperty("alt").GetString());
        var tag = author.Last.Headers.ETag!.ToString();
        await author.PutAsync($"posts/{id}", new { subject = "写真", media = new[] { new { id = Guid.NewGuid() } } }, tag);
        author.Refused(HttpStatusCode.UnprocessableEntity, "MediaIsUnknown");
        await author.PutAsync($"posts/{id}", new { subject = "写真" }, tag);
        author.Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_everything_that_a_form_may_state_When_a_program_writes_it_and_writes_it_again_Then_nothing_is_lost()
    {
        using var author = await app.ClientAsync("tamura", Scope.PostsDraft, Scope.PostsRead);
        var unit = (await app.Office.ReadAsync(await app.Office.BeginAsync(await app.Office.ContentAsync()))).Unit.Value;
        var stated = new
        {
            subject = "訓練　捜索",
            body = "前橋市内で女性の行方が分からなくなっています。",
            ground = "serious-crime",
            emergencyCase = "災害",
            release = new { @class = "2", status = "public", decisionNumber = "第3号", decidedOn = "2026-06-10", notBefore = "2026-06-12T09:00:00+09:00" },
            website = new { isCritical = true, address = "https://www.pref.gunma.jp/a" },
            caseInformation = "yes",
            relatedUnits = new[] { unit },
            standardForm = Guid.NewGuid(),
            training = true,
            family = new { person = "父", at = "2026-06-11T09:30:00+09:00" },
        };
        var id = (await author.PostAsync("posts", new { content = stated })).GetProperty("id").GetGuid();
        author.Is(HttpStatusCode.Created);
        await author.GetAsync($"posts/{id}");
        var first = author.Json.GetProperty("content");

        await author.PutAsync($"posts/{id}", first, author.Last.Headers.ETag!.ToString());
        author.Is(HttpStatusCode.OK);
        await author.GetAsync($"posts/{id}");
        var second = author.Json.GetProperty("content");

        Assert.Equal(first.ToString(), second.ToString());
        Assert.Equal(("災害", "第3号", "yes", "父"), (
            second.GetProperty("emergencyCase").GetString(), second.GetProperty("release").GetProperty("decisionNumber").GetString(),
            second.GetProperty("caseInformation").GetString(), second.GetProperty("family").GetProperty("person").GetString()));
        Assert.True(second.GetProperty("training").GetBoolean());
        Assert.Equal(unit, second.GetProperty("relatedUnits")[0].GetGuid());
        Assert.Equal("https://www.pref.gunma.jp/a", second.GetProperty("website").GetProperty("address").GetString());
    }

    [Fact]
    public async Task gx_3_1_b_1_Given_the_managers_token_When_an_account_is_stopped_Then_it_is_so_and_it_goes_on_by_proof_only()
    {
        var account = await app.Office.DrillAccountAsync();
        using var manager = await app.ClientAsync("hoshino");

        await manager.PostAsync($"accounts/{account}/stop", new { why = " " });
        manager.Refused(HttpStatusCode.UnprocessableEntity, "ReasonIsMissing");
        Assert.Equal("stopped", (await manager.PostAsync($"accounts/{account}/stop", new { why = "不審な投稿" })).GetProperty("state").GetString());
        await manager.PostAsync($"accounts/{account}/stop", new { why = "もう一度" });
        manager.Refused(HttpStatusCode.Conflict, "AccountIsNotActive");
        await manager.PostAsync($"accounts/{account}/resume", new { why = "確認済み" });
        manager.Refused(HttpStatusCode.Conflict, "CredentialsAreOld");
        await app.Store.DbAsync(db => db.Accounts.ExecuteUpdateAsync(s => s.SetProperty(a => a.State, Core.Accounts.AccountState.Active), Ct));
    }

    [Fact]
    public async Task gx_14_1_1_Given_a_program_that_stops_everything_When_it_goes_on_Then_two_persons_agreed()
    {
        using var publisher = await app.ClientAsync("takahashi");
        using var manager = await app.ClientAsync("hoshino");
        using var author = await app.ClientAsync("tamura");

        await author.PostAsync("freezes", new { why = "押してみた" });
        author.Refused(HttpStatusCode.Forbidden, "SeatIsMissing");
        var stopped = await publisher.PostAsync("freezes", new { why = "誤った投稿" });
        var freeze = Assert.Single(stopped.EnumerateArray()).GetProperty("id").GetGuid();
        await publisher.PostAsync($"freezes/{freeze}/resume");
        publisher.Refused(HttpStatusCode.Forbidden, "SeatIsMissing");
        await publisher.PostAsync($"freezes/{freeze}/ask-resume", new { why = "直した" });
        publisher.Is(HttpStatusCode.OK);
        Assert.Equal(0, (await manager.PostAsync($"freezes/{freeze}/resume")).GetArrayLength());
    }

    private async Task<Guid> FiledAsync(ApiClient author, ApiClient checker)
    {
        var account = await app.Office.DrillAccountAsync();
        var begun = await author.PostAsync("posts", new
        {
            content = new
            {
                subject = "特殊詐欺に注意",
                body = "市役所の職員が電話でATMの操作をお願いすることはありません。不審な電話は110番へ。",
                accounts = new[] { account },
                desiredAt = "2026-06-18T10:00:00+09:00",
                contentClass = "own-activity",
                activityOrSource = "特殊詐欺の予防",
                noRelatedDocuments = true,
                extension = "2211",
            },
        });
        author.Is(HttpStatusCode.Created);
        var id = begun.GetProperty("id").GetGuid();
        await author.PostAsync($"posts/{id}/submit", new { confirmed = new[] { "personal-information" } });
        author.Refused(HttpStatusCode.UnprocessableEntity, "AttestationIsOpen");
        await author.PostAsync($"posts/{id}/submit", new { confirmed = new[] { "personal-information", "investigation-information", "consistency", "rights", "content-class" } });
        author.Is(HttpStatusCode.OK);
        await checker.PostAsync($"posts/{id}/confirm", new { attestation = "no-errors" });
        checker.Is(HttpStatusCode.OK);
        return id;
    }

    private static async Task ApproveAsync(ApiClient client, Guid id)
    {
        var seen = await client.GetAsync($"posts/{id}");
        var asked = seen.GetProperty("attestations").EnumerateArray().Where(a => a.GetProperty("step").GetString() != "application").Select(a => a.GetProperty("id").GetString()).ToArray();
        await client.PostAsync($"posts/{id}/approve", new { hash = seen.GetProperty("case").GetProperty("hash").GetString(), confirmed = asked });
        client.Is(HttpStatusCode.OK);
    }

    private static async Task PublishedAsync(ApiClient client, Guid id)
    {
        var seen = await client.GetAsync($"posts/{id}");
        Assert.Equal("published", seen.GetProperty("case").GetProperty("state").GetString());
        Assert.NotEqual("", seen.GetProperty("deliveries")[0].GetProperty("address").GetString());
    }
}

public sealed class ApiStoryOnSqlite(ApiApp app) : ApiStoryTests(app), IClassFixture<ApiApp>;

public sealed class ApiStoryOnPostgres(ApiOnPostgres app) : ApiStoryTests(app), IClassFixture<ApiOnPostgres>;
