using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations.Local;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.Regulations;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>The register of contacts reaches the policies that name its addresses.</summary>
public abstract class PolicyProposalTests(TestStore store) : OfficeTests(store)
{
    private const string New = "https://www.police.example.lg.jp/soudan-new/";

    [Fact]
    public async Task gx_p_3_2_c_3_Given_a_new_address_in_the_register_of_contacts_When_it_is_entered_Then_a_draft_with_it_is_proposed_to_the_supervisor()
    {
        var account = new AccountId(await Office.DrillAccountAsync());
        await LookAsync();
        var before = (await Office.Store.PolicyVersionsAsync(Office.Body, account)).First(v => v.State == PolicyDocumentState.Adopted);

        Assert.IsType<ValueOutOfLimits>(await SetAsync("soudan"));
        Office.Fine(await SetAsync(New));

        var versions = await Office.Store.PolicyVersionsAsync(Office.Body, account);
        var draft = Assert.Single(versions, v => v.State == PolicyDocumentState.Draft);
        Assert.Equal((before.Number + 1, New), (draft.Number, draft.Fill().Answers["consultation-page"]));
        Assert.Equal(before.Fill().Answers["station-list"], draft.Fill().Answers["station-list"]);
        Assert.Contains(await Office.NoticesAsync("kobayashi"), n => n.Kind == "policy.proposed" && n.Clause == "gx-p-3-2-c-3");
        await LookAsync();
        Assert.Equal("operation-officer", Assert.Single(await DutiesAsync(account)).Owner);

        // The same draft is adopted as any other; once it is, the task is done, and what it says is the new address
        Office.Clock.Pass(TimeSpan.FromMinutes(1));
        Office.Fine(await Office.AskAsync<Shirase.Accounts.KeepPolicyDocument, Refusal?>(
            "hoshino", (k, w) => k.AdoptAsync(w, account, draft.Fill(), draft.Revision, null, "窓口のページが移ったため。", Ct)));
        await LookAsync();
        Assert.False(Assert.Single(await DutiesAsync(account)).IsOpen);
        var text = (await Office.Store.PolicyVersionsAsync(Office.Body, account))[0].Text();
        Assert.Contains(New, text.Passages.Single(p => p.Clause == "gx-p-3-2-c-3").Text, StringComparison.Ordinal);

        // A draft that waits takes the address that was entered last
        Office.Fine(await SetAsync("https://www.police.example.lg.jp/other/"));
        Office.Fine(await SetAsync(New));
        Assert.Equal(New, (await Office.Store.PolicyVersionsAsync(Office.Body, account))[0].Fill().Answers["consultation-page"]);
    }

    private Task<Refusal?> SetAsync(string address) => Office.AskAsync<KeepLocalRules, Refusal?>(
        "hoshino", (k, w) => k.SetAsync(w, "gunma-police-x", null, new SettingValue("consultation-page", address), "ホームページの改修", Ct));

    private Task<DateTimeOffset?> LookAsync() => Office.Store.InAsync(
        s => s.GetRequiredKeyedService<IJobHandler>(DutyJob.Kind).RunAsync(new(Guid.NewGuid(), Office.Body, DutyJob.Kind, Guid.Empty, Office.Clock.Now, Office.Clock.Now), Ct), Office.Body);

    private Task<List<Core.Duties.Duty>> DutiesAsync(AccountId account) =>
        Office.Store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == "policy-proposal" && d.Account == account).ToListAsync(Ct), Office.Body);
}

public sealed class PolicyProposalOnSqlite(OfficeWithDuties store) : PolicyProposalTests(store), IClassFixture<OfficeWithDuties>;

public sealed class PolicyProposalOnPostgres(PostgresOfficeWithDuties store) : PolicyProposalTests(store), IClassFixture<PostgresOfficeWithDuties>;
