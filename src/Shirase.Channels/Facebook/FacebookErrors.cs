using System.Collections.Frozen;
using System.Text.Json;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Facebook;

/// <summary>The one table that translates the words of the Graph API: code and subcode say more than the status, which is 400 for nearly everything.</summary>
internal static class FacebookErrors
{
    /// <summary>Our own word for an account elsewhere than <see cref="FacebookOptions.Service"/>.</summary>
    public const string ServiceNotConfigured = nameof(ServiceNotConfigured);


    private const int TooMany = 429;
    private const int Broken = 503;

    // 1 and 2: try again; the others count calls of app, user, Page, use case
    private static readonly FrozenSet<int> Transient = new[] { 1, 2 }.ToFrozenSet();
    private static readonly FrozenSet<int> Throttled = new[] { 4, 17, 32, 341, 613, 80001 }.ToFrozenSet();

    private static readonly FrozenDictionary<(int Code, int Subcode), RefusedBecause> BySubcode = new Dictionary<(int, int), RefusedBecause>
    {
        [(100, 33)] = RefusedBecause.NotFound,
        // Somebody has to sign in there and confirm who they are
        [(190, 459)] = RefusedBecause.AccountFrozen,
        [(190, 464)] = RefusedBecause.AccountFrozen,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, RefusedBecause> ByCode = new Dictionary<int, RefusedBecause>
    {
        [10] = RefusedBecause.Forbidden,
        [102] = RefusedBecause.BadCredentials,
        [190] = RefusedBecause.BadCredentials,
        [324] = RefusedBecause.BadMedia,
        [368] = RefusedBecause.AccountFrozen,
        [506] = RefusedBecause.Duplicate,
        [803] = RefusedBecause.NotFound,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<int, RefusedBecause> ByStatus = new Dictionary<int, RefusedBecause>
    {
        [401] = RefusedBecause.BadCredentials,
        [403] = RefusedBecause.Forbidden,
        [404] = RefusedBecause.NotFound,
        [413] = RefusedBecause.BadMedia,
        [501] = RefusedBecause.NotSupported,
    }.ToFrozenDictionary();

    /// <summary>The error of an answer, with a status that says what the code says: 429 to wait, 503 to look again.</summary>
    public static Answer.No Read(int status, JsonElement body, TimeSpan? after)
    {
        var error = Json.Member(body, "error");
        var (code, subcode) = (Json.Number(error, "code") ?? 0, Json.Number(error, "error_subcode") ?? 0);
        var isTransient = Transient.Contains(code) || Json.Member(error, "is_transient").ValueKind == JsonValueKind.True;
        // The trace is what the platform asks for when one complains
        var message = $"{Json.Text(error, "message")} (fbtrace {Json.Text(error, "fbtrace_id")})";
        return new(Throttled.Contains(code) ? TooMany : isTransient ? Broken : status, Json.Text(error, "type"), code, message, after) { Subcode = subcode };
    }

    /// <inheritdoc cref="Verdict.Of"/>
    public static DeliveryOutcome Outcome(Answer answer, bool wrote) => Verdict.Of(answer, wrote, Because);

    /// <summary>True when nothing stands there, or these credentials may not see it: the platform says both in the same words.</summary>
    public static bool IsNotSeen(Answer answer) => answer is Answer.No no && Because(no) == RefusedBecause.NotFound;

    public static bool IsDuplicate(Answer answer) => answer is Answer.No no && Because(no) == RefusedBecause.Duplicate;

    /// <summary>True when these credentials cannot do it, now or later.</summary>
    public static bool IsNoEntry(Answer answer) =>
        answer is Answer.No no && Because(no) is RefusedBecause.BadCredentials or RefusedBecause.Forbidden or RefusedBecause.AccountFrozen;

    private static RefusedBecause? Because(Answer.No no) =>
        no.Kind == ServiceNotConfigured ? RefusedBecause.NotSupported
            : no.Status is TooMany or (>= 500 and not 501) ? null
            : BySubcode.TryGetValue((no.Code, no.Subcode), out var because) || ByCode.TryGetValue(no.Code, out because) ? because
            : no.Code is >= 200 and <= 299 ? RefusedBecause.Forbidden
            : ByStatus.TryGetValue(no.Status, out because) ? because : null;
}
