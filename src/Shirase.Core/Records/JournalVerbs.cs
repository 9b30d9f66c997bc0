namespace Shirase.Core.Records;

/// <summary>
/// The verbs that entries of the journal have. A regulation file may name no other, because a duty that waits for a verb which
/// nobody writes would never open or never end.
/// </summary>
public static class JournalVerbs
{
    // By what they are about
    private static readonly Dictionary<string, string[]> ByKind = new(StringComparer.Ordinal)
    {
        ["access"] = ["refused"],
        ["account"] =
        [
            "budget-near", "budget-set", "budget-used-up", "connected", "dormancy-declared", "dormancy-ended", "dormancy-over", "drifted", "ended", "handed-over", "finding-changed", "foreign-post", "foreign-post-owned",
            "follows-nobody", "follows-somebody", "listing-differs", "listing-restored", "listing-seen", "operator-differs", "operator-restored", "closing-announced", "closing-begun", "closing-notice-differs", "closing-notice-restored", "closing-notice-seen", "end-reported", "closing-withdrawn",
            "profile-change-owned", "profile-changed", "profile-differs", "profile-restored",
            "measure-confirmed", "measure-lapsed", "notice-overdue", "notice-published", "notice-seen", "password-changed", "password-holder-ended", "password-holder-named", "password-opened",
            "password-paper-agreed", "password-paper-asked", "password-paper-destroyed", "password-refused", "policy-changed", "policy-notice-seen", "policy-overdue",
            "policy-post-named", "refused", "registered", "resume-asked", "resumed", "start-confirmed", "start-published", "start-seen", "stopped", "terms-changed", "terms-reviewed", "token-ending", "tokens-ended", "terminal-lost",
            "tokens-not-revoked", "tokens-revoked", "use-started", "verification-applied", "verification-expired", "verification-granted", "verification-offered", "verification-refused", "verification-withdrawn", "stop-asked",
        ],
        ["application"] =
        [
            "accepted", "approved", "assigned", "begun", "confirmed", "continued", "dispatched", "edited", "held", "hold-changed", "overruled",
            "passed-by", "recalled", "reexamined", "rejected", "returned", "sent-up", "submitted", "viewed", "withdrawn",
        ],
        ["account-request"] = ["begun", "decided", "filed"],
        ["appointment"] = ["ended", "made"],
        ["archive"] = ["differs", "exported", "verified"],
        ["baseline"] = ["entered"],
        ["body"] = ["registered"],
        ["comparison"] = ["begun", "reopened", "signed"],
        ["consultation"] = ["answered", "confirmed", "noted", "opened", "passed-on"],
        ["correction"] = ["abandoned", "announced", "applied-for", "written"],
        ["delivery"] =
        [
            "cancelled", "claimed", "copied", "differs", "found", "gone", "held", "kept-back", "never-stood", "ordered", "posted-by-hand", "published",
            "refused", "removal-failed", "removal-ordered", "removed", "removed-by-hand", "rescheduled", "scheduled", "seen-gone",
            "settled-missing", "settled-standing", "still-stands", "undecided", "unknown",
        ],
        ["deputy"] = ["ended", "registered"],
        ["duty"] = ["done", "escalated", "fulfilled", "opened", "overdue"],
        ["election"] = ["entered", "removed"],
        ["error"] = ["acknowledged", "closed", "reported"],
        ["flare-up"] = ["cooling-cut", "decided", "declared", "dropped", "ended", "holding-approved", "noted", "read", "released", "silent", "stated", "written"],
        ["glossary"] = ["changed"],
        ["instance"] = ["opened"],
        ["job"] = ["replayed"],
        ["journal"] = ["exported", "verified"],
        ["link"] = ["answers", "captured", "changed", "dead"],
        ["local-rule"] = ["ended", "set"],
        ["media"] = ["attached", "downloaded", "consent-noted", "consent-withdrawn"],
        ["on-call"] = ["added", "removed"],
        ["permission"] = ["asked", "declined", "granted"],
        ["platform"] = ["channel-entered", "entered"],
        ["policy"] = ["adopted", "discarded", "drafted", "entered", "links-dead", "links-restored", "page-differs", "page-restored", "page-seen", "proposed", "withdrawn"],
        ["posting"] = ["ended"],
        ["practice-post"] = ["added", "removed", "rewritten"],
        ["public-body"] = ["declined", "proposed", "registered", "suspended"],
        ["publish"] = ["frozen", "resume-asked", "resumed"],
        ["reading"] = ["confirmed"],
        ["report"] = ["drawn-up"],
        ["secrets"] = ["reencrypted"],
        ["sign-in"] =
        [
            "authenticator-ended", "authenticator-set", "failed", "locked", "passkey-added", "passkey-removed", "password-changed",
            "password-set", "recovery-codes-made", "succeeded",
        ],
        ["staff"] = ["imported", "left", "posted", "registered", "renamed", "transferred"],
        ["standard-form"] = ["approved", "proposed", "retired"],
        ["standing-order"] = ["ended", "given"],
        ["terminal"] = ["changed", "lost", "registered", "retired", "state-confirmed", "support-renewed"],
        ["terminal-override"] = ["asked", "granted"],
        ["terms"] = ["address-entered", "reviewed"],
        ["token"] = ["issued", "refused", "revoked"],
        ["unit"] = ["changed", "dissolved", "registered", "renamed"],
        ["webhook"] = ["disabled", "enabled", "removed", "resent", "rotated", "subscribed", "tested"],
        ["website"] = ["followed", "gone-without", "looked-at"],
        ["wording"] = ["accepted", "declined", "proposed"],
    };

    /// <summary>Every verb, such as <c>appointment.ended</c>, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ByKind.SelectMany(k => k.Value.Select(v => $"{k.Key}.{v}")).Order(StringComparer.Ordinal)];

    public static bool IsKnown(string verb) => All.Contains(verb, StringComparer.Ordinal);
}
