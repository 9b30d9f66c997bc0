using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>News of an incident goes out without delay after the police learnt of it. Thursday, 18 June 2026.</summary>
public abstract class MailRecognitionTests(TestStore store) : MailCases(store)
{
    private static DateTimeOffset At(int hour, int minute, int day = 18) => new(2026, 6, day, hour, minute, 0, JapanTime.Offset);

    [Fact]
    public async Task gm_4_3_1_Given_recognition_at_16_05_and_no_dispatch_When_17_05_and_18_05_come_Then_amber_then_red_with_alerts_and_a_reason_is_asked()
    {
        Office.Clock.Set(At(16, 10));
        var content = await IncidentAsync(At(16, 5));
        var (draft, id) = (await Office.BeginAsync(content), await ApprovedAsync(content));
        Office.Clock.Set(At(17, 4));
        await Office.RemindAsync();
        Assert.Empty(await ToldAsync("negishi", draft));
        Assert.Equal(RecognitionState.Fresh, await LookAsync(draft));

        Office.Clock.Set(At(17, 5));
        await Office.RemindAsync();
        await Office.RemindAsync();
        Assert.Equal(RecognitionState.Amber, await LookAsync(draft));
        foreach (var login in new[] { "negishi", "shimizu", "tamura" })
        {
            Assert.Equal(["reminder.recognised-amber"], await ToldAsync(login, draft));
            Assert.Equal(["reminder.recognised-amber"], await ToldAsync(login, id));
        }

        Office.Clock.Set(At(18, 5));
        await Office.RemindAsync();
        Assert.Equal(RecognitionState.Red, await LookAsync(draft));
        Assert.Contains("reminder.recognised-red", await ToldAsync("negishi", draft));

        Closed("recognition", "gm-4-3-1", await DispatchAsync(id));
        Office.Fine(await Office.AskAsync<Publishing, Refusal?>("tajima", (p, w) => p.OrderAsync(id, w, Office.Terminal, null, Ct, "被害者の安全の確認に時間を要したため")));
        Assert.Contains((await Office.ReadAsync(id)).Decisions, d => d.Verb == Verb.ExplainHours && d.Opinion == "被害者の安全の確認に時間を要したため");
    }

    [Fact]
    public async Task gm_4_3_1_Given_a_time_of_recognition_that_lies_ahead_When_saved_Then_refused()
    {
        Office.Clock.Set(At(16, 10));
        var id = await Office.BeginAsync(await IncidentAsync(At(16, 5)));

        var application = await Office.ReadAsync(id);
        var refusal = await Office.AskAsync<Drafting, Refusal?>(
            "tamura", (d, w) => d.SaveAsync(id, w, application.Current.Content with { Case = new("", At(16, 11), "", false) }, application.Revision, Ct));

        Assert.Equal("gm-4-3-1", Assert.IsType<RecognitionLiesAhead>(refusal).Clause);
    }

    [Fact]
    public async Task gm_4_3_1_Given_an_incident_without_the_time_or_no_answer_When_filed_Then_refused()
    {
        var content = await MailAsync("館林市内で不審な電話が増えています。お金の話が出たら110番してください。");

        foreach (var open in new[] { content with { CaseInformation = "yes" }, content with { CaseInformation = null } })
        {
            Assert.Equal("gm-4-3-1", Assert.IsType<FindingRefuses>(await SubmitAsync(await Office.BeginAsync(open))).Clause);
        }
    }

    [Fact]
    public async Task gm_4_3_1_Given_a_press_release_to_come_or_the_night_When_two_hours_pass_Then_the_clock_waits_and_says_for_what()
    {
        Office.Clock.Set(At(16, 10));
        var content = await IncidentAsync(At(16, 5));
        var (press, night) = (await Office.BeginAsync(content with { PressRelease = "planned" }), await Office.BeginAsync(content));

        Office.Clock.Set(At(18, 30));
        Assert.Equal(RecognitionState.Waits, await LookAsync(press));
        Assert.Equal(RecognitionState.Red, await LookAsync(night));
        Office.Clock.Set(At(23, 0));
        Assert.Equal(RecognitionState.Waits, await LookAsync(night));
    }

    private async Task<PostContent> IncidentAsync(DateTimeOffset at) =>
        await MailAsync("桐生市内で不審な電話が増えています。お金の話が出たら110番してください。") with
        {
            CaseInformation = "yes",
            Case = new("", at, "", false),
            DesiredAt = Office.Clock.Now.AddMinutes(10).InJapan(),
        };

    private async Task<RecognitionState> LookAsync(PostApplicationId id)
    {
        var application = await Office.ReadAsync(id);
        return RecognitionClock.Of(application, TestStore.Regulations.Find(application.Regulation, application.RegulationVersion)!, Office.Clock.Now).State;
    }

    private async Task<IReadOnlyList<string>> ToldAsync(string login, PostApplicationId id) =>
        [.. (await Office.KindsAsync(login, id)).Where(k => k.StartsWith("reminder.recognised", StringComparison.Ordinal))];
}

public sealed class MailRecognitionOnSqlite(SqliteOffice store) : MailRecognitionTests(store), IClassFixture<SqliteOffice>;

public sealed class MailRecognitionOnPostgres(PostgresOffice store) : MailRecognitionTests(store), IClassFixture<PostgresOffice>;
