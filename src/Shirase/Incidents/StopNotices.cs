using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>
/// What the public must be told of a stop, of its end and of the end of an account: a notice on the website, proved by the page as the
/// system itself fetched it (gx-3-1-b-2, gx-6-2).
/// </summary>
public sealed class StopNotices(ShiraseDb db, CaseReader reader, RegulationLibrary library, ReadingPages pages, IWebsiteAddresses site)
{
    /// <summary>Those who see to the notice; it is the manager's duty.</summary>
    public static IReadOnlyList<string> Seeing { get; } = ["operation-manager", "operation-officer", "pr-officer"];

    /// <summary>Enters where the notice stands; the page is fetched and judged before anything is recorded.</summary>
    public async Task<Refusal?> ProveAsync(Who who, Guid id, Told told, string? address, CancellationToken ct)
    {
        var (stop, account, clause, refusal) = await OpenAsync(who, id, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        told = Fitting(stop!, told);
        var (page, wrong) = await pages.ReadAsync(account!, told, address, stop!.At, clause, ct);
        if (wrong is not null)
        {
            return wrong;
        }

        db.ChangeTracker.Clear();
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var tracked = await db.AccountStops.SingleAsync(s => s.Id == id, ct);
        var proof = ReadingPages.Keep(account!, id, told, address!, page!, act);
        if (told == Told.Resumption)
        {
            var ofStop = await db.PageProofs.AsNoTracking().SingleOrDefaultAsync(p => p.Id == tracked.Notice, ct);
            if (tracked.AnnounceResumption(proof, ofStop, clause) is { } same)
            {
                return same;
            }
        }
        else
        {
            tracked.Announce(proof);
        }

        db.Add(proof);
        db.Record(who.Body, act, "account.notice-seen", $"account/{account!.Id}", new { stop = id, told, hash = page!.Hash, clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    /// <summary>Puts a notice on the body's own site in this system; the answer is its address, to be proved next.</summary>
    public async Task<Result<Uri>> PublishAsync(Who who, Guid id, Told told, string? text, CancellationToken ct)
    {
        var (stop, account, clause, refusal) = await OpenAsync(who, id, ct);
        if (refusal is not null)
        {
            return refusal;
        }

        told = Fitting(stop!, told);
        if (told == Told.Resumption && !stop!.IsInForce)
        {
            return new StopIsOver();
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return new NoticeIsEmpty(clause);
        }

        db.ChangeTracker.Clear();
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        var notice = NoticeId(stop!, told);
        if (!await db.WebsiteNotices.AnyAsync(n => n.Body == who.Body && n.Id == notice, ct))
        {
            db.Add(new StoredNotice(who.Body, notice, account!.Handle, text.Trim().ReplaceLineEndings("\n"), "[]", act.At));
            db.Record(who.Body, act, "account.notice-published", $"account/{account.Id}", new { stop = id, told, clause });
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
        }

        return site.OfNotice(who.Body, notice);
    }

    /// <summary>Longest text of a notice. Ours.</summary>
    public const int Longest = 4000;

    /// <summary>One notice of each kind for a stop: pressing twice publishes once.</summary>
    public static string NoticeId(AccountStop stop, Told told) =>
        NamedId.Of($"notice/{stop.Id}/{told}").ToString("N");

    /// <summary>The notice as it is proposed.</summary>
    public static string Draft(OfficialAccount account, AccountStop stop, Told told) => told switch
    {
        Told.Resumption => $"公式アカウントの運用再開について\n「{account.DisplayName}」（@{account.Handle}）の運用を再開します。",
        Told.End => $"公式アカウントの運用終了について\n「{account.DisplayName}」（@{account.Handle}）は、運用を終了しました。今後このアカウント名で発信されるものは、当方の発信ではありません。",
        _ => $"公式アカウントの運用停止について\n「{account.DisplayName}」（@{account.Handle}）は、{At(stop.At)}に運用を停止しました。停止中にこのアカウントから発信されたものは、当方の発信ではありません。最新の情報は、このホームページで確かめてください。",
    };

    private static Told Fitting(AccountStop stop, Told told) => told == Told.Resumption ? told : stop.IsEnd ? Told.End : Told.Stop;

    private static string At(DateTimeOffset at) => at.InJapan().ToString("yyyy年M月d日H時mm分", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<(AccountStop? Stop, OfficialAccount? Account, string? Clause, Refusal? Refusal)> OpenAsync(Who who, Guid id, CancellationToken ct)
    {
        var stop = await db.AccountStops.AsNoTracking().SingleOrDefaultAsync(s => s.Body == who.Body && s.Id == id, ct);
        if (stop is null)
        {
            return (null, null, null, new StopIsOver());
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == stop.Account, ct);
        var clause = library.InForce(account.Regulation, reader.Now.JapanDay())?.Clause(IncidentNotices.Publicity)?.Id;
        var roster = await reader.RosterAsync(who.Body, reader.Now.JapanDay(), ct);
        return roster.SeatsOf(who.Staff).Any(s => s.Regulation == account.Regulation && Seeing.Contains(s.Role))
            ? (stop, account, clause, null)
            : (null, null, null, new NotYoursToAnnounce(clause));
    }
}

public sealed record NotYoursToAnnounce(string? By) : Refusal(new Localized(
    "停止・再開の公表は、運用管理者・運用責任者（代決者を含む。）又は広報係員が行います。", "The manager, the officer or a PR officer announces it."), By);

public sealed record NoticeIsEmpty(string? By) : Refusal(new Localized(
    $"お知らせの文を{StopNotices.Longest}字以内で入力してください。", $"Write the notice in at most {StopNotices.Longest} characters."), By);
