using Microsoft.EntityFrameworkCore;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// 訂正: what was wrong and what is right is written down once, the unit applies anew, and the website tells it. Nothing published is
/// ever edited (gx-13-4-1), and nothing here is fired by anything but a person.
/// </summary>
public sealed class Correcting(ShiraseDb db, CaseReader reader, CaseChange change, Drafting drafting)
{
    /// <summary>Opens the correction of a post, or writes its facts anew. PR officers, the officer, the manager and the unit may.</summary>
    public Task<Refusal?> WriteAsync(PostApplicationId target, Who who, CorrectionFacts facts, CancellationToken ct)
    {
        if (new[] { facts.Wrong, facts.Right, facts.Cause }.Any(t => t.Length > Drafting.MaxField))
        {
            return Task.FromResult<Refusal?>(new EntryTooLong("訂正の内容", "what to correct", Drafting.MaxField));
        }

        Correction? standing = null;
        Correction? opened = null;
        var before = new List<(PostDelivery Delivery, ErrorReport? Report)>();
        return change.RunAsync(target, who, null, "correction.written",
            (open, act) =>
            {
                if (Refuse(open, MayWrite(open, who.Staff)) is { } refusal)
                {
                    return refusal;
                }

                if (standing is null)
                {
                    var deliveries = before.Select(b => b.Delivery).ToList();
                    var report = before.Select(b => b.Report).FirstOrDefault(r => r is not null);
                    opened = new Correction(
                        Guid.CreateVersion7(act.At), who.Body, target, act.By, act.At, report?.By ?? act.By, report?.At ?? act.At,
                        deliveries.Min(d => d.PublishedAt), deliveries.TrueForAll(d => d.IsDrill));
                }

                // Where the document has the circumstances explained (to-6-1-e-1)
                return open.Regulation.Flag("correction-cause", false) && string.IsNullOrWhiteSpace(facts.Cause)
                    ? new CauseIsMissing(open.Regulation.Settings.First(s => s.Id == "correction-cause").Clause)
                    : (standing ?? opened!).Write(act, facts, ClauseOf(open));
            },
            (open, act) =>
            {
                if (opened is not null)
                {
                    db.Add(opened);
                    change.Notices.Tell(open, act, Notices.ApplicantOf(open), "correction.asked",
                        new($"{Words(open).Ja}について、訂正の申請が必要です。「誤り対応」の画面で内容を確かめ「訂正を申請する」を押してください。",
                            $"A correcting application is needed for {Words(open).En}. Look at the page \"dealing with an error\" and press \"Apply for the correction\"."),
                        ClauseOf(open));
                    change.Notices.Tell(open, act, Announcers(open), "correction.to-announce",
                        new($"{Words(open).Ja}の訂正のお知らせの案ができました。確かめてウェブサイトに載せてください。",
                            $"The notice of the correction of {Words(open).En} is ready. Look at it and put it on the website."),
                        ClauseOf(open));
                }

                return Task.CompletedTask;
            },
            ct,
            prepare: async open =>
            {
                standing = await StandingAsync(target, ct);
                var report = await db.ErrorReports.AsNoTracking().Where(r => r.Application == target && r.Outcome != "no-error").OrderBy(r => r.At).FirstOrDefaultAsync(ct);
                before.AddRange((await WentOutAsync(target, ct)).Select(d => (d, report)));
            });
    }

    /// <summary>
    /// The unit's correcting application: new, filled with the right facts, on the accounts that the wrong words reached. Asked again, it
    /// is the same one.
    /// </summary>
    public async Task<Result<PostApplicationId>> ApplyAsync(PostApplicationId target, Who who, CancellationToken ct)
    {
        var id = new PostApplicationId(Guid.CreateVersion7(reader.Now));
        Correction? standing = null;
        PostApplication? begun = null;
        Regulation? inForce = null;
        var deliveries = new List<PostDelivery>();
        var refusal = await change.RunAsync(target, who, null, "correction.applied-for",
            (open, _) => Refuse(open, open.IsOfUnit(who.Staff))
                ?? (standing is null ? new NoCorrection(ClauseOf(open))
                    : begun is { State: ApplicationState.Published or ApplicationState.Removed } ? new AlreadyCorrected(begun.Number, ClauseOf(open))
                    : inForce is null ? new NoRegulationInForce()
                    : null),
            (open, _) =>
            {
                if (begun is null or { State: ApplicationState.Rejected or ApplicationState.Withdrawn })
                {
                    begun = drafting.BeginWithin(id, who, open.Unit.Id, CorrectionText.Of(open.Application.Current.Content, standing!, deliveries), target, inForce!);
                    standing!.Begin(begun.Id);
                }

                return Task.CompletedTask;
            },
            ct,
            prepare: async _ =>
            {
                standing = await StandingAsync(target, ct);
                begun = standing?.Application is { } there ? await db.Applications.SingleAsync(a => a.Id == there, ct) : null;
                inForce = await drafting.InForceAsync(who.Body, ct);
                deliveries.AddRange(await WentOutAsync(target, ct));
            });
        return refusal is null ? begun!.Id : refusal;
    }

    /// <summary>訂正のお知らせ: the officer or the manager puts it on the website; whoever wrote it may not.</summary>
    public Task<Refusal?> AnnounceAsync(PostApplicationId target, Who who, CancellationToken ct)
    {
        Correction? standing = null;
        var text = "";
        return change.RunAsync(target, who, null, "correction.announced",
            (open, act) =>
            {
                if (!Announcers(open).Contains(who.Staff))
                {
                    return new OnlyOfficersAnnounce(ClauseOf(open));
                }

                if (standing is null)
                {
                    return new NoCorrection(ClauseOf(open));
                }

                return standing.Announce(act, ClauseOf(open));
            },
            (open, act) =>
            {
                db.Add(new StoredNotice(who.Body, standing!.NoticeId, "", text, "[]", act.At));
                change.Notices.Tell(open, act, Notices.ApplicantOf(open).Concat(Notices.RoleOf(open, "pr-officer")).Concat(Announcers(open)), "correction.announced",
                    new($"{Words(open).Ja}の訂正のお知らせをウェブサイトに載せました。", $"The correction of {Words(open).En} stands on the website."), ClauseOf(open));
                return Task.CompletedTask;
            },
            ct,
            prepare: async open =>
            {
                if ((standing = await StandingAsync(target, ct)) is not null)
                {
                    var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
                    text = CorrectionText.Notice(standing, open.Application.Current.Content.Title, [.. (await WentOutAsync(target, ct)).Select(d => (d, accounts[d.Account]))]);
                }
            });
    }

    /// <summary>訂正しない, with the reason. What was announced or applied for is not given up.</summary>
    public Task<Refusal?> AbandonAsync(PostApplicationId target, Who who, string? why, CancellationToken ct)
    {
        Correction? standing = null;
        var isBegun = false;
        return change.RunAsync(target, who, why, "correction.abandoned",
            (open, act) => Refuse(open, MayWrite(open, who.Staff))
                ?? (standing is null ? new NoCorrection(ClauseOf(open)) : isBegun ? new CorrectionBegun(ClauseOf(open)) : standing.Abandon(act, ClauseOf(open))),
            null,
            ct,
            prepare: async _ =>
            {
                standing = await StandingAsync(target, ct);
                isBegun = standing?.Application is { } there
                    && await db.Applications.AnyAsync(a => a.Id == there && a.State != ApplicationState.Withdrawn && a.State != ApplicationState.Rejected, ct);
            });
    }

    /// <summary>True for those who may write a correction down: the unit and those who run the account.</summary>
    public static bool MayWrite(OpenCase open, StaffId staff) =>
        open.IsOfUnit(staff) || open.SeatIn(staff, "pr-officer") is not null || Announcers(open).Contains(staff);

    /// <summary>The officer and the manager with their deputies.</summary>
    public static IEnumerable<StaffId> Announcers(OpenCase open) =>
        Notices.RoleOf(open, "operation-officer").Concat(Notices.RoleOf(open, "operation-manager"));

    private static Refusal? Refuse(OpenCase open, bool mayAct) =>
        open.Application.State is not (ApplicationState.Published or ApplicationState.Removed) ? new OnlyPublishedIsCorrected(ClauseOf(open))
            : mayAct ? null : new NotOfThisUnit();

    private static string? ClauseOf(OpenCase open) => open.Regulation.ClauseFor("verb:correct");

    private static Localized Words(OpenCase open) => new(
        $"{open.Application.Number}「{open.Application.Current.Content.Title}」", $"{open.Application.Number} \"{open.Application.Current.Content.Title}\"");

    private Task<Correction?> StandingAsync(PostApplicationId target, CancellationToken ct) =>
        db.Corrections.SingleOrDefaultAsync(c => c.Target == target && c.AbandonedAt == null, ct);

    private Task<List<PostDelivery>> WentOutAsync(PostApplicationId target, CancellationToken ct) =>
        db.Deliveries.AsNoTracking().Where(d => d.Application == target && (d.PublishedAt != null || d.State == DeliveryState.Removing)).ToListAsync(ct);
}

public sealed record OnlyOfficersAnnounce(string? By) : Refusal(new Localized(
    "訂正のお知らせは運用責任者又は運用管理者（代決者を含む。）が確かめて載せます。", "The officer or the manager, or a deputy, puts the notice on the website."), By);

public sealed record CauseIsMissing(string? By) : Refusal(new Localized(
    "経緯を記入してください。", "Say how it came about."), By);

public sealed record OnlyPublishedIsCorrected(string? By) : Refusal(new Localized(
    "訂正の申請は、投稿済み又は削除済みの投稿からだけ作れます。", "Only what was published can be corrected by a new application."), By);
