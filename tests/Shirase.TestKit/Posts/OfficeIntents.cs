using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Samples;
using Xunit;

namespace Shirase.TestKit.Posts;

/// <summary>More intents of the sample police: exceptions, consultation, urgency, reposts.</summary>
public static class OfficeIntents
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>From the draft to the examination.</summary>
    public static async Task<PostApplicationId> ToExaminationAsync(this Office office, PostContent content)
    {
        var id = await office.BeginAsync(content);
        Office.Fine(await office.SubmitAsync(id));
        Office.Fine(await office.CheckAsync(id));
        Office.Fine(await office.ApproveAsync(id, "negishi"));
        if ((await office.ReadAsync(id)).Step == "assignment")
        {
            Office.Fine(await office.AssignAsync(id));
        }

        return id;
    }

    public static Task<Refusal?> RejectAsync(this Office office, PostApplicationId id, string login, string? why, string code = "secrecy") =>
        office.AskAsync<Deciding, Refusal?>(login, (d, w) => d.RejectAsync(id, w, code, why, Ct));

    public static Task<Refusal?> WithdrawAsync(this Office office, PostApplicationId id, string? why, string login = "tamura") =>
        office.AskAsync<Drafting, Refusal?>(login, (d, w) => d.WithdrawAsync(id, w, why, Ct));

    public static Task<Refusal?> DispatchAsync(this Office office, PostApplicationId id, string? why = null, string login = "tamura") =>
        office.AskAsync<Deciding, Refusal?>(login, (d, w) => d.DispatchAsync(id, w, why, Ct));

    public static Task<Refusal?> HoldAsync(this Office office, PostApplicationId id, string? why, string login = "hoshino") =>
        office.AskAsync<Deciding, Refusal?>(login, (d, w) => d.HoldAsync(id, w, why, Ct));

    public static Task<Refusal?> OverruleAsync(this Office office, PostApplicationId id, string? why, string login = "hoshino") =>
        office.AskAsync<Deciding, Refusal?>(login, (d, w) => d.OverruleAsync(id, w, why, Ct));

    public static Task<Refusal?> ReexamineAsync(this Office office, PostApplicationId id, string? why, string login = "kobayashi") =>
        office.AskAsync<Deciding, Refusal?>(login, (d, w) => d.ReexamineAsync(id, w, why, Ct));

    /// <summary>Settles the one decision that waits for it.</summary>
    public static async Task<Refusal?> SettleAsync(this Office office, PostApplicationId id, string login, bool agrees = true, string? why = null)
    {
        var decision = (await office.ReadAsync(id)).Decisions.Single(d => d.IsUnsettled);
        return await office.AskAsync<Deciding, Refusal?>(login, (d, w) => d.SettleAsync(id, w, decision.Id, agrees, why, Ct));
    }

    public static async Task<Refusal?> TelephoneAsync(
        this Office office, PostApplicationId id, string decider, DateTimeOffset at, string? why = "時間外に出す必要を認める。", string login = "takahashi")
    {
        var by = await office.WhoAsync(decider);
        return await office.AskAsync<Deciding, Refusal?>(login, (d, w) => d.RecordTelephoneDecisionAsync(id, w, by.Staff, at, why, Ct));
    }

    public static async Task<Refusal?> ProposeAsync(this Office office, PostApplicationId id, Func<string, string> change, string login = "kobayashi")
    {
        var content = (await office.ReadAsync(id)).Current.Content;
        return await office.AskAsync<Consulting, Refusal?>(login, (c, w) =>
            c.ProposeWordingAsync(id, w, content.Subject, change(content.Body), "分かりやすくするため", Ct));
    }

    public static Task<Refusal?> AnswerAsync(this Office office, PostApplicationId id, bool accepts, string? why = null, string login = "tamura") =>
        office.AskAsync<Consulting, Refusal?>(login, (c, w) => c.AnswerWordingAsync(id, w, accepts, why, Ct));

    public static Task<Refusal?> ConsultAsync(this Office office, PostApplicationId id, string question, string login) =>
        office.AskAsync<Consulting, Refusal?>(login, (c, w) => c.ConsultAsync(id, w, question, Ct));

    public static async Task<Refusal?> AgreeAsync(this Office office, PostApplicationId id, string outcome, string login)
    {
        var consultation = (await office.ReadAsync(id)).Consultations.Single().Id;
        return await office.AskAsync<Consulting, Refusal?>(login, (c, w) => c.ConfirmConsultationAsync(id, w, consultation, outcome, Ct));
    }

    public static Task<Refusal?> ReportErrorAsync(this Office office, PostApplicationId id, string text, string login = "tajima") =>
        office.AskAsync<Removing, Refusal?>(login, (r, w) => r.ReportErrorAsync(id, w, text, Ct));

    /// <summary>Applies for the correction that was written down.</summary>
    public static Task<Result<PostApplicationId>> CorrectAsync(this Office office, PostApplicationId id, string login = "tamura") =>
        office.AskAsync<Correcting, Result<PostApplicationId>>(login, (c, w) => c.ApplyAsync(id, w, Ct));

    /// <summary>Writes down what was wrong and what is right.</summary>
    public static Task<Refusal?> WriteCorrectionAsync(
        this Office office, PostApplicationId id, string login = "mori", string wrong = "110番", string right = "#9110", string cause = "転記の誤り") =>
        office.AskAsync<Correcting, Refusal?>(login, (c, w) => c.WriteAsync(id, w, new(wrong, right, cause), Ct));

    public static Task<Refusal?> AnnounceAsync(this Office office, PostApplicationId id, string login = "kobayashi") =>
        office.AskAsync<Correcting, Refusal?>(login, (c, w) => c.AnnounceAsync(id, w, Ct));

    /// <summary>The gate of the practice account as it stands for a person on the administration terminal.</summary>
    public static async Task<IReadOnlyList<GateLine>> GateAsync(this Office office, PostApplicationId id, string login = "takahashi", DateTimeOffset? at = null)
    {
        var who = await office.WhoAsync(login);
        var preview = await office.Store.AskAsync<Publishing, IReadOnlyList<(Core.Accounts.OfficialAccount Account, IReadOnlyList<GateLine> Lines)>>(
            p => p.PreviewAsync(id, who, Office.Terminal, at, Ct), Office.Body);
        return preview is [var first, ..] ? first.Lines : [];
    }

    /// <summary>The minute's look for what is overdue.</summary>
    public static Task RemindAsync(this Office office) => office.Store.InAsync(
        s => ActivatorUtilities.CreateInstance<ReminderJob>(s).RunAsync(
            new Job(Guid.NewGuid(), Office.Body, ReminderJob.Kind, Guid.Empty, office.Clock.Now, office.Clock.Now), Ct),
        Office.Body);

    public static async Task<IReadOnlyList<string>> KindsAsync(this Office office, string login, PostApplicationId about) =>
        [.. (await office.NoticesAsync(login, about)).Select(n => n.Kind)];

    /// <summary>A case of the urgent path on ground 10(1), wished now.</summary>
    public static async Task<PostContent> UrgentAsync(this Office office) =>
        await office.ContentAsync("前橋市内で強盗が発生し、犯人は逃走しています。戸締まりをし、不審な人を見たら110番してください。") with
        {
            Subject = "強盗に注意",
            ActivityOrSource = "強盗事件の注意喚起",
            DesiredAt = office.Clock.Now.AddMinutes(5).InJapan(),
            Ground = "serious-crime",
            Case = new("コンビニエンスストアの強盗", office.Clock.Now.AddMinutes(-15).InJapan(), "前橋警察署刑事第一課", MayDevelop: false),
        };

    /// <summary>Files an urgent case by the duty officer and has the head decide: it waits for the examination.</summary>
    public static async Task<PostApplicationId> UrgentFiledAsync(this Office office, PostContent? content = null)
    {
        var id = await office.BeginAsync(content ?? await office.UrgentAsync(), "tajima");
        Office.Fine(await office.SubmitAsync(id, "tajima"));
        Office.Fine(await office.CheckAsync(id));
        Office.Fine(await office.ApproveAsync(id, "negishi"));
        return id;
    }

    /// <summary>Address of a practice partner's post.</summary>
    public static string PartnerAddress(string post) => $"http://localhost:5080/drill/{Office.Body}/posts/{post}";

    /// <summary>A repost application for a partner's post, with the snapshot that the platform gives.</summary>
    public static async Task<PostContent> RepostAsync(this Office office, string post)
    {
        var content = await office.ContentAsync("");
        content = content with
        {
            Kind = PostKind.Repost,
            Subject = "防災訓練",
            ContentClass = "public-body-activity",
            ActivityOrSource = "市の公式アカウント",
            PublicBody = await office.Store.DbAsync(db => db.PublicBodies.Where(b => b.Handle == SamplePartners.City).Select(b => b.Id).FirstAsync()),
            Necessity = "訓練のサイレンを事件と思った通報が増えるため",
            Repost = new(PartnerAddress(post), "", null, null, "", Seen: false),
        };
        var seen = await office.Store.AskAsync<Screening, RemotePost?>(s => s.ReadTargetAsync(Office.Body, content, Ct), Office.Body);
        return seen is null ? content : content with
        {
            Repost = new(PartnerAddress(post), seen.AuthorHandle, seen.OriginalAuthorHandle, seen.PostedAt, seen.Text, Seen: true),
        };
    }
}
