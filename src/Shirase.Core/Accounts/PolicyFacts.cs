using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shirase.Core.Accounts;

/// <summary>
/// What the published policy and terms of use of one account say, as far as the program acts on it or asks for its completeness
/// (ok-4-3-0, ok-4-4-0, to-5-1-a-1). A regulation says which of the items it asks for.
/// </summary>
public sealed record PolicyFacts
{
    /// <summary>目的</summary>
    public string Purpose { get; init; } = "";

    /// <summary>発信する内容, one category a line.</summary>
    public string Contents { get; init; } = "";

    /// <summary>責任者, by post and not by name.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>Address of the account on its platform, https.</summary>
    public string Address { get; init; } = "";

    /// <summary>Page of the official website on which policy and terms stand, https; empty while nobody entered it (ok-4-5-e, to-5-1-a-5).</summary>
    public string Page { get; init; } = "";

    /// <summary>First minute of the operating hours (運用時間), or null while none are set.</summary>
    public TimeOnly? From { get; init; }

    /// <summary>Last minute of the operating hours.</summary>
    public TimeOnly? To { get; init; }

    /// <summary>True when the hours hold on every day, false for working days.</summary>
    public bool EveryDay { get; init; }

    /// <summary>Cases in which posting outside the hours is allowed (緊急時の定め), one a line; empty where the policy has no such clause.</summary>
    public string EmergencyCases { get; init; } = "";

    /// <summary>寄せられた投稿の取扱い: <c>none</c>, <c>answered</c>, <c>forwarded</c>; empty while not chosen.</summary>
    public string Contributions { get; init; } = "";

    /// <summary>Working days within which questions are answered, where they are.</summary>
    public int? AnswerDays { get; init; }

    /// <summary>Who answers and who approves the answer, where questions are answered (to-5-2-u).</summary>
    public string AnsweredBy { get; init; } = "";

    /// <summary>True when the policy lets the account repost what others wrote (ok-4-3-e-3).</summary>
    public bool MayRepost { get; init; }

    /// <summary>その他の運用方法</summary>
    public string OtherMethods { get; init; } = "";

    /// <summary>個人情報の取扱い</summary>
    public string PersonalInformation { get; init; } = "";

    /// <summary>The law that the handling of personal information follows, as cited (ok-4-3-o); empty while none was named.</summary>
    public string Law { get; init; } = "";

    /// <summary>Last day on which that law is in force; null while no end is known.</summary>
    public DateOnly? LawUntil { get; init; }

    /// <summary>Why a law that is out of force is still cited.</summary>
    public string LawReason { get; init; } = "";

    /// <summary>Two-step authentication: <c>on</c>, <c>off</c>, <c>not-offered</c>; empty while nobody said (to-7-2-o).</summary>
    public string Authentication { get; init; } = "";

    /// <summary>Why it is off.</summary>
    public string AuthenticationReason { get; init; } = "";

    /// <summary>Day on which that is looked at again.</summary>
    public DateOnly? AuthenticationReview { get; init; }

    /// <summary><c>send-only</c> or <c>community</c> (to-5-1-i-1); empty while not chosen.</summary>
    public string Mode { get; init; } = "";

    /// <summary>承認方法: who approves the author's draft, in a sentence (to-5-2-i).</summary>
    public string Approval { get; init; } = "";

    /// <summary>利用者の遵守事項, one rule a line.</summary>
    public string UserRules { get; init; } = "";

    /// <summary>知的財産権の帰属: the body's content and the users' contributions.</summary>
    public string IntellectualProperty { get; init; } = "";

    /// <summary>免責事項</summary>
    public string Disclaimer { get; init; } = "";

    /// <summary>Points of the procedure that were confirmed, with the day; ids as in the regulation (<c>account_points</c>).</summary>
    public IReadOnlyDictionary<string, DateOnly> Points { get; init; } = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The cases of the emergency clause.</summary>
    public IReadOnlyList<string> Cases() => EmergencyCases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The categories of what is sent.</summary>
    public IReadOnlyList<string> Categories() =>
        [.. Contents.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    public static PolicyFacts FromJson(string json) => JsonSerializer.Deserialize<PolicyFacts>(json, Canonical) ?? new();
}
