using System.Text.Json;
using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>
/// A unit asks for an account on a platform (アカウントの申請). Its staff file it, its head decides; the account enters the register with the
/// decision and not before (ok-3-a, to-1).
/// </summary>
public sealed class AccountRequest(
    Guid id, BodyId body, string regulation, UnitId unit, Guid platform, string handle, string displayName, string purpose, StaffId? by, DateTimeOffset at)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Slug of the regulation under which it is asked for.</summary>
    public string Regulation { get; private set; } = regulation;

    public UnitId Unit { get; private set; } = unit;

    public Guid Platform { get; private set; } = platform;

    /// <summary>Handle wished for, without @.</summary>
    public string Handle { get; private set; } = handle;

    public string DisplayName { get; private set; } = displayName;

    public string Purpose { get; private set; } = purpose;

    /// <summary>Who wrote it; null for the sample.</summary>
    public StaffId? By { get; private set; } = by;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>What is done in a flood of reactions; empty where the document does not ask for it.</summary>
    public string PlanJson { get; private set; } = "";

    /// <summary>When it was filed with everything it needs; null while something is missing.</summary>
    public DateTimeOffset? FiledAt { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    /// <summary>The account that came of it; null before the head's decision.</summary>
    public AccountId? Account { get; private set; }

    public ResponsePlan Plan() => PlanJson.Length == 0 ? new() : JsonSerializer.Deserialize<ResponsePlan>(PlanJson)!;

    public void PlanIs(ResponsePlan plan) => PlanJson = JsonSerializer.Serialize(plan);

    /// <summary>Files it, or says what is missing; it stays as it is then.</summary>
    /// <param name="assessment">The newest comparison, or null.</param>
    public Refusal? File(Platform platform, PlatformAssessment? assessment, AccountRequestRule rule, DateTimeOffset now)
    {
        if (Account is not null)
        {
            return new RequestIsDecided();
        }

        if (rule.Plan is not null && Plan().Missing() is { } field)
        {
            return new PlanIsIncomplete(field, rule.Plan);
        }

        if (rule.Compares(platform.Name) && assessment?.HoldsOn(now.JapanDay()) is not true)
        {
            return new ComparisonIsMissing(rule.Usual, rule.Clause);
        }

        FiledAt ??= now;
        return null;
    }

    /// <summary>The head decides; from now on there is an account.</summary>
    public Refusal? Decide(AccountId account, Platform platform, PlatformAssessment? assessment, AccountRequestRule rule, Act act)
    {
        if (File(platform, assessment, rule, act.At) is { } refusal)
        {
            return refusal;
        }

        (Account, DecidedBy, DecidedAt) = (account, act.By, act.At);
        return null;
    }
}

public sealed record RequestIsDecided() : Refusal(new Localized(
    "この申請は決定済みです。アカウントの台帳を開いてください。", "This request was decided on. Open the register of accounts."));

public sealed record AccountNeedsRequest(string? By) : Refusal(new Localized(
    "このアカウントは、所属が「アカウントの申請」の画面で申請し、所属長が決定すると台帳に載ります。",
    "The unit asks for this account on the page of requests; it enters the register when its head decides."), By);
