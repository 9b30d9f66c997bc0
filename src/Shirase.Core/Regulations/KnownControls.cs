namespace Shirase.Core.Regulations;

/// <summary>
/// Controls that are built into the program and that a clause may name under <c>carried_by</c> beside those of its own file.
/// A name stands here only when the program does it.
/// </summary>
public static class KnownControls
{
    /// <summary>What people may do with an application, a post or a register.</summary>
    public static IReadOnlyList<string> Verbs { get; } =
    [
        "submit", "recall", "withdraw", "revise", "approve", "proxy-approve", "return", "reject", "dispatch", "assign",
        "propose-wording", "accept-wording", "overrule", "hold", "reexamine", "consult", "publish", "schedule", "remove", "correct",
        "report-error", "register-public-body", "grant-terminal-override", "record-telephone-decision", "countersign",
        "late-inspection", "record-press-release", "remove-by-hand", "announce-correction",
        "plan-press-release", "settle-press-differences", "withdraw-consent",
        "stop-account", "resume-account", "end-account", "prove-notice", "announce-policy",
        "enter-policy", "keep-password", "open-password", "own-profile-change", "post-by-hand", "go-without-website", "declare-dormancy", "request-account", "sign-comparison", "confirm-measure", "review-terms", "start-use", "close-account", "report-end", "ask-stop", "hand-over-account",
        "adopt-policy", "withdraw-policy", "prove-policy", "announce-start", "prove-listing",
        "keep-verification", "report-terminal-loss", "confirm-terminal-state", "send-up", "answer-consultation", "designate", "approve-standard-form", "set-local-rule",
        "declare-flare-up", "decide-flare-up", "accept-silence", "approve-holding-post", "cut-cooling",
    ];

    /// <summary>Papers that the program produces (gx-f-*).</summary>
    public static IReadOnlyList<string> Documents { get; } = ["application-form", "evidence-sheet", "decision-box", "morning-letter", "permission-letter"];

    /// <summary>What is kept.</summary>
    public static IReadOnlyList<string> Records { get; } = ["journal", "versions", "deliveries", "read-back", "media", "corrections", "foreign-posts", "flare-ups", "media-plan", "page-proofs", "published-policy", "reply-arrangement", "website-look", "local-rules", "policy-versions", "website-watch", "account-check", "profile-watch", "downloads", "terms-watch", "archive-check", "archive-file", "amendment-notices", "permissions", "handing-over", "monthly-report", "link-captures", "platform-register", "comparisons", "response-plan"];

    /// <summary>Pages that show it.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "home", "application", "decision", "case-file", "desk", "archive", "official-accounts", "inbox", "out-of-hours", "precedents", "incidents", "flare-up",
        "policy-change", "published-policy", "dormancy", "password", "duties", "on-call", "designations", "standard-forms", "settings",
        "policy-text", "public-policy", "listing", "readings", "accounts", "profile", "vacancies", "permissions", "terminals", "verification", "unit-waiting", "responsible", "documents", "elections", "monthly-reports", "glossary", "account-archive", "policy-reports", "link-captures", "account-requests", "platforms", "closing", "start-of-use", "terms-review",
    ];

    /// <summary>Protections that hold because the program has no other way.</summary>
    public static IReadOnlyList<string> Constructions { get; } = ["no-direct-post", "no-reply", "no-follow", "no-edit", "one-owner"];

    /// <summary>All of them by the family name that stands before the colon.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByFamily { get; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["verb"] = Verbs,
            ["document"] = Documents,
            ["record"] = Records,
            ["page"] = Pages,
            ["construction"] = Constructions,
        };

    /// <summary>The rooms (部屋) of the program; <c>planned</c> names one of them.</summary>
    public static IReadOnlyList<string> Rooms { get; } =
    [
        "Regulations", "Text", "People", "Accounts", "Posts", "Mail", "Channels", "Inbound", "Incidents", "Duties", "Records", "Site",
    ];
}
