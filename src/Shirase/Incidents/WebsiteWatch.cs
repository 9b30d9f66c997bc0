using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// Looks at the website once a day: whether the list of official accounts still names the account, whether the page of its policy still says
/// every statement, and whether the pages that the policy sends people to still open (gx-4-1, gx-5-2, gx-p-7-2, is-2-2-c, is-t-8, ok-4-5-c).
/// </summary>
public sealed class WebsiteWatch(
    ShiraseDb db, RegulationLibrary library, IReadPages pages, StandingFindings findings, IOptions<WatchOptions> options, TimeProvider clock) : IJobHandler
{
    public const string Kind = "watch-website";

    /// <summary>How long a site that does not answer is asked again before that is told. Ours; no document gives it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(3);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Truncated();
        var id = new AccountId(job.Subject);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is not { State: not AccountState.Deleted } || library.InForce(account.Regulation, now.JapanDay()) is not { } regulation)
        {
            return null;
        }

        var begins = JapanTime.StartOf(now.JapanDay()) + options.Value.LookAt;
        var isPatient = now < begins + Patience || job.CreatedAt.JapanDay() == now.JapanDay();
        var looks = await LookAsync(account, regulation, now.JapanDay(), isPatient, ct);
        await SaveAsync(account, looks, now, ct);
        var next = (now < begins ? begins : begins.AddDays(1)).ToUniversalTime();
        return looks.Count < Enum.GetValues<WebsiteLookKind>().Length && now.AddHours(1) < next ? now.AddHours(1) : next;
    }

    /// <summary>What each look found, null where everything is there; a look that could not be taken yet is not in it.</summary>
    private async Task<Dictionary<WebsiteLookKind, WebsiteFinding?>> LookAsync(OfficialAccount account, Regulation regulation, DateOnly day, bool isPatient, CancellationToken ct)
    {
        var found = new Dictionary<WebsiteLookKind, WebsiteFinding?>();
        await TryAsync(WebsiteLookKind.Listing, () => ListingAsync(account, regulation, isPatient, ct));
        var holding = (await db.PolicyVersionsAsync(account.Id, ct)).Where(v => v.HoldsOn(day)).ToList();
        await TryAsync(WebsiteLookKind.Policy, () => PolicyAsync(account, regulation, holding, day, isPatient, ct));
        await TryAsync(WebsiteLookKind.Links, () => LinksAsync(account, holding, isPatient, ct));
        await TryAsync(WebsiteLookKind.Closing, () => ClosingAsync(account, regulation, isPatient, ct));
        return found;

        async Task TryAsync(WebsiteLookKind kind, Func<Task<WebsiteFinding?>> look)
        {
            try
            {
                found[kind] = await look();
            }
            catch (ChannelUnreachableException)
            {
                // Asked again in an hour
            }
        }
    }

    private async Task<WebsiteFinding?> ListingAsync(OfficialAccount account, Regulation regulation, bool isPatient, CancellationToken ct)
    {
        if (await db.ProofAsync(account.Id.Value, Told.Listing, ct) is not { } proof)
        {
            return null;
        }

        var page = await ReadAsync(new(proof.Address), isPatient, ct);
        var operators = await db.Bodies.AsNoTracking().Where(b => b.Id == account.Body).Select(b => b.Name).SingleAsync(ct);
        var lacks = page.Status == 200 ? WebsiteComparison.ListingLacks(page.Text, account, operators) : [Answer(page)];
        return lacks.Count == 0 ? null : new(
            WebsiteLookKind.Listing,
            [.. lacks.Select(l => l.Ja)],
            new(
                $"@{account.Handle} を明示している公式アカウントの一覧（{proof.Address}）を確かめてください。次のものが見当たりません：{string.Join('、', lacks.Select(l => l.Ja))}",
                $"Look at the list of official accounts ({proof.Address}) for @{account.Handle}. Not found: {string.Join(", ", lacks.Select(l => l.En))}"),
            regulation.ClauseFor("verb:prove-listing"));
    }

    private async Task<WebsiteFinding?> PolicyAsync(
        OfficialAccount account, Regulation regulation, List<PolicyDocument> holding, DateOnly day, bool isPatient, CancellationToken ct)
    {
        if (await db.SeenPolicyAsync(account.Id, day, ct) is not var (seen, address))
        {
            return await db.PolicyOfAsync(account.Id, ct) is { } entered ? await EnteredAsync(account, regulation, entered.Facts(), isPatient, ct) : null;
        }

        var page = await ReadAsync(new(address), isPatient, ct);
        var missing = holding[0].Text().MissingOn(page.Text);
        IReadOnlyList<Localized> lacks = page.Status == 200 ? [.. missing.Select(m => m.Name)] : [Answer(page)];
        return lacks.Count == 0 ? null : new(
            WebsiteLookKind.Policy,
            [.. lacks.Select(l => l.Ja)],
            new(
                $"@{account.Handle} の運用ポリシーのページ（{address}）が、現行の第{holding[0].Number}版と違います（掲載を確認したのは第{seen.Number}版）。次の項目がそのままの文で載っていません：{string.Join('、', lacks.Select(l => l.Ja))}",
                $"The page of the policy of @{account.Handle} ({address}) differs from version {holding[0].Number}, which holds (version {seen.Number} was seen there). Not found word for word: {string.Join(", ", lacks.Select(l => l.En))}"),
            page.Status == 200 ? missing[0].Clause : regulation.ClauseFor("verb:prove-policy"));
    }

    /// <summary>A policy that is kept as items: its page has to open and to say purpose and contents as they hold now (to-5-1-a-5).</summary>
    private async Task<WebsiteFinding?> EnteredAsync(OfficialAccount account, Regulation regulation, PolicyFacts facts, bool isPatient, CancellationToken ct)
    {
        if (facts.Page.Length == 0 || !Uri.TryCreate(facts.Page, UriKind.Absolute, out var address) || !pages.IsOurs(address))
        {
            return null;
        }

        var page = await ReadAsync(address, isPatient, ct);
        IReadOnlyList<Localized> lacks = page.Status == 200 ? WebsiteComparison.PolicyLacks(page.Text, facts, regulation) : [Answer(page)];
        return lacks.Count == 0 ? null : new(
            WebsiteLookKind.Policy,
            [.. lacks.Select(l => l.Ja)],
            new(
                $"@{account.Handle} の運用方針のページ（{address}）が、登録されている今の内容と違います。次の項目がそのままの文で載っていません：{string.Join('、', lacks.Select(l => l.Ja))}",
                $"The page of the policy of @{account.Handle} ({address}) differs from what is entered. Not found word for word: {string.Join(", ", lacks.Select(l => l.En))}"),
            regulation.ClauseFor("account-point:policy-live"));
    }

    /// <summary>The notice of the end of an account, as long as its period runs (to-8-1-b).</summary>
    private async Task<WebsiteFinding?> ClosingAsync(OfficialAccount account, Regulation regulation, bool isPatient, CancellationToken ct)
    {
        if (await db.ClosingOfAsync(account.Id, ct) is not { Notice: { } notice } || await db.PageProofs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == notice, ct) is not { } proof)
        {
            return null;
        }

        var page = await ReadAsync(new(proof.Address), isPatient, ct);
        return PageProof.Judge(page with { ChangedAt = null }, Told.End, [account.Handle, account.DisplayName], DateTimeOffset.MinValue, null) is null ? null : new(
            WebsiteLookKind.Closing,
            [proof.Address],
            new(
                $"@{account.Handle} の廃止のお知らせ（{proof.Address}）が見当たりません。掲載し直してください。それまで広報期間は進みません。",
                $"The notice of the end of @{account.Handle} ({proof.Address}) is gone. Publish it again; the period stands still until then."),
            regulation.Closing?.Website);
    }

    private async Task<WebsiteFinding?> LinksAsync(OfficialAccount account, List<PolicyDocument> holding, bool isPatient, CancellationToken ct)
    {
        var dead = new List<(PolicyPassage Passage, Uri Address, Localized Answer)>();
        foreach (var (passage, address) in holding.Count == 0 ? [] : WebsiteComparison.AddressesIn(holding[0].Text()).Where(a => pages.IsOurs(a.Address)))
        {
            if (await ReadAsync(address, isPatient, ct) is { Status: not 200 } page)
            {
                dead.Add((passage, address, Answer(page)));
            }
        }

        return dead.Count == 0 ? null : new(
            WebsiteLookKind.Links,
            [.. dead.Select(d => $"{d.Passage.Name.Ja} {d.Address}")],
            new(
                $"@{account.Handle} の運用ポリシーが案内しているページを開けません：{string.Join('、', dead.Select(d => $"{d.Passage.Name.Ja}（{d.Address}、{d.Answer.Ja}）"))}",
                $"Pages that the policy of @{account.Handle} names do not open: {string.Join(", ", dead.Select(d => $"{d.Passage.Name.En} ({d.Address}, {d.Answer.En})"))}"),
            dead[0].Passage.Clause);
    }

    private async Task<SeenPage> ReadAsync(Uri address, bool isPatient, CancellationToken ct)
    {
        try
        {
            return await pages.ReadAsync(address, ct);
        }
        catch (ChannelUnreachableException) when (!isPatient)
        {
            return new(0, "", "", null);
        }
    }

    private static Localized Answer(SeenPage page) => page.Status == 0 ? new("応答なし", "no answer") : new($"応答 {page.Status}", $"answer {page.Status}");

    private async Task SaveAsync(OfficialAccount account, Dictionary<WebsiteLookKind, WebsiteFinding?> looks, DateTimeOffset now, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(account.Body, ct);
        if (looks.TryGetValue(WebsiteLookKind.Closing, out var ending) && await db.ClosingOfAsync(account.Id, ct) is { Notice: not null } closing)
        {
            if (ending is null)
            {
                closing.Return(now);
            }
            else
            {
                closing.Vanish(now);
            }
        }

        foreach (var (kind, found) in looks)
        {
            await findings.NoteAsync(
                account, WebsiteFinding.VerbOf(kind), WebsiteFinding.RestoredVerbOf(kind), found?.Lacks ?? [], found?.Words, found?.Clause, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
    }
}
