using Shirase.Core.Channels;
using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Core.Accounts;

/// <summary>What the register knows of an account, as its profile should show it.</summary>
/// <param name="Handle">Registered handle, without @.</param>
/// <param name="DisplayName">Registered name.</param>
/// <param name="Unit">Unit that runs it.</param>
/// <param name="Operator">Body that runs it.</param>
/// <param name="Website">Address of the body's website; null where it has none in the settings.</param>
/// <param name="Policy">Page on which the policy of the account was seen; null while it was not.</param>
/// <param name="Mode">What the account is for, <c>send-only</c> or <c>community</c>; empty while nobody chose.</param>
public sealed record ProfileFacts(string Handle, string DisplayName, string Unit, string Operator, Uri? Website, Uri? Policy, string Mode);

/// <summary>Something that a profile should show and does not.</summary>
/// <param name="Rule">The rule that asks for it.</param>
/// <param name="Words">What is missing, with what stands there instead where that helps.</param>
public sealed record ProfileLack(ProfileRule Rule, Localized Words);

/// <summary>Compares a profile with what the regulation asks of it. Pure.</summary>
public static class ProfileComparison
{
    /// <param name="opens">Whether an address is a page of the body's own website that opens.</param>
    /// <param name="wasMarked">Whether an earlier look saw the mark of a proved account.</param>
    public static IReadOnlyList<ProfileLack> Lacks(
        PlatformProfile profile, IReadOnlyList<ProfileRule> rules, ProfileFacts facts, Func<Uri, bool> opens, bool wasMarked)
    {
        var said = Plain(profile.Text);
        var links = LinksOf(profile);
        return [.. rules.Where(r => IsFor(r, facts) && !r.IsOnlyProposed).Select(rule => (Rule: rule, Words: Missing(rule))).Where(x => x.Words is not null).Select(x => new ProfileLack(x.Rule, x.Words!))];

        Localized? Missing(ProfileRule rule) => rule.Aspect switch
        {
            ProfileAspect.Name => Plain(profile.Name) == Plain(facts.DisplayName) ? null
                : new($"名称（登録は「{facts.DisplayName}」、発信先は「{profile.Name}」）", $"the name (registered \"{facts.DisplayName}\", shown \"{profile.Name}\")"),
            ProfileAspect.Handle => profile.Handle.Length == 0 || string.Equals(profile.Handle, facts.Handle, StringComparison.OrdinalIgnoreCase) ? null
                : new($"{rule.Name.Ja}（登録は@{facts.Handle}、発信先は@{profile.Handle}。登録のアドレスでは開けません）", $"{rule.Name.En} (registered @{facts.Handle}, now @{profile.Handle}; the registered address does not open)"),
            ProfileAspect.Unit => Says(facts.Unit) ? null : Quoted(rule, facts.Unit),
            ProfileAspect.Operator => Says(facts.Operator) ? null : Quoted(rule, facts.Operator),
            ProfileAspect.Website => links.Any(opens) ? null
                : new($"{rule.Name.Ja}（{facts.Website?.ToString() ?? "公式ホームページのアドレス"}）", $"{rule.Name.En} ({facts.Website?.ToString() ?? "address of the official website"})"),
            ProfileAspect.Policy => facts.Policy is not { } page || links.Any(l => IsSame(l, page)) ? null
                : new($"{rule.Name.Ja}（{page}）", $"{rule.Name.En} ({page})"),
            ProfileAspect.Says => rule.Says.Any(Says) ? null : Quoted(rule, rule.Says[0]),
            ProfileAspect.Mark => profile.IsMarked is false && wasMarked ? new($"{rule.Name.Ja}（外れました）", $"{rule.Name.En} (lost)") : null,
            _ => profile.Following is > 0 and var count ? Followed(count, profile.Followed) : null,
        };

        bool Says(string text) => text.Length > 0 && said.Contains(Plain(text), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Every address in a profile, in its text or in a field of its own.</summary>
    public static IReadOnlyList<Uri> LinksOf(PlatformProfile profile)
    {
        var text = Composed.Of(profile.Text);
        return [.. profile.Links.Concat(UrlExtractor.Find(text).Select(u => u.Text)).Select(Address).OfType<Uri>().Distinct()];
    }

    /// <summary>A text that shows all that the regulation asks for, to be taken over or shortened.</summary>
    /// <param name="longest">Most characters that the platform takes; 0 for no limit. What is only proposed is left out where it does not fit.</param>
    public static string Propose(IReadOnlyList<ProfileRule> all, ProfileFacts facts, int longest = 0)
    {
        var asked = Compose([.. all.Where(r => !r.IsOnlyProposed)], facts);
        return all.Where(r => r.IsOnlyProposed && IsFor(r, facts)).Aggregate(asked, (text, rule) =>
            $"{text}\n{rule.Says[0]}。" is var longer && (longest == 0 || GraphemeCount.Of(longer) <= longest) ? longer : text);
    }

    private static string Compose(IReadOnlyList<ProfileRule> all, ProfileFacts facts)
    {
        var rules = all.Where(r => IsFor(r, facts)).ToList();
        var owner = OwnerOf([.. rules.Select(r => r.Aspect)], facts);
        var official = owner.Length == 0 ? "" : owner + "の公式アカウントです。";
        var said = rules.Where(r => r.Aspect == ProfileAspect.Says && !r.Says.Any(s => Plain(official).Contains(Plain(s), StringComparison.Ordinal)));
        return string.Join('\n', (IEnumerable<string>)
        [
            .. official.Length == 0 ? (string[])[] : [official],
            .. said.Select(r => r.Says[0] + "。"),
            .. rules.Select(r => r.Aspect switch
            {
                ProfileAspect.Website when facts.Website is { } site => $"公式ホームページ {site}",
                ProfileAspect.Policy when facts.Policy is { } page => $"運用ポリシー {page}",
                _ => null,
            }).OfType<string>(),
        ]);
    }

    // The larger body first, as an address is written; a unit whose name does not begin with its body's is not known by itself
    private static string OwnerOf(IReadOnlyList<ProfileAspect> asked, ProfileFacts facts)
    {
        var unit = asked.Contains(ProfileAspect.Unit) ? facts.Unit : "";
        var body = asked.Contains(ProfileAspect.Operator) || (unit.Length > 0 && !unit.StartsWith(facts.Operator, StringComparison.Ordinal)) ? facts.Operator : "";
        return unit == body ? body : body + unit;
    }

    /// <summary>Whether two looks show the same to those who read them; what the account follows is a matter of its own.</summary>
    public static bool SaysTheSame(PlatformProfile one, PlatformProfile other) =>
        Plain(one.Name) == Plain(other.Name) && Plain(one.Text) == Plain(other.Text) && one.Links.SequenceEqual(other.Links, StringComparer.Ordinal);

    /// <summary>Whether the rule speaks to an account of this mode.</summary>
    public static bool IsFor(ProfileRule rule, ProfileFacts facts) => rule.Mode is null || rule.Mode == facts.Mode;

    private static Localized Quoted(ProfileRule rule, string text) => new($"{rule.Name.Ja}（「{text}」）", $"{rule.Name.En} (\"{text}\")");

    private static Localized Followed(int count, IReadOnlyList<string> names)
    {
        var named = names.Count == 0 ? "" : string.Join('、', names.Select(n => "@" + n)) + (names.Count < count ? "など" : "");
        return new(
            $"{count}件のアカウントをフォローしています{(named.Length == 0 ? "" : $"：{named}")}",
            $"it follows {count} account(s){(names.Count == 0 ? "" : ": " + string.Join(", ", names.Select(n => "@" + n)))}");
    }

    private static bool IsSame(Uri one, Uri other) =>
        one.Host == other.Host && one.AbsolutePath.TrimEnd('/') == other.AbsolutePath.TrimEnd('/') && one.Query == other.Query;

    private static Uri? Address(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http" ? uri : null;

    private static string Plain(string text) => PolicyWords.Plain(text);
}
