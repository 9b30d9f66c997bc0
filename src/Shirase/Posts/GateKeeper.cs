using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Storage;
using Shirase.Storage.Instances;

namespace Shirase.Posts;

/// <summary>Gathers the facts of the publish gate at one moment and asks it.</summary>
public sealed class GateKeeper(
    ShiraseDb db, Screening screening, CaseReader reader, ChannelSet channels, AccountBudgets budgets, InstanceFence fence, AccountOwners owners, RegulationLibrary library)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="channel">Where it goes: the account's channel when it is ordered, the delivery's own ever after.</param>
    /// <param name="repost">Looked up beforehand, outside any transaction.</param>
    /// <param name="terminal">Where it is ordered from; null on a device that is not registered.</param>
    /// <param name="hoursReason">Why it goes out outside the promised hours, where the person says so now; else what was said before of this text.</param>
    public async Task<IReadOnlyList<GateLine>> AskAsync(
        OpenCase open,
        OfficialAccount account,
        string channel,
        StaffId orderedBy,
        string? terminal,
        DateTimeOffset dueAt,
        bool isSending,
        RepostFacts? repost,
        CancellationToken ct,
        string? hoursReason = null)
    {
        var now = reader.Now;
        var role = open.Regulation.Gate("publisher")?.With.Text("role") ?? "pr-officer";
        var required = open.Regulation.Gate("roles-filled")?.With.List("roles") ?? [];

        var (isRegistered, state) = open.Regulation.Gate(TerminalState.Gate) is null || isSending ? (false, null) : await db.StateOfTerminalAsync(open.Application.Body, terminal, ct);

        // What is announced is judged by the moment it goes out, not by the one that was wished (gx-15-2-1)
        var content = open.Application.Current.Content with { DesiredAt = (isSending ? now : dueAt).InJapan() };
        return PublishGate.Evaluate(open.Regulation, new()
        {
            Now = now,
            DueAt = dueAt,
            IsSending = isSending,
            Application = open.Application,
            Account = account.State,
            IsPreparing = account.IsPreparing,
            PlatformTrouble = await OwnerlessAsync(account, now, ct) ?? Trouble(account, channel) ?? await ThreadTroubleAsync(open, account, channel, ct) ?? TooLong(content, open.Regulation.Composition, channel) ?? await DriftAsync(account, channel, ct) ?? await ExerciseAsync(open.Application, account, channel, ct)
                ?? (channels.Find(channel) is ICostMoney costly
                    ? await budgets.TroubleAsync(account, costly.CostOf(ComposedText.Of(content, open.Regulation.Composition), content.Kind == PostKind.Repost), now, ct)
                    : null),
            Frozen = await FrozenAsync(account, ct),
            FlareUp = await db.FlareUpFactsAsync(account.Id, open.Application.Id, ct),
            IsPublisher = open.SeatIn(orderedBy, role) is { IsDeputy: false } seat && (seat.Unit is null || seat.Unit == account.Owner),
            VacantRoles = [.. required.Where(r => !open.Roster.IsFilled(open.Regulation.Slug, r, open.Regulation.Role(r)?.IsOfUnit == true ? open.Unit.Id : null)).Select(r => open.Regulation.Role(r)?.Name ?? new(r, r))],
            Suspending = await SuspendingAsync(account, now, ct),
            Senders = await SendersAsync(open, ct),
            MissingApprovers = open.Regulation.Route(open.Application.Route)?.Judging is { AllOf: not null } all && open.Application.OpenUnits(all).Count > 0
                ? await NamesAsync(Notices.ActorsOf(open, all), ct)
                : null,
            ForeignTerminal = await ForeignAsync(open, terminal, ct),
            Terminal = terminal,
            IsRegisteredTerminal = isRegistered,
            TerminalState = state,
            Policy = (await db.PolicyOfAsync(account.Id, ct))?.Facts(),
            Comparison = await db.ComparisonOfAsync(account, open.Regulation, ct),
            Terms = await db.TermsOfAsync(account, open.Regulation, content.Body, ct),
            PublicPolicy = open.Regulation.Gate("public-policy") is null ? null : await db.PublicPolicyAsync(account, now.JapanDay(), ct),
            Website = await db.WebsiteLooks.AsNoTracking().Where(l => l.Application == open.Application.Id).OrderByDescending(l => l.At).FirstOrDefaultAsync(ct),
            Findings = await screening.FindAsync(open.Regulation, content, open.Unit, Stage.Send, now, open.Application.PressReleasedAt, repost, open.Application.Id, ct),
            Repost = repost,
            HoursReason = hoursReason is { Length: > 0 } ? hoursReason : open.Application.HoursReason,
            LatenessMinutes = open.Regulation.Number("lateness-minutes", 15),
        });
    }

    /// <summary>Puts the reason into the course where it opened the line; a reason that nothing asked for is not kept.</summary>
    internal static void KeepReason(OpenCase open, Act act, string? reason, IEnumerable<GateLine> lines)
    {
        if (reason?.Trim() is { Length: > 0 } said && lines.FirstOrDefault(l => l.Gate is "promised-hours" or "recognition" && l.Detail.Ja.EndsWith(said, StringComparison.Ordinal)) is { } line)
        {
            open.Application.ExplainHours(act with { Why = said }, line.Clause);
        }
    }

    /// <summary>Those who may send for the unit of the case, where the unit has its own; null where the whole body shares them (is-2-5-d).</summary>
    public async Task<Localized?> SendersAsync(OpenCase open, CancellationToken ct)
    {
        var role = open.Regulation.Gate("publisher")?.With.Text("role") ?? "pr-officer";
        if (open.Regulation.Role(role)?.IsOfUnit != true)
        {
            return null;
        }

        // Who is on the on-call list is called there
        var numbers = (await db.OnCallContacts.AsNoTracking().Where(c => c.Body == open.Application.Body).OrderBy(c => c.Order).ToListAsync(ct))
            .GroupBy(c => c.Name).ToDictionary(g => g.Key, g => g.First().Telephone, StringComparer.Ordinal);
        return await NamesAsync(open.Roster.HoldersOf(open.Regulation.Slug, role, open.Unit.Id), ct, numbers);
    }

    private async Task<Localized?> NamesAsync(IEnumerable<StaffId> people, CancellationToken ct, IReadOnlyDictionary<string, string>? numbers = null)
    {
        var ids = people.Distinct().ToList();
        var named = ids.Count == 0 ? [] : await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.Name).ToListAsync(ct);
        return named.Count == 0 ? null : new(
            string.Join('、', named.Select(p => numbers?.GetValueOrDefault(p.Name) is { } number ? $"{p.Name}（{number}）" : p.Name)),
            string.Join(", ", named.Select(p => numbers?.GetValueOrDefault(p.Name) is { } number ? $"{p.NameEn} ({number})" : p.NameEn)));
    }

    private async Task<(Localized Detail, Localized Mend)?> OwnerlessAsync(OfficialAccount account, DateTimeOffset now, CancellationToken ct) =>
        await owners.IsOrphanAsync(account, now.JapanDay(), ct)
            ? (new("アカウントの運用所属が廃止されています", "The unit that answered for the account is no more"),
                new("システム管理者が新しい運用所属を登録してください。", "An administrator enters the unit that answers for it."))
            : null;

    // A terminal that the register gives to another unit does not stand in this one (is-2-3)
    private async Task<Localized?> ForeignAsync(OpenCase open, string? terminal, CancellationToken ct)
    {
        if (terminal is null || open.Regulation.Gate("terminal")?.With.Flag("of_unit") != true)
        {
            return null;
        }

        var terminals = await db.Terminals.AsNoTracking().Where(t => t.Body == open.Application.Body && t.Unit != null && t.Unit != open.Unit.Id).ToListAsync(ct);
        return terminals.Find(t => !t.IsRetired && TerminalIdentity.NameOf(t) == terminal) is { Unit: { } of }
            ? await db.Units.AsNoTracking().Where(u => u.Id == of).Select(u => new Localized(u.Name, u.NameEn)).SingleAsync(ct)
            : null;
    }

    public static string ToJson(IReadOnlyList<GateLine> lines) => JsonSerializer.Serialize(lines, Json);

    public static IReadOnlyList<GateLine> FromJson(string json) => JsonSerializer.Deserialize<List<GateLine>>(json, Json) ?? [];

    private async Task<IReadOnlyList<SuspendingDuty>> SuspendingAsync(OfficialAccount account, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Duties.AsNoTracking()
            .Where(d => d.Body == account.Body && d.ClosedAt == null && d.Suspends != DutySuspends.Never && d.Regulation == account.Regulation
                && (d.Account == null || d.Account == account.Id)).OrderBy(d => d.Due).ToListAsync(ct);
        return [.. open.Where(d => d.IsSuspending(now)).Select(d =>
        {
            var regulation = library.Find(d.Regulation, d.Version);
            var rule = regulation?.Duty(d.Rule);
            var owner = d.Owner == DutyRule.Administrator ? new("システム管理者", "administrator") : regulation?.Role(d.Owner)?.Name ?? new(d.Owner, d.Owner);
            return new SuspendingDuty(rule?.Name ?? new(d.Rule, d.Rule), rule?.What ?? new("", ""), d.Clause, d.Due, owner);
        })];
    }

    // Under another name it may be somebody else's (gx-2-1-b)
    private async Task<(Localized Detail, Localized Mend)?> DriftAsync(OfficialAccount account, string channel, CancellationToken ct) =>
        channel != DrillDelivery.Channel && await db.AccountHealth.AsNoTracking().SingleOrDefaultAsync(h => h.Id == account.Id, ct) is { Check: HandleCheck.Differs } health
            ? (new($"発信先では @{health.HandleThere} となっており、登録アカウント @{account.Handle} と一致しません", $"The platform calls it @{health.HandleThere}, which is not the registered @{account.Handle}"),
                new("改名又は乗っ取りでないか確かめ、管理者が接続し直してください。", "See whether it was renamed or taken over; an administrator has to connect it anew."))
            : null;

    // Whoever decided on an exercise did not decide that the public should read it. The journal knows when practice ended.
    private async Task<(Localized Detail, Localized Mend)?> ExerciseAsync(PostApplication application, OfficialAccount account, string channel, CancellationToken ct)
    {
        if (channel == DrillDelivery.Channel || account.Service is null || application.Decisions.LastOrDefault(d => d.Verb == Verb.Submit)?.At is not { } filed)
        {
            return null;
        }

        var subject = $"account/{account.Id}";
        var live = await db.Journal.AsNoTracking().Where(j => j.Verb == "account.connected" && j.Subject == subject)
            .OrderBy(j => j.Number).Select(j => (DateTimeOffset?)j.At).FirstOrDefaultAsync(ct);
        return filed < live?.Truncated()
            ? (new("アカウントが訓練用であったときに申請され、決裁されたものです", "It was filed and decided on while the account was for practice"),
                new("申請所属がこの申請を複写し、新しく申請してください。", "The applicant's unit has to copy it into a new application."))
            : null;
    }

    /// <summary>True when the account was stopped, alone or with everything, since the gate let a delivery through.</summary>
    public async Task<bool> IsStoppedAsync(OfficialAccount account, CancellationToken ct) =>
        await FrozenAsync(account, ct) is not null
        || await db.Accounts.AsNoTracking().Where(a => a.Id == account.Id).Select(a => a.State).SingleAsync(ct) != AccountState.Active;

    private async Task<(Localized Detail, Localized Mend)?> FrozenAsync(OfficialAccount account, CancellationToken ct)
    {
        if (await fence.ClosedAsync(ct) is not null)
        {
            return (new("この設備は発信を止めています（複写・復元・時計の異常の疑い）", "This installation sends nothing: it may be a copy, or its clock stepped"),
                new("システム管理者が確かめて再開するまで待ってください。", "Wait until an administrator has checked and opened it."));
        }

        return (await db.Freezes.AsNoTracking().Where(f => f.Body == account.Body && f.ResumedAt == null).ToListAsync(ct)).Exists(f => f.Stops(account.Id))
            ? (new("一斉停止中です", "Everything is frozen"),
                new("二人の確認で一斉停止が解除されるまで投稿できません。", "Wait until two people have ended the freeze."))
            : null;
    }

    // A continuation goes under a post of ours that stands, or not at all: by itself it would be another message (is-3-5-a)
    private async Task<(Localized Detail, Localized Mend)?> ThreadTroubleAsync(OpenCase open, OfficialAccount account, string channel, CancellationToken ct)
    {
        if (open.Application.ContinuationOf is null)
        {
            return null;
        }

        var mend = new Localized("取り下げて、新しい申請を作ってください。", "Withdraw it and make a new application.");
        return !open.Regulation.Flag(Continuing.Setting, false) ? (new ContinuationNotAllowed(null).Text, mend)
            : channels.Find(channel)?.Limits.CanContinue != true ? (new ChannelHasNoThreads(account.DisplayName, null).Text, mend)
            : (await db.OwnPostAboveAsync(open.Application.Id, account.Id, channel, ct)).Own is null
                ? (new("続きを付ける投稿が掲載されていません", "The post that it continues does not stand"), mend)
                : null;
    }

    // Known before the call: a platform that refuses a text would do so after everybody has decided and looked
    private (Localized Detail, Localized Mend)? TooLong(PostContent content, Composition? composition, string channel) =>
        content.Kind == PostKind.Post && channels.Find(channel) is { Limits: var limits }
        && ChannelLength.Of(ComposedText.Of(content, composition), limits).FirstOrDefault(u => u.IsOver) is { Most: > 0 } over
            ? (new($"発信先の上限を超えています（{over.Count}／{over.Most}{Words(over.Unit).Ja}）", $"Longer than the platform allows ({over.Count} of {over.Most} {Words(over.Unit).En})"),
                new("申請所属が本文を短くして申請し直してください。", "The applicant's unit has to shorten the text and file it anew."))
            : null;

    private static Localized Words(LengthUnit unit) => unit switch
    {
        LengthUnit.Bytes => new("バイト", "bytes"),
        LengthUnit.Characters => new("文字", "characters"),
        _ => new("（X換算）", "of weighted length"),
    };

    private (Localized Detail, Localized Mend)? Trouble(OfficialAccount account, string channel)
    {
        var mend = new Localized("管理者が接続を確かめてください。", "An administrator has to check the connection.");
        if (channel != account.Channel)
        {
            // What was ordered as an exercise must not reach the public, nor what was meant for the public stay in the house unseen
            return channel == DrillDelivery.Channel
                ? (new("訓練として指示した後に、アカウントが実際の発信先に接続されました", "It was ordered as a drill; the account was connected to a platform since"),
                    new("広報係員がこの発信を取り消してください。公開するときは、申請所属が新しく申請します。", "A PR officer has to cancel it. To make it public, the applicant's unit files it anew."))
                : (new("指示した後に、アカウントの発信先が変わりました", "The account was bound to another channel after it was ordered"),
                    new("広報係員がこの発信を取り消し、発信先を確かめて投稿し直してください。", "A PR officer has to cancel it, look where it goes and publish it anew."));
        }

        return channels.Find(channel) is null ? (new($"発信経路「{channel}」がありません", $"There is no channel {channel}"), mend)
            : account.Service is null && channel is not (DrillDelivery.Channel or "website")
                ? (new("アカウントが接続されていません", "The account is not connected"), mend)
                : null;
    }
}
