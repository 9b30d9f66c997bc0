using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Incidents;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Incidents;

/// <summary>Intents in the room of one account's flare-up.</summary>
public sealed class FlareUpDesk(TestStore store, BodyId body, Func<Task<AccountId>> account)
{
    public static FlareUpDesk Of(Prefecture office) => new(office.Store, office.Body, office.AccountAsync);

    public static FlareUpDesk Of(IshikawaOffice office) => new(office.Store, IshikawaOffice.Body, async () => new(await office.AccountAsync()));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Nothing is declared any more, as at the begin of each test.</summary>
    public static Task ForgetAsync(TestStore store) => store.DbAsync(async db =>
    {
        await db.FlareUps.ExecuteDeleteAsync(Ct);
        return await db.FlareUpEntries.ExecuteDeleteAsync(Ct);
    });

    public Task<Refusal?> DeclareAsync(string login, string? why = "批判の返信が１時間に300件を超えた。") =>
        AskAsync<DeclareFlareUp, Refusal?>(login, (u, w, a) => u.DeclareAsync(w, a, why, Ct));

    public Task<Refusal?> DecideAsync(string login, string kind, string reason = "事実と違うことが広まっているため。") =>
        AskAsync<DeclareFlareUp, Refusal?>(login, (u, w, a) => u.DecideAsync(w, a, new(kind, "課長、担当２名", "発表どおりで誤りはない。", "説明する・何もしない", reason), Ct));

    public Task<Refusal?> EndAsync(string login, string? why = "批判が収まった。") => AskAsync<DeclareFlareUp, Refusal?>(login, (u, w, a) => u.EndAsync(w, a, why, Ct));

    public Task<Result<PostApplicationId>> DraftAsync(string login, string kind) =>
        AskAsync<FlareUpTexts, Result<PostApplicationId>>(login, (u, w, a) => u.DraftAsync(w, a, kind, Ct));

    /// <summary>Writes the drafted text out; accounts and room stay.</summary>
    public async Task<PostApplicationId> WrittenAsync(string login, string kind, PostContent content)
    {
        var begun = await DraftAsync(login, kind);
        Assert.True(begun.IsDone, begun.Refusal?.Text.Ja);
        Office.Fine(await AskAsync<Drafting, Refusal?>(login, (d, w, _) => d.SaveAsync(begun.Value, w, content, 0, Ct)));
        return begun.Value;
    }

    public Task<Refusal?> HoldOffAsync(string login, DateTimeOffset? until, params string[] confirmed) =>
        AskAsync<FlareUpTexts, Refusal?>(login, (u, w, a) => u.ApproveHoldingAsync(w, a, until, confirmed, Ct));

    public Task<Refusal?> GoOnAsync(string login, PostApplicationId id, string? why = "災害の案内で、この件と関わりがない。") =>
        AskAsync<FlareUpCases, Refusal?>(login, (u, w, a) => u.GoOnAsync(w, a, id, why, Ct));

    public Task<Refusal?> DropAsync(string login, PostApplicationId id) => AskAsync<FlareUpCases, Refusal?>(login, (u, w, a) => u.DropAsync(w, a, id, Ct));

    public Task<Refusal?> ReadAsync(string login, PostApplicationId id) => AskAsync<FlareUpCases, Refusal?>(login, (u, w, a) => u.ReadAsync(w, a, id, Ct));

    public Task<Refusal?> CutAsync(string login, PostApplicationId id, string? why) => AskAsync<FlareUpCases, Refusal?>(login, (u, w, a) => u.CutAsync(w, a, id, why, Ct));

    public async Task<FlareUp> OpenAsync()
    {
        var id = await account();
        return await store.DbAsync(db => db.FlareUps.AsNoTracking().SingleAsync(f => f.Account == id && f.EndedAt == null, Ct), body);
    }

    private async Task<T> AskAsync<TUseCase, T>(string login, Func<TUseCase, Who, AccountId, Task<T>> ask)
        where TUseCase : notnull
    {
        var id = await account();
        var staff = await store.DbAsync(db => db.Staff.Where(s => s.LoginName == login).Select(s => s.Id).SingleAsync(Ct), body);
        return await store.AskAsync<TUseCase, T>(u => ask(u, new(staff, body), id), body);
    }
}
