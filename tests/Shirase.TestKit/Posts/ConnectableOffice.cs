using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.People;
using Shirase.TestKit.Bluesky;
using Xunit;

namespace Shirase.TestKit.Posts;

/// <summary>The office whose accounts can be connected to the real Bluesky server.</summary>
public static class ConnectableOffice
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Enters a practice account under a handle of the server, with a policy that the public can read where the test leaves that alone.</summary>
    public static async Task<AccountId> RegisterAsync(this Office office, string handle, bool withPolicy = true)
    {
        var unit = await office.Store.DbAsync(db => db.Units.Where(u => u.Body == Office.Body && u.Code == "pr-division").Select(u => u.Id).SingleAsync(Ct));
        var entered = await office.Store.AskAsync<RegisterAccount, Entered<AccountId>>(
            r => r.RunAsync(Doer(office), new AccountFacts("gunma-police-x", "drill", handle, "試験", unit, new DateOnly(2026, 1, 1)), Ct), Office.Body);
        Assert.True(entered.Refusal is null, entered.Refusal?.Text.Ja);
        if (withPolicy)
        {
            Office.Fine(await office.AdoptPolicyAsync(entered.Id!.Value));
            await office.Store.ProvedAsync(Office.Body, entered.Id.Value);
        }

        return entered.Id!.Value;
    }

    public static async Task ConnectAsync(this Office office, AccountId account, Uri service, string secret) =>
        Office.Fine(await office.Store.AskAsync<ConnectAccount, Refusal?>(
            c => c.RunAsync(Doer(office), account, "bluesky", service.ToString(), secret, Ct), Office.Body));

    public static async Task<int> StandingAsync(this Pds pds, ChannelAccount account) =>
        (await pds.GetAsync($"com.atproto.repo.listRecords?repo={account.Handle}&collection=app.bsky.feed.post&limit=100", Ct))
        .GetProperty("records").GetArrayLength();

    internal static void Equip(IServiceCollection services, DrillFaults faults)
    {
        FaultyDrill.Equip(services, faults);
        services.AddBluesky(o => o.Services.Add(new Pds().Address));
    }

    private static Doer Doer(Office office) => new(Office.Body, null, office.Clock.Now);
}

/// <summary>On SQLite, with Bluesky and a practice channel that may fail.</summary>
public sealed class ConnectableSqliteOffice : FaultySqliteOffice
{
    public ConnectableSqliteOffice() => Also = s => ConnectableOffice.Equip(s, Faults);
}

/// <summary>On PostgreSQL, with Bluesky and a practice channel that may fail.</summary>
public sealed class ConnectablePostgresOffice : FaultyPostgresOffice
{
    public ConnectablePostgresOffice() => Also = s => ConnectableOffice.Equip(s, Faults);
}
