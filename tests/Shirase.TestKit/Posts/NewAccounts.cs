using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.TestKit.Posts;

/// <summary>Accounts of 栃木県 that are asked for, on platforms of their own.</summary>
public static class NewAccounts
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An account on a new platform, with everything done but the review of its terms.</summary>
    public static async Task<(Guid Platform, AccountId Account)> OpenedAsync(Prefecture tochigi)
    {
        var name = $"媒体{Guid.NewGuid():N}"[..12];
        Office.Fine(await tochigi.AskAsync<KeepPlatforms, Refusal?>("yoshizawa", (k, w) => k.EnterAsync(w, name, true, true, "", Ct)));
        var platform = await tochigi.Store.DbAsync(db => db.Platforms.Where(p => p.Name == name).Select(p => p.Id).SingleAsync(Ct), tochigi.Body);
        var handle = $"t{Guid.NewGuid():N}"[..14];
        var plan = new ResponsePlan { Watches = "担当者", Decides = "課長", Contacts = "担当者、課長", Texts = "確認してお知らせします。" };
        var (id, refusal) = await tochigi.AskAsync<AskingForAccounts, (Guid?, Refusal?)>("tomoko", (a, w) => a.BeginAsync(w, new(platform, handle, handle, "話題を届けるため。", plan), Ct));
        Office.Fine(refusal);
        Office.Fine(await tochigi.AskAsync<AskingForAccounts, Refusal?>("shinohara", (a, w) => a.DecideAsync(w, id!.Value, Ct)));
        var account = await tochigi.Store.DbAsync(db => db.AccountRequests.Where(r => r.Id == id).Select(r => r.Account!.Value).SingleAsync(Ct), tochigi.Body);
        Office.Fine(await tochigi.PolicyAsync(_ => new()
        {
            Purpose = "県の話題を届ける。",
            Contents = "観光",
            Contributions = "none",
            Mode = "send-only",
            Authentication = "on",
            Approval = "課長補佐が承認する。",
            Points = TestStore.Regulations.Versions("tochigi-social-media")[^1].AccountPoints.ToDictionary(p => p.Id, _ => default(DateOnly)),
        }, account: account));
        return (platform, account);
    }
}
