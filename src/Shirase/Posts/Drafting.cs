using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>起案: beginning, writing and filing an application.</summary>
public sealed class Drafting(ShiraseDb db, RegulationLibrary library, CaseReader reader, CaseContext context, CaseChange change, Screening screening, KeepReadings readings, AccountOwners owners, CheckTallies tallies, StandardForms forms)
{
    /// <summary>Longest body that is taken in, in UTF-16 units; far beyond any platform's limit. A bound against floods, ours.</summary>
    public const int MaxBody = 20_000;

    /// <summary>Longest single entry of any other field, in UTF-16 units. Ours.</summary>
    public const int MaxField = 2_000;

    /// <summary>Begins a draft under the regulation that governs new cases of the body today.</summary>
    public Task<Result<PostApplicationId>> BeginAsync(Who who, UnitId unit, PostContent content, CancellationToken ct) =>
        BeginAsync(new(Guid.CreateVersion7(reader.Now)), who, unit, content, ct);

    /// <summary>The same with the id that the form was given, so that a form sent twice makes one draft.</summary>
    public async Task<Result<PostApplicationId>> BeginAsync(PostApplicationId id, Who who, UnitId unit, PostContent content, CancellationToken ct)
    {
        if (TooLong(content) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.BeginChangeAsync(who.Body, ct);
        if (await InForceAsync(who.Body, ct) is not { } regulation)
        {
            return await NoneGovernsAsync(who.Body, ct);
        }

        if (await readings.RefuseAsync(regulation, who, isFiling: false, ct) is { } unread)
        {
            return unread;
        }

        if (await NoAuthorAsync(regulation, who, unit, ct) is { } refused)
        {
            return refused;
        }

        if (RecognitionClock.Refuse(content, regulation, reader.Now) is { } ahead)
        {
            return ahead;
        }

        BeginWithin(id, who, unit, content, null, regulation);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return id;
    }

    // Where the document makes clear who writes, nobody else begins; whoever is asked then is named (to-5-2-a)
    internal async Task<Refusal?> NoAuthorAsync(Regulation regulation, Who who, UnitId unit, CancellationToken ct)
    {
        if (regulation.Roles.FirstOrDefault(r => r.Drafts) is not { } role)
        {
            return null;
        }

        var authors = (await reader.RosterAsync(who.Body, reader.Now.JapanDay(), ct)).ActingFor(regulation.Slug, role.Id, unit);
        if (authors.Contains(who.Staff))
        {
            return null;
        }

        var people = await db.Staff.AsNoTracking().Where(s => authors.Contains(s.Id)).OrderBy(s => s.Name).ToListAsync(ct);
        return new NotAnAuthor(role.Name, new(string.Join('、', people.Select(p => p.Name).DefaultIfEmpty("未登録")), string.Join(", ", people.Select(p => p.NameEn).DefaultIfEmpty("nobody"))), role.Clause);
    }

    /// <summary>The regulation under which the body begins new cases today; null where there is none.</summary>
    internal async Task<Regulation?> InForceAsync(BodyId of, CancellationToken ct)
    {
        var slug = await db.Bodies.Where(b => b.Id == of).Select(b => b.Regulation).SingleAsync(ct);
        var today = reader.Now.JapanDay();
        return slug is null || DocumentRegister.Refuse(library, slug, today) is not null ? null : library.InForce(slug, today);
    }

    /// <summary>Why the body begins no case today: its document was repealed, with the one that took its place, or none is in force (gx-0-3).</summary>
    public async Task<Refusal> NoneGovernsAsync(BodyId of, CancellationToken ct)
    {
        var slug = await db.Bodies.AsNoTracking().Where(b => b.Id == of).Select(b => b.Regulation).SingleAsync(ct);
        return (slug is null ? null : DocumentRegister.Refuse(library, slug, reader.Now.JapanDay())) as Refusal ?? new NoRegulationInForce();
    }

    /// <summary>Begins it within a change that is open already, such as that of the correction it belongs to.</summary>
    internal PostApplication BeginWithin(PostApplicationId id, Who who, UnitId unit, PostContent content, PostApplicationId? correctionOf, Regulation regulation)
    {
        var act = new Act(who.Staff, reader.Now);
        var application = PostApplication.Begin(id, who.Body, regulation, unit, content, act, correctionOf);
        db.Add(application);
        db.Record(who.Body, act, "application.begun", $"application/{application.Id}", new { hash = application.Current.Hash, correctionOf = correctionOf?.ToString() });
        return application;
    }

    /// <summary>Saves the draft; also what autosave calls.</summary>
    /// <param name="revision">The revision the writer was shown.</param>
    public async Task<Refusal?> SaveAsync(PostApplicationId id, Who who, PostContent content, int revision, CancellationToken ct)
    {
        var audience = new List<Guid>();
        Refusal? unread = null;
        return TooLong(content) ?? await change.RunAsync(id, who, null, "application.edited",
            (open, act) => open.IsOfUnit(who.Staff)
                ? unread ?? RecognitionClock.Refuse(content, open.Regulation, act.At) ?? open.Application.Edit(act, audience.Count == 0 ? content : content with { Accounts = audience }, revision, open.Regulation)
                : new NotOfThisUnit(),
            null, ct,
            prepare: async open =>
            {
                audience.AddRange(await AudienceAsync(open.Application.CorrectionOf ?? open.Application.ContinuationOf, ct));
                unread = await readings.RefuseAsync(open.Regulation, who, isFiling: false, ct);
            });
    }

    // A correction goes where the wrong words went, a continuation where its post stands; nobody chooses otherwise
    private async Task<IEnumerable<Guid>> AudienceAsync(PostApplicationId? corrected, CancellationToken ct) => corrected is null
        ? []
        : ErrorCourse.Audience(await db.Deliveries.AsNoTracking().Where(d => d.Application == corrected).ToListAsync(ct)).Select(a => a.Value);

    /// <summary>Files it for decision (決裁に回す).</summary>
    /// <param name="confirmed">Ids of the sentences the author ticks.</param>
    /// <param name="shortNoticeReason">Reason for short notice, or null.</param>
    public async Task<Refusal?> SubmitAsync(PostApplicationId id, Who who, IReadOnlyCollection<string> confirmed, string? shortNoticeReason, CancellationToken ct)
    {
        var looked = await LookUpAsync(id, who, ct);
        var now = reader.Now;
        var findings = new List<Finding>();
        var closing = new List<Finding>();
        var number = "";
        var lead = new LeadTime(null, 0, 0);
        var policies = new List<Core.Accounts.PolicyFacts?>();
        Refusal? unread = null;
        Refusal? ownerless = null;
        Refusal? repealed = null;
        FlareUp? flareUp = null;
        IReadOnlyList<ShownRule>? shown = null;
        var refusal = await change.RunAsync(id, who, shortNoticeReason, "application.submitted",
            (open, act) => open.IsOfUnit(who.Staff)
                ? ownerless ?? unread ?? repealed ?? FlareUpLock.RefuseFiling(open.Regulation, flareUp, open.Application) ?? PolicyRules.Refuse(open.Application.Current.Content, open.Regulation, policies)
                    ?? DesiredTime.Refuse(open.Application.Current.Content, open.Regulation)
                    ?? SubmitShown(open, act)
                : new NotOfThisUnit(),
            async (open, act) =>
            {
                change.Notices.TellNext(open, act);
                change.Notices.TellConcerned(open, act);
                await tallies.NoteAsync(open.Application, shown!, filed: true, now, ct);
            },
            ct,
            prepare: async open =>
            {
                var content = open.Application.Current.Content;
                findings.AddRange(await screening.FindAsync(open.Regulation, content, open.Unit, Stage.Submit, now, open.Application.PressReleasedAt, looked, open.Application.Id, ct));
                closing.AddRange(await screening.ClosingAsync(open.Regulation, content, open.Unit, now, ct));
                lead = CaseContext.LeadOf(open.Regulation, content);
                unread = await readings.RefuseAsync(open.Regulation, who, isFiling: true, ct);
                ownerless = await owners.RefuseAsync(content.Accounts, now.JapanDay(), ct);
                repealed = await forms.RefuseAsync(content.StandardForm, ct);
                flareUp = open.Application.FlareUp is { } of ? await db.FlareUps.AsNoTracking().SingleOrDefaultAsync(f => f.Id == of, ct) : null;
                foreach (var account in content.Accounts)
                {
                    policies.Add((await db.PolicyOfAsync(new(account), ct))?.Facts());
                }

                number = open.Application.Number.Length == 0 ? await context.NextNumberAsync(open, now, ct) : "";
            });
        if (shown is not null && refusal is FindingRefuses or Core.Posts.ReasonIsMissing or AttestationIsOpen or ShortNoticeNeedsReason)
        {
            await tallies.NoteRefusedAsync(id, who.Body, shown!, now, ct);
        }

        return refusal;

        Refusal? SubmitShown(OpenCase open, Act act)
        {
            shown = ShownRule.Of(findings, open.Application.HasReasonFor);
            return open.Application.Submit(act, open.Regulation, findings, confirmed, number, lead, closing);
        }
    }

    /// <summary>A sentence is confirmed by another person of the unit (gx-13-4-3).</summary>
    public Task<Refusal?> ConfirmAsync(PostApplicationId id, Who who, string attestation, bool singlePersonDuty, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "application.confirmed",
            (open, act) => !open.IsOfUnit(who.Staff) ? new NotOfThisUnit()
                : open.Regulation.Attestations.FirstOrDefault(a => a.Id == attestation && a.Step == "application") is { } sentence
                    ? open.Application.Confirm(act, sentence, singlePersonDuty, open.Regulation)
                    : new NothingToSettle(),
            null, ct);

    public Task<Refusal?> RecallAsync(PostApplicationId id, Who who, CancellationToken ct)
    {
        var ordered = false;
        return change.RunAsync(id, who, null, "application.recalled",
            (open, act) => !open.IsOfUnit(who.Staff) ? new NotOfThisUnit()
                : ordered ? new AlreadyOrdered()
                : open.Application.Recall(act, open.Regulation),
            null, ct,
            prepare: async open => ordered = (await db.Deliveries.Where(d => d.Application == open.Application.Id).ToListAsync(ct)).Exists(d => d.IsOpen || d.Stands));
    }

    /// <summary>取下げ: also takes back what is scheduled (gx-12-2-1).</summary>
    public Task<Refusal?> WithdrawAsync(PostApplicationId id, Who who, string? why, CancellationToken ct) =>
        change.RunAsync(id, who, why, "application.withdrawn",
            (open, act) => open.IsOfUnit(who.Staff) ? open.Application.Withdraw(act) : new NotOfThisUnit(),
            async (open, act) =>
            {
                foreach (var delivery in await db.Deliveries.Where(d => d.Application == id).ToListAsync(ct))
                {
                    if (delivery.State is DeliveryState.Scheduled or DeliveryState.Held)
                    {
                        delivery.Cancel();
                    }
                }

                change.Notices.Tell(open, act, Notices.RoleOf(open, "pr-officer").Concat(Notices.RoleOf(open, "operation-officer")), "application.withdrawn",
                    new($"{open.Application.Number}は取り下げられました。", $"{open.Application.Number} was withdrawn."), open.Regulation.ClauseFor("verb:withdraw"));
            },
            ct);

    private async Task<RepostFacts?> LookUpAsync(PostApplicationId id, Who who, CancellationToken ct)
    {
        var content = (await reader.OpenAsync(id, ct))?.Application.Current.Content;
        db.ChangeTracker.Clear();
        return content is null ? null : await screening.LookUpAsync(who.Body, content, reader.Now.JapanDay(), ct);
    }

    /// <summary>Null where every entry is short enough to be taken in.</summary>
    public static EntryTooLong? TooLong(PostContent content) =>
        content.Body.Length > MaxBody ? new EntryTooLong("本文", "body", MaxBody)
        : new[]
            {
                content.Subject, content.Url, content.Ground, content.GroundReason, content.Necessity, content.ContentClass, content.ActivityOrSource, content.Extension,
                content.PressRelease, content.EmergencyCase, content.Category, content.Release?.DecisionNumber, content.Website?.Address, content.Care?.Verified, content.Care?.Consent, content.Repost?.Text, content.Repost?.Address, content.Repost?.AuthorHandle, content.Case?.Summary, content.Case?.Section,
                content.Consent?.Section, content.Consent?.Person, content.Family?.Person,
            }
            .Concat(content.RelatedDocuments.SelectMany(d => new[] { d.Kind, d.Title }))
            .Concat(content.Media.SelectMany(m => new[] { m.Alt, m.Origin, m.RightHolder, m.Basis, m.Proof, m.PersonsConsent }))
            .Concat(content.KeptReasons.Values).Any(t => t?.Length > MaxField) ? new EntryTooLong("入力欄", "a field", MaxField)
        : content.RelatedDocuments.Any(d => d.Text.Length > MaxBody) ? new EntryTooLong("関連文書の文面", "a related document", MaxBody)
        : null;
}

public sealed record EntryTooLong(string Field, string FieldEn, int Max) : Refusal(new Localized(
    $"{Field}が長すぎます（上限{Max:N0}字）。短くして、もう一度保存してください。入力した内容は画面に残っています。",
    $"The text of {FieldEn} is too long (at most {Max:N0} characters). Shorten it and save again; what you typed is still on the screen."));

public sealed record NoRegulationInForce() : Refusal(new Localized(
    "この団体には、現在適用できる規程がありません。廃止済みの規程では申請できません。管理者に連絡してください。",
    "No regulation is in force for this body today. Tell the administrator."), "gx-0-3");

public sealed record NotOfThisUnit() : Refusal(new Localized(
    "申請所属の職員だけができる操作です。", "Only staff of the applicant's unit can do this."));

public sealed record NotAnAuthor(Localized Role, Localized Authors, string? By) : Refusal(new Localized(
    $"原稿を書くのは{Role.Ja}です（{Authors.Ja}）。担当者に依頼するか、管理者に登録を求めてください。",
    $"Drafts are written by: {Role.En} ({Authors.En}). Ask one of them, or the administrator to enter you."), By);
