using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>
/// The police files its cases under the guidelines for mail: 前橋署 writes (田村), a second person reads (関口), the deputy chief checks
/// (清水), the chief approves (根岸), the operator dispatches (田島). The way out is the practice timeline until mails can be sent.
/// </summary>
public abstract class MailCases(TestStore store) : OfficeTests(store)
{
    protected const string Mail = "gunma-police-mail";

    private static readonly (string Role, string Login)[] Seats =
    [
        ("operation-manager", "hoshino"), ("unit-head", "negishi"), ("operation-officer", "shimizu"), ("pr-officer", "tajima"), ("press-desk", "hara"),
    ];

    /// <summary>An ordinary mail under the table: everything ticked but by nobody yet.</summary>
    protected async Task<PostContent> MailAsync(string body = "前橋市内で不審な電話が増えています。お金の話が出たら110番してください。")
    {
        var account = await AdoptAsync();
        return await Office.ContentAsync(body) with { Subject = "不審な電話に注意", Accounts = [account.Value], CaseInformation = "no" };
    }

    /// <summary>Filed and read by a second person; it waits for the supervisor.</summary>
    protected async Task<PostApplicationId> FiledAsync(PostContent content)
    {
        var id = await Office.BeginAsync(content);
        Office.Fine(await SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        return id;
    }

    /// <summary>Checked and approved; it waits for the operator.</summary>
    protected async Task<PostApplicationId> ApprovedAsync(PostContent content)
    {
        var id = await FiledAsync(content);
        Office.Fine(await Office.ApproveAsync(id, "shimizu"));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));
        return id;
    }

    protected async Task<Refusal?> SubmitAsync(PostApplicationId id, params string[] without)
    {
        var boxes = TestStore.Regulations.Versions(Mail)[^1].Attestations.Where(a => a.Step == "application" && !a.OtherThanAuthor).Select(a => a.Id).Except(without).ToList();
        return await Office.AskAsync<Drafting, Refusal?>("tamura", (d, w) => d.SubmitAsync(id, w, boxes, null, Ct));
    }

    protected Task<Refusal?> DispatchAsync(PostApplicationId id, string login = "tajima", string? terminal = Office.Terminal) => Office.PublishAsync(id, login, terminal: terminal);

    /// <summary>It is refused at this line of the gate, and the clause of this document is named.</summary>
    protected static void Closed(string gate, string clause, Refusal? refusal)
    {
        var line = Assert.IsType<GateIsClosed>(refusal).Line;
        Assert.Equal(gate, line.Gate);
        Assert.Equal(clause, line.Clause);
    }

    protected async Task<Refusal?> AppointAsync(string role, string login)
    {
        var who = await Office.WhoAsync(login);
        return (await Office.Store.AskAsync<Appoint, Entered<Guid>>(
            a => a.RunAsync(ConnectedX.Doer(Office), new(Mail, role, who.Staff, new DateOnly(2026, 6, 1), null, "群広第83号"), Ct), Office.Body)).Refusal;
    }

    /// <summary>From now on new cases follow the guidelines for mail; once in a store.</summary>
    private async Task<AccountId> AdoptAsync()
    {
        if (await Office.Store.DbAsync(db => db.Accounts.Where(a => a.Regulation == Mail).Select(a => (AccountId?)a.Id).SingleOrDefaultAsync(Ct), Office.Body) is { } known)
        {
            return known;
        }

        await Office.Store.DbAsync(async db =>
        {
            (await db.Bodies.SingleAsync(b => b.Id == Office.Body, Ct)).Adopt(Mail);
            return await db.SaveChangesAsync(Ct);
        }, Office.Body);
        foreach (var (role, login) in Seats)
        {
            Office.Fine(await AppointAsync(role, login));
        }

        // The station's own area: its account, which its operators alone dispatch to
        var unit = await Office.Store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body && u.Code == SampleCast.Maebashi).Select(u => u.Id).SingleAsync(Ct));
        var entered = await Office.Store.AskAsync<RegisterAccount, Entered<AccountId>>(
            r => r.RunAsync(ConnectedX.Doer(Office), new AccountFacts(Mail, "drill", "gunma_police_mail", "情報メール", unit, new DateOnly(2026, 1, 1)), Ct), Office.Body);
        Office.Fine(entered.Refusal);
        return entered.Id!.Value;
    }
}
