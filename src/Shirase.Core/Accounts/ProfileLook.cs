using System.Text.Json;
using Shirase.Core.Channels;

namespace Shirase.Core.Accounts;

/// <summary>What an account said about itself when its platform was last asked, and a change that nobody has said to be ours; one row an account.</summary>
public sealed class ProfileLook(AccountId id, BodyId body)
{
    public AccountId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public DateTimeOffset? At { get; private set; }

    /// <summary>The profile as JSON; null while none was seen.</summary>
    public string? SeenJson { get; private set; }

    /// <summary>Ids of the rules of the regulation that it does not keep.</summary>
    public string Lacking { get; private set; } = "";

    public bool HasLacks => Lacking.Length > 0;

    /// <summary>True once a mark of a proved account was seen, so that its loss is noticed.</summary>
    public bool WasMarked { get; private set; }

    /// <summary>The profile before a change that nobody announced; null while there is none.</summary>
    public string? BeforeJson { get; private set; }

    /// <summary>When that change was seen.</summary>
    public DateTimeOffset? ChangedAt { get; private set; }

    public PlatformProfile? Seen => Read(SeenJson);

    public PlatformProfile? Before => Read(BeforeJson);

    /// <summary>Keeps what was seen; true when it now says something else and nobody had said that before.</summary>
    /// <param name="lacking">Ids of the rules that it does not keep.</param>
    public bool Saw(PlatformProfile profile, IReadOnlyList<string> lacking, DateTimeOffset at)
    {
        // Putting it back settles nothing: whoever changed it may still hold the password
        var isNews = ChangedAt is null && Seen is { } last && !ProfileComparison.SaysTheSame(last, profile);
        if (isNews)
        {
            (BeforeJson, ChangedAt) = (SeenJson, at);
        }

        (SeenJson, Lacking, At) = (JsonSerializer.Serialize(profile), string.Join(' ', lacking), at);
        WasMarked |= profile.IsMarked is true;
        return isNews;
    }

    /// <summary>当方の変更として記録: somebody of ours changed it, and says why.</summary>
    public Refusal? Own(Act act, string? clause)
    {
        if (ChangedAt is null)
        {
            return new ProfileChangeIsSettled();
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ProfileChangeNeedsReason(clause);
        }

        (BeforeJson, ChangedAt) = (null, null);
        return null;
    }

    private static PlatformProfile? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<PlatformProfile>(json);
}

public sealed record ProfileChangeIsSettled() : Refusal(new Localized(
    "確かめるべきプロフィールの変更はありません。", "There is no change of the profile to settle."));

public sealed record ProfileChangeNeedsReason(string? By) : Refusal(new Localized(
    "だれが、なぜプロフィールを変えたのかを入力してください。", "Say who changed the profile, and why."), By);

/// <param name="Lacks">What the platform does not show.</param>
/// <param name="Proposed">A profile that would show it.</param>
public sealed record ProfileLacks(IReadOnlyList<Localized> Lacks, string Proposed, string? By) : Refusal(new Localized(
    $"発信先のプロフィール欄に、次のものが見当たりません：{string.Join('、', Lacks.Select(l => l.Ja))}。プロフィール欄を次の案のように直してから、もう一度保存してください。「{Proposed.Replace('\n', ' ')}」",
    $"The profile on the platform does not show: {string.Join(", ", Lacks.Select(l => l.En))}. Change it, for instance to \"{Proposed.Replace('\n', ' ')}\", and save again."), By);
