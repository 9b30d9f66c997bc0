namespace Shirase.Core.Accounts;

/// <summary>Who is said to run an account, in the three places where the public reads it (gx-p-3-0). Pure.</summary>
/// <param name="Registered">The operator as the register has it.</param>
/// <param name="Policy">What the policy in force says of it; null where none is in force.</param>
/// <param name="Website">What stands beside the account on the list of official accounts; null where that was not proved or did not open.</param>
/// <param name="IsOnWebsite">Whether the operator is named anywhere on that page.</param>
/// <param name="Profile">The text of the profile; null where nobody can tell.</param>
public sealed record OperatorNames(string Registered, string? Policy, string? Website, bool IsOnWebsite, string? Profile)
{
    /// <summary>Longest text of a place in the report, in UTF-16 units. Ours.</summary>
    public const int Longest = 200;

    /// <summary>Places where another name stands, or none; empty where all agree.</summary>
    public IReadOnlyList<Localized> Differing =>
    [
        .. new (Localized Place, bool Differs)[]
        {
            (new("運用ポリシー", "policy"), Policy is { } policy && !Says(policy)),
            (new("公式ホームページの一覧", "list on the website"), Website is not null && !IsOnWebsite),
            (new("プロフィール", "profile"), Profile is { } profile && !Says(profile)),
        }.Where(p => p.Differs).Select(p => p.Place),
    ];

    /// <summary>The three texts side by side, for whoever has to make them agree.</summary>
    public Localized Report(string handle) => new(
        $"@{handle} の運用者の名が一致していません（{string.Join('、', Differing.Select(d => d.Ja))}）。登録：「{Registered}」／運用ポリシー：{Quote(Policy)}／公式ホームページの一覧：{Quote(Website)}／プロフィール：{Quote(Profile)}。同じ名に直してください。",
        $"The operator of @{handle} is not named alike ({string.Join(", ", Differing.Select(d => d.En))}). Register: \"{Registered}\" / policy: {Quote(Policy)} / list on the website: {Quote(Website)} / profile: {Quote(Profile)}. Make them agree.");

    private bool Says(string text) => PolicyWords.Plain(text).Contains(PolicyWords.Plain(Registered), StringComparison.OrdinalIgnoreCase);

    private static string Quote(string? text) => text is null ? "—" : $"「{Short(text)}」";

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..(char.IsHighSurrogate(line[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }
}
