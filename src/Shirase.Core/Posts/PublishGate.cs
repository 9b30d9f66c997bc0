using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Core.Posts;

/// <summary>One line of the publish gate as people read it.</summary>
/// <param name="Gate">Name, such as <c>terminal</c>.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Passed">Whether it is fulfilled now.</param>
/// <param name="Clause">The clause that asks for it; null for a rule of the product.</param>
/// <param name="Detail">How it is fulfilled, or what is missing.</param>
/// <param name="Mend">Who can mend it, and how; null when it passed.</param>
public sealed record GateLine(string Gate, Localized Title, bool Passed, string? Clause, Localized Detail, Localized? Mend);

/// <summary>Everything the gate may know, gathered beforehand at one moment.</summary>
public sealed record GateFacts
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>When it goes, or went, out.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>True when a job sends it, false when a person orders it. A job judges the lateness, a person the terminal.</summary>
    public required bool IsSending { get; init; }

    public required PostApplication Application { get; init; }

    public required AccountState Account { get; init; }

    /// <summary>True while the account is in preparation (準備中).</summary>
    public bool IsPreparing { get; init; }

    /// <summary>Why the channel cannot be used now, and who can mend it: no credentials, unknown or other channel. Null when it can.</summary>
    public required (Localized Detail, Localized Mend)? PlatformTrouble { get; init; }

    /// <summary>Why everything of the account or of the installation is stopped now, and who can end it; null when nothing is (一斉停止).</summary>
    public (Localized Detail, Localized Mend)? Frozen { get; init; }

    /// <summary>True when the person who orders it holds the publisher's role today.</summary>
    public required bool IsPublisher { get; init; }

    /// <summary>Names of required roles that nobody holds or deputises today.</summary>
    public required IReadOnlyList<Localized> VacantRoles { get; init; }

    /// <summary>Open duties of the account that keep it from publishing now, the earliest deadline first.</summary>
    public IReadOnlyList<SuspendingDuty> Suspending { get; init; } = [];

    /// <summary>The heads whose approval of the present text is missing, where a step asks all of them; null else.</summary>
    public Localized? MissingApprovers { get; init; }

    /// <summary>Those who may send, to be called by whoever may not; empty where nobody is named.</summary>
    public Localized? Senders { get; init; }

    /// <summary>The other unit to which the terminal belongs by the register; null where it is the right one, or where that does not matter.</summary>
    public Localized? ForeignTerminal { get; init; }

    /// <summary>The registered terminal or the override under which it is ordered; null on any other device.</summary>
    public required string? Terminal { get; init; }

    /// <summary>True when that is a terminal of the register, and not an override.</summary>
    public bool IsRegisteredTerminal { get; init; }

    /// <summary>How that terminal was found last; null where nobody looked at it yet, or where the document does not ask.</summary>
    public TerminalState? TerminalState { get; init; }

    /// <summary>Findings of the content at the stage of sending.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What the platform and the register say of a repost's target; null for a post.</summary>
    public required RepostFacts? Repost { get; init; }

    /// <summary>What the published policy of the account says; null while none was entered.</summary>
    public PolicyFacts? Policy { get; init; }

    /// <summary>The comparison of the account's platform; null where its platform needs none, and for accounts older than the request.</summary>
    public ComparisonFacts? Comparison { get; init; }

    /// <summary>What the review of the platform's terms says; null where none is asked for, or the platform is not known.</summary>
    public TermsFacts? Terms { get; init; }

    /// <summary>The policy that the account publishes; null where the regulation does not ask for it.</summary>
    public PublicPolicyFacts? PublicPolicy { get; init; }

    /// <summary>The declared flare-up of the account; null while there is none.</summary>
    public FlareUpFacts? FlareUp { get; init; }

    /// <summary>The last look at the website for what must stand there first; null where nobody looked.</summary>
    public WebsiteLook? Website { get; init; }

    /// <summary>Why it goes out outside the hours that were promised to the public, as given for this text; empty where nobody said.</summary>
    public string HoursReason { get; init; } = "";

    /// <summary>Minutes after which a due message is not sent any more.</summary>
    public required int LatenessMinutes { get; init; }
}

/// <summary>A duty that the document couples with publishing.</summary>
public sealed record SuspendingDuty(Localized Name, Localized What, string Clause, DateTimeOffset Due, Localized Owner);

/// <summary>
/// The one ordered list that stands between an approved application and the public. Asked when a person orders the
/// publication, and again at the moment of sending. Pure; all lines are always answered.
/// </summary>
public static partial class PublishGate
{
    private static readonly string[] LinkChecks = ["url-shortener", "url-fullwidth", "url-redirect", "url-dead", "foreign-link", "url-homograph"];
    private static readonly string[] CategoryChecks = ["content-class", "public-body-source"];
    private static readonly string[] RightsChecks = ["media-rights"];
    private static readonly string[] AccessibilityChecks = ["image-alt-missing"];
    private static readonly string[] ReleaseChecks = ["arrest-before-press"];
    private static readonly string[] RepostChecks = ["repost-target", "repost-public-body", "repost-necessity", "quote-care", "quote-persons"];
    private static readonly string[] PublicityChecks = ["information-class", "release-decision", "release-status", "embargo"];

    /// <summary>The gates in their order; regulation files name those they ask for.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. KnownGates.All.Select(g => g.Name)];

    public static IReadOnlyList<GateLine> Evaluate(Regulation regulation, GateFacts facts) =>
        [.. Names.Select(name => Line(name, regulation, facts))];

    private static GateLine Line(string name, Regulation regulation, GateFacts facts)
    {
        var asked = regulation.Gate(name);
        var always = name is "account-active" or "platform" or "approval" or "hold" or "lateness" or "checks" or "duties";
        var (title, detail, mend) = Answer(name, regulation, facts);
        var clause = name == "approval" && mend is not null && regulation.Route(facts.Application.Route)?.Judging is { AllOf: not null } all && !facts.Application.IsDecidedAt(all.Id)
            ? all.Clause
            : asked?.Clause;
        return asked is null && !always
            ? new(name, title, true, null, new("この規程では求めていません。", "Not asked for by this regulation."), null)
            : new(name, title, mend is null, mend is null ? clause : ClauseOf(name, regulation, facts) ?? clause, detail, mend);
    }

    private static (Localized Title, Localized Detail, Localized? Mend) Answer(string name, Regulation r, GateFacts f) => name switch
    {
        "account-active" when f.IsPreparing && f.Account == AccountState.Active => Fail("アカウントが運用中", "Account is active", "アカウントは準備中です。運用が開始されていません", "The account is in preparation: its use has not started", "所属長がアカウントの画面で運用を開始してください。", "The head has to start the use on the page of the account."),
        "account-active" => f.Account == AccountState.Active
            ? Pass("アカウントが運用中", "Account is active", "運用中", "Active")
            : Fail("アカウントが運用中", "Account is active", "アカウント停止中", "The account is stopped", "運用管理者が再開するまで投稿できません。", "Wait until the manager resumes it."),
        "platform" => f.PlatformTrouble is { } trouble
            ? (new("発信経路が使える", "Channel is usable"), trouble.Detail, trouble.Mend)
            : Pass("発信経路が使える", "Channel is usable", "使えます", "Usable"),
        "roles-filled" => f.VacantRoles.Count == 0
            ? Pass("運用管理者・運用責任者が登録済み", "Manager and officer are appointed", "登録済み", "Appointed")
            : Fail("運用管理者・運用責任者が登録済み", "Manager and officer are appointed",
                $"{string.Join('・', f.VacantRoles.Select(v => v.Ja))}が未登録のため投稿できません", $"{string.Join(", ", f.VacantRoles.Select(v => v.En))} not appointed",
                "管理者が職員の登録を済ませてください。", "An administrator has to enter the appointment."),
        "duties" => Duties(f),
        "publisher" => Publisher(r, f),
        "terminal" when f.ForeignTerminal is { } other => Fail("運用所属の登録端末からの操作", "From a terminal of the unit",
            $"この端末は{other.Ja}の端末として登録されています", $"This terminal is registered for {other.En}",
            "運用所属に据え付けた登録端末から操作してください。", "Use a registered terminal of the operating unit."),
        "terminal" => f.Terminal is { Length: > 0 } terminal
            ? Pass("管理用端末からの操作", "From the administration terminal", terminal, terminal)
            : Fail("管理用端末からの操作", "From the administration terminal", "登録された端末ではありません", "Not a registered terminal",
                r.ClauseFor("verb:grant-terminal-override") is null
                    ? "管理用端末から操作してください。"
                    : "管理用端末から操作してください。使えないときは運用責任者に一時許可を依頼してください。",
                r.ClauseFor("verb:grant-terminal-override") is null
                    ? "Use the administration terminal."
                    : "Use the administration terminal, or ask the officer for a temporary permission."),
        "window" => Window(r, f),
        "promised-hours" => PromisedHours(r, f),
        "content-class" => ByFindings("発信してよい情報の区分", "Permitted class of information", f, CategoryChecks),
        "links" => ByFindings("リンク先", "Links", f, LinkChecks),
        "media-rights" => ByFindings("画像の権利", "Rights in images", f, RightsChecks),
        "alt-text" => ByFindings("代替テキスト", "Alternative text", f, AccessibilityChecks),
        "checks" => ByFindings("文面の点検", "Checks of the text", f, null),
        "approval" => Approval(r, f),
        "consent-of-applicant" => f.Application.OpenProposal() is null
            ? Pass("申請所属の同意", "Consent of the applicant's unit", "未回答の修正案なし", "No open proposal")
            : Fail("申請所属の同意", "Consent of the applicant's unit", "修正文面への申請所属の同意がありません", "The proposed wording is not accepted",
                "申請所属が修正案に回答してください。", "The applicant's unit has to answer the proposal."),
        "consultation" => f.Application.Consultations.Any(c => c.IsOpen)
            ? Fail("協議の終了", "Consultation settled", "協議が終わっていません", "A consultation is open",
                "広報広聴課と申請所属の双方が結果を確認してください。", "Both sides have to confirm the outcome.")
            : f.Application.IsObjectionOpen(r)
            ? Fail("協議の終了", "Consultation settled", "同意しないと答えた関係所属があります", "A section concerned does not agree",
                "運用管理者が理由を付けて決めてください。", "The manager has to decide, with a reason.")
            : Pass("協議の終了", "Consultation settled", "継続中の協議なし", "None is open"),
        "press-release" => Release(r, f),
        "repost-target" => Repost(f),
        "hold" => f.Frozen is { } frozen
            ? (new("保留・一斉停止なし", "Not held"), frozen.Detail, frozen.Mend)
            : f.Application.IsOnHold
            ? Fail("保留・一斉停止なし", "Not held", "運用管理者が保留にしています", "Held by the manager",
                "運用管理者が保留を解くまで投稿できません。", "Wait until the manager releases it.")
            : Pass("保留・一斉停止なし", "Not held", "保留なし", "Not held"),
        "flare-up" => FlareUp(r, f),
        "lateness" => Lateness(f),
        "terminal-state" => TerminalSafety(r, f),
        "recognition" => Recognition(r, f),
        "official-account" => Official(r, f),
        "preventive-measures" => Measures(r, f),
        "platform-terms" => Terms(f),
        "public-policy" => PublicPolicy(r, f),
        "approval-method" => ApprovalMethod(f),
        "policy-hours" => PolicyHours(r, f),
        "emergency-clause" => EmergencyClause(r, f),
        "repost-policy" => RepostPolicy(f),
        "website-first" => Website(f),
        "release" => ByFindings("公開してよい情報", "May be made public", f, PublicityChecks),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Unknown gate."),
    };

    /// <summary>The document's word for those who publish, such as 広報係員 or 情報発信担当者.</summary>
    public static Localized Publishers(Regulation regulation) =>
        regulation.Role(regulation.Gate("publisher")?.With.Text("role") ?? "pr-officer")?.Name ?? new("広報係員", "PR officer");

    private static (Localized, Localized, Localized?) Publisher(Regulation r, GateFacts f)
    {
        var role = Publishers(r);
        return f.IsPublisher
            ? Pass($"{role.Ja}による操作", $"Ordered by: {role.En}", $"{role.Ja}です", $"{role.En}: yes")
            : Fail($"{role.Ja}による操作", $"Ordered by: {role.En}", $"{role.Ja}ではないため投稿できません", $"Not held: {role.En}",
                $"{role.Ja}が操作してください。{(f.Senders is { } s ? $"（{s.Ja}）" : "")}", $"Has to be done by: {role.En}.{(f.Senders is { } t ? $" ({t.En})" : "")}");
    }

    // A duty of any clause may suspend; the line cites the clause of the first one
    private static (Localized, Localized, Localized?) Duties(GateFacts f)
    {
        var title = new Localized("投稿を止める期限なし", "No duty stops it");
        if (f.Suspending is not [var duty, ..])
        {
            return (title, new("ありません", "None is open"), null);
        }

        var due = JapaneseDate.DayAndTime(duty.Due);
        var more = f.Suspending.Count - 1;
        return (title,
            new($"「{duty.Name.Ja}」が済んでいません（期限 {due.Ja}）{(more > 0 ? $"ほか{more}件" : "")}", $"\"{duty.Name.En}\" is not done (due {due.En}){(more > 0 ? $" and {more} more" : "")}"),
            new($"{duty.Owner.Ja}が行ってください。{duty.What.Ja}済むまで投稿できません。", $"For: {duty.Owner.En}. {duty.What.En} Nothing is published until then."));
    }

    private static (Localized, Localized, Localized?) Window(Regulation r, GateFacts f)
    {
        var title = new Localized("執務時間内", "Within office hours");
        if (r.Window(r.Gate("window")?.With.Text("window") ?? "office-hours") is not { } window)
        {
            return (title, new("時間の定めなし", "No hours set"), null);
        }

        // A job is judged by the clock: what slips past the hours is held, not sent (gx-10-1)
        var at = f.IsSending ? f.Now : f.DueAt;
        if (window.Contains(at) && r.Route(f.Application.Route)?.Hours == RouteHours.Outside)
        {
            return (title, new("執務時間内です。夜間・休日の手続では発信できません", "Within the hours: the path for nights and holidays does not lead here"),
                new("執務時間内は、運用所属長の承認を受けてください。", "Within the hours, have the head of the unit approve it."));
        }

        if (window.Contains(at))
        {
            return (title, new("執務時間内です", "Within the hours"), null);
        }

        var route = r.Route(f.Application.Route);
        if (route is { IsUrgent: true, Judging.AllOf: not null })
        {
            return (title, new($"時間外（{route.Name.Ja}）", $"Out of hours ({route.Name.En})"), null);
        }

        if (route is { IsUrgent: true } && f.Application.Current.Content.Ground is { } ground)
        {
            var name = route.Grounds.First(g => g.Id == ground).Name;
            return route.Judging is { } judging && f.Application.IsDecidedAt(judging.Id)
                ? (title, new($"時間外（{name.Ja}・必要を認定済み）", $"Out of hours ({name.En}; found necessary)"), null)
                : (title, new("時間外に投稿する必要を認める決定がありません", "Nobody decided that it is necessary out of hours"),
                    new("運用責任者又は運用管理者が決定してください。", "The officer or the manager has to decide."));
        }

        if (r.Gate("policy-hours") is not null)
        {
            return OutsideBoth(title, Hours(r, f), at);
        }

        var next = JapaneseDate.DayAndTime(window.NextOpening(at));
        return (title, new($"執務時間外です（次の執務時間 {next.Ja}）", $"Outside office hours (next: {next.En})"),
            new($"{next.Ja}以後を選んでください。直ちに出す必要があるときは緊急の申請にしてください。", $"Choose {next.En} or later, or file it as urgent."));
    }

    private static (Localized, Localized, Localized?) Approval(Regulation r, GateFacts f)
    {
        var title = new Localized("決裁は この文面に有効", "The decisions hold for exactly this text");
        var application = f.Application;
        if (!application.Current.IsIntact)
        {
            return (title, new("保存された文面が決裁後に書き換えられています", "The stored text was altered after the decision"),
                new("投稿せず、直ちに運用責任者とシステム管理者に連絡してください。", "Do not publish; tell the officer and the administrator at once."));
        }

        var steps = r.Route(application.Route)?.Steps ?? [];
        var open = steps.FirstOrDefault(s => s.Kind is StepKind.Decision or StepKind.Examination && !application.IsDecidedAt(s.Id));
        if (open is not null || application.State is not (ApplicationState.ReadyToPublish or ApplicationState.Published))
        {
            var step = open?.Name ?? new Localized("審査", "examination");
            var who = f.MissingApprovers is { } m ? new Localized($"（{m.Ja}）", $" ({m.En})") : new("", "");
            return (title, new($"「{step.Ja}」の承認がありません{who.Ja}", $"\"{step.En}\" has not approved this text{who.En}"),
                new("承認を受けてから投稿してください。", "Have it approved first."));
        }

        return (title, new($"版{application.Current.Number}（{application.Current.Hash[..12]}…）に承認", $"Version {application.Current.Number} ({application.Current.Hash[..12]}…) approved"), null);
    }

    // First that it was made; then that nothing differs from it unseen (S8)
    private static (Localized, Localized, Localized?) Release(Regulation r, GateFacts f)
    {
        var made = ByFindings("報道発表との順序", "After the press release", f, ReleaseChecks);
        var differences = f.Application.PressDifferences(ComposedText.Of(f.Application.Current.Content, r.Composition));
        return made.Item3 is not null || differences.Count == 0 || f.Application.ArePressDifferencesSettled
            ? made
            : (made.Item1,
                new($"報道発表の内容と違うところがあります：{string.Join('、', differences.Select(d => $"「{d.InPost}」（発表：{string.Join('・', d.InRelease.Take(3))}）"))}",
                    $"It differs from the press release: {string.Join(", ", differences.Select(d => $"“{d.InPost}” (release: {string.Join(", ", d.InRelease.Take(3))})"))}"),
                new("案件の画面で違いを確かめ、そのままでよければ理由を記録し、誤りなら差し戻してください。", "Look at the differences on the page of the case; record why they stay, or return it."));
    }

    private static (Localized, Localized, Localized?) Repost(GateFacts f)
    {
        var title = new Localized("リポストの対象", "Target of the repost");
        if (f.Application.Current.Content.Kind != PostKind.Repost)
        {
            return (title, new("リポストではありません", "Not a repost"), null);
        }

        return f.Repost switch
        {
            null => (title, new("申請書の記載で特定", "Identified by the application"), null),
            { StillThere: false } => (title, new("対象のポストが削除されています", "The target was deleted"),
                new("運用責任者が再審査してください。", "The officer has to examine it again.")),
            { Unchanged: false } when !f.Application.IsReexaminedFor(f.Repost.TextNow) => (title, new($"対象のポストの内容が申請時から変わっています（今の文面：{f.Repost.TextNow}）", $"The target changed since the application; it now reads: {f.Repost.TextNow}"),
                new("運用責任者が再審査してください。", "The officer has to examine it again.")),
            _ => ByFindings(title.Ja, title.En, f, RepostChecks),
        };
    }

    private static (Localized, Localized, Localized?) Lateness(GateFacts f)
    {
        var late = f.Now - f.DueAt;
        return f.IsSending && late > TimeSpan.FromMinutes(f.LatenessMinutes)
            ? Fail("予定時刻を過ぎていない", "Not late", $"予定から{(int)late.TotalMinutes}分遅れています", $"{(int)late.TotalMinutes} minutes late",
                "広報係員が内容を確かめ、送り直すか取り消してください。", "A PR officer has to look at it and send it anew or cancel it.")
            : Pass("予定時刻を過ぎていない", "Not late", "遅れなし", "On time");
    }

    private static (Localized, Localized, Localized?) ByFindings(string ja, string en, GateFacts f, string[]? names)
    {
        var bad = f.Findings.FirstOrDefault(x =>
            (names is null ? !IsElsewhere(x.Check) : names.Contains(x.Check))
            && (x.Effect == Effect.Refuse || (x.Effect is Effect.Hold or Effect.Warn && !f.Application.HasReasonFor(x))));
        return bad is null
            ? Pass(ja, en, "問題なし", "Nothing found")
            : (new(ja, en), bad.Message, names == ReleaseChecks && bad.Remedy is { } remedy
                ? remedy
                : new("申請を差し戻して直してください。", "Return the application and have it changed."));
    }

    private static bool IsElsewhere(string check) =>
        LinkChecks.Contains(check) || CategoryChecks.Contains(check) || RightsChecks.Contains(check)
        || AccessibilityChecks.Contains(check) || PublicityChecks.Contains(check) || ReleaseChecks.Contains(check) || RepostChecks.Contains(check);

    private static (Localized, Localized, Localized?) Pass(string ja, string en, string detailJa, string detailEn) =>
        (new(ja, en), new(detailJa, detailEn), null);

    private static (Localized, Localized, Localized?) Fail(
        string ja, string en, string detailJa, string detailEn, string mendJa, string mendEn) =>
        (new(ja, en), new(detailJa, detailEn), new(mendJa, mendEn));
}
