using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.TestKit.Posts;

/// <summary>交通企画課 of the sample's 石川県警察 at work: its own account, its own head, its own senders.</summary>
public sealed class IshikawaOffice(TestStore store)
{
    public const string Terminal = "交通企画課 PC-014（本部庁舎 交通企画課）";

    public static readonly BodyId Body = SampleCast.Ishikawa;

    public TestStore Store => store;

    public async Task<Who> WhoAsync(string login) =>
        new(await store.DbAsync(db => db.Staff.Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync(), Body), Body);

    public async Task<T> AskAsync<TUseCase, T>(string login, Func<TUseCase, Who, Task<T>> ask)
        where TUseCase : notnull
    {
        var who = await WhoAsync(login);
        return await store.AskAsync<TUseCase, T>(u => ask(u, who), Body);
    }

    /// <summary>An ordinary content that passes every check; desired on Thursday 18 June 2026, 10:00.</summary>
    public async Task<PostContent> ContentAsync(string body = "夕暮れ時は反射材を着けましょう。横断歩道では歩行者が優先です。") => new()
    {
        Subject = "夕暮れ時の交通事故防止",
        Body = body,
        Accounts = [await AccountAsync()],
        DesiredAt = new DateTimeOffset(2026, 6, 18, 10, 0, 0, JapanTime.Offset),
        ContentClass = "traffic-accident",
        ActivityOrSource = "交通事故の防止",
        CaseInformation = "no",
        Extension = "3311",
    };

    public Task<Guid> AccountAsync() =>
        store.DbAsync(async db => (await db.Accounts.SingleAsync(a => a.Body == Body && a.Handle == "ishikawa_kotsu")).Id.Value, Body);

    public Task<Guid> UnitAsync(string code) =>
        store.DbAsync(async db => (await db.Units.SingleAsync(u => u.Body == Body && u.Code == code)).Id.Value, Body);

    public async Task<PostApplicationId> BeginAsync(PostContent content, string author = "kinoshita")
    {
        var who = await WhoAsync(author);
        var unit = await store.DbAsync(db => db.Postings.Where(p => p.Staff == who.Staff).OrderByDescending(p => p.From).Select(p => p.Unit).FirstAsync(), Body);
        var begun = await store.AskAsync<Drafting, Result<PostApplicationId>>(d => d.BeginAsync(who, unit, content, Ct), Body);
        Assert.True(begun.IsDone, begun.Refusal?.Text.Ja);
        return begun.Value;
    }

    public async Task<Refusal?> EditAsync(PostApplicationId id, Func<PostContent, PostContent> change, string login = "kinoshita")
    {
        var application = await ReadAsync(id);
        return await AskAsync<Drafting, Refusal?>(login, (d, w) => d.SaveAsync(id, w, change(application.Current.Content), application.Revision, Ct));
    }

    public Task<Refusal?> SubmitAsync(PostApplicationId id, string author = "kinoshita", params string[] without) =>
        AskAsync<Drafting, Refusal?>(author, async (d, w) => await d.SubmitAsync(
            id, w, [.. (await RegulationAsync(id)).Attestations.Where(a => a.Step == "application" && !without.Contains(a.Id)).Select(a => a.Id)], null, Ct));

    public Task<Refusal?> ApproveAsync(PostApplicationId id, string login = "nishida", string? opinion = null, params string[] without) =>
        AskAsync<Deciding, Refusal?>(login, async (d, w) =>
        {
            var step = (await ReadAsync(id)).Step;
            return await d.ApproveAsync(id, w,
                [.. (await RegulationAsync(id)).Attestations.Where(a => a.Step == step && !without.Contains(a.Id)).Select(a => a.Id)], opinion, Ct);
        });

    public Task<Refusal?> ReturnAsync(PostApplicationId id, string login, string why) =>
        AskAsync<Deciding, Refusal?>(login, (d, w) => d.ReturnAsync(id, w, "", why, Ct));

    public Task<Refusal?> AnswerAsync(PostApplicationId id, string login, string unit, string result = ConsultationResult.Agreed) =>
        AskAsync<Concerning, Refusal?>(login, async (c, w) => await c.AnswerAsync(id, w, new(await UnitAsync(unit)), result, "異存なし", Ct));

    public Task<Refusal?> NoteCallAsync(PostApplicationId id, string login, string unit, string with, DateTimeOffset at) =>
        AskAsync<Concerning, Refusal?>(login, async (c, w) =>
            await c.NoteCallAsync(id, w, new(await UnitAsync(unit)), (await WhoAsync(with)).Staff, at, ConsultationResult.Agreed, "文面に異存なし", Ct));

    public Task<Refusal?> PublishAsync(PostApplicationId id, string login = "nakamura", DateTimeOffset? at = null, string? terminal = Terminal) =>
        AskAsync<Publishing, Refusal?>(login, (p, w) => p.OrderAsync(id, w, terminal, at, Ct));

    /// <summary>Takes a content from the draft to the sender's desk by the ordinary path.</summary>
    public async Task<PostApplicationId> ReadyAsync(PostContent content)
    {
        var id = await BeginAsync(content);
        Office.Fine(await SubmitAsync(id));
        Office.Fine(await ApproveAsync(id));
        return id;
    }

    public Task<PostApplication> ReadAsync(PostApplicationId id) => store.DbAsync(
        db => db.Applications.AsNoTracking().AsSplitQuery().Include(a => a.Versions).Include(a => a.Decisions).Include(a => a.Confirmations).Include(a => a.Consultations)
            .SingleAsync(a => a.Id == id), Body);

    public Task<IReadOnlyList<PostDelivery>> DeliveriesAsync(PostApplicationId id) =>
        store.DbAsync(async db => (IReadOnlyList<PostDelivery>)await db.Deliveries.AsNoTracking().Where(d => d.Application == id).ToListAsync(Ct), Body);

    public async Task<IReadOnlyList<Core.Duties.Notice>> NoticesAsync(string login, PostApplicationId? about = null)
    {
        var who = await WhoAsync(login);
        return await store.DbAsync(
            db => db.Notices.AsNoTracking().Where(n => n.To == who.Staff && (about == null || n.About == about)).OrderBy(n => n.At).ToListAsync(), Body);
    }

    private async Task<Core.Regulations.Regulation> RegulationAsync(PostApplicationId id)
    {
        var application = await ReadAsync(id);
        return TestStore.Regulations.Find(application.Regulation, application.RegulationVersion)!;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
