using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.TestKit.Posts;

/// <summary>What people do with the published policy of an account.</summary>
public static class PolicyIntents
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What the annex asks of the police of Gunma and the system does not know.</summary>
    public static PolicyFill Gunma { get; } = new()
    {
        Answers = new Dictionary<string, string>
        {
            ["station-list"] = "https://www.police.pref.gunma.jp/stations",
            ["consultation-page"] = "https://www.police.pref.gunma.jp/soudan",
        },
    };

    /// <summary>Drafts a version where none is drafted, and adopts it with what is put in.</summary>
    public static async Task<Refusal?> AdoptPolicyAsync(
        this Office office, AccountId account, PolicyFill? fill = null, string login = "hoshino", string? why = null, DateOnly? from = null)
    {
        var begun = await office.AskAsync<KeepPolicyDocument, Result<Guid>>("hoshino", (k, w) => k.BeginAsync(w, account, Ct));
        Office.Fine(begun.Refusal);
        var draft = (await office.Store.PolicyVersionsAsync(Office.Body, account))[0];
        return await office.AskAsync<KeepPolicyDocument, Refusal?>(login, (k, w) => k.AdoptAsync(w, account, fill ?? Gunma, draft.Revision, from, why, Ct));
    }

    /// <summary>Versions of the policy, the newest first.</summary>
    public static Task<List<PolicyDocument>> PolicyVersionsAsync(this TestStore store, BodyId body, AccountId account) =>
        store.DbAsync(db => db.PolicyVersionsAsync(account, Ct), body);

    /// <summary>As if the newest version, and the account on the list of official ones, had been seen on the website.</summary>
    public static async Task ProvedAsync(this TestStore store, BodyId body, AccountId account)
    {
        var newest = (await store.PolicyVersionsAsync(body, account)).First(v => v.State == PolicyDocumentState.Adopted);
        await store.DbAsync(
            db =>
            {
                db.Add(new PageProof(Guid.CreateVersion7(), body, newest.Id, Told.PolicyPage, "https://example.lg.jp/policy", newest.Hash, "", newest.By, newest.At));
                db.Add(new PageProof(Guid.CreateVersion7(), body, account.Value, Told.Listing, "https://example.lg.jp/accounts", newest.Hash, "", newest.By, newest.At));
                return db.SaveChangesAsync(Ct);
            },
            body);
    }
}
