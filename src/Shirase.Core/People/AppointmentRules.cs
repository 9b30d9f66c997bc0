using Shirase.Core.Regulations;

namespace Shirase.Core.People;

/// <summary>Who may be appointed to what: roles follow posts, not persons (gx-3-1-a-1, gx-3-2-a).</summary>
public static class AppointmentRules
{
    /// <summary>Null when the posting may hold the role.</summary>
    /// <param name="equivalents">Posts of general staff that count as a rank.</param>
    /// <param name="unitCode">Code of the unit.</param>
    /// <param name="unitName">Its name; a corps or a school may call the post otherwise (gm-3-3-a-1).</param>
    public static Refusal? MayHold(RegulationRole role, Posting posting, string unitCode, string unitName, IReadOnlyList<EquivalentPost> equivalents)
    {
        var rule = role.HeldBy;
        if (rule.HeadOfUnit && !posting.IsHead)
        {
            return new NotTheHeadOfTheUnit(role.Clause);
        }

        if (rule.Unit is { } unit && unit != unitCode)
        {
            return new NotInThatUnit(role.Name, role.Clause);
        }

        if (!HasRankFor(role, posting, equivalents))
        {
            return new RankTooLow(role.Name, rule.MinRank!.Value, role.Clause);
        }

        var asked = rule.PostIn(unitName);
        return (asked is { } post && post != posting.Post) || (rule.Section is { } section && section != posting.Section)
            ? new NotThatPost(role.Name, asked ?? rule.Section!, role.Clause)
            : null;
    }

    /// <summary>The rank of a posting, or the one its post counts as (同相当職, is-2-4-e). A post that is not listed counts as none.</summary>
    public static Rank RankOf(Posting posting, IReadOnlyList<EquivalentPost> equivalents) =>
        posting.Rank != Rank.None ? posting.Rank : equivalents.FirstOrDefault(e => e.Post == posting.Post)?.Rank ?? Rank.None;

    public static bool HasRankFor(RegulationRole role, Posting posting, IReadOnlyList<EquivalentPost> equivalents) =>
        role.HeldBy.MinRank is not { } least || RankOf(posting, equivalents) >= least;

    /// <summary>The roles a posting holds by itself, with the unit they are for.</summary>
    public static IEnumerable<(RegulationRole Role, UnitId? Unit)> ExOfficio(Regulation regulation, Posting posting, string unitCode, string unitName) =>
        regulation.Roles.Where(r => r.DesignatedBy is null && MayHold(r, posting, unitCode, unitName, regulation.Equivalents) is null)
            .Select(r => (r, r.IsOfUnit ? posting.Unit : (UnitId?)null));

    /// <summary>The manager and the officer are two persons, but for a deputising entry (gx-3-2-a).</summary>
    public static Refusal? MayHoldBoth(
        string role, StaffId staff, IEnumerable<Appointment> existing, DateOnly from, string clause)
    {
        var other = role switch { "operation-officer" => "operation-manager", "operation-manager" => "operation-officer", _ => null };
        return other is not null && existing.Any(a => a.Role == other && a.Staff == staff && a.IsOn(from))
            ? new ManagerAndOfficerAreTwoPersons(clause)
            : null;
    }
}

public sealed record NotTheHeadOfTheUnit(string? By) : Refusal(
    new("所属長の職に就いている職員だけを登録できます。先に配属（所属長）を登録してください。",
        "Only the head of the unit can hold this role. Enter the posting as head first."), By);

public sealed record RankTooLow(Localized Role, Rank Least, string? By) : Refusal(
    new($"{Role.Ja}は{Least.Name().Ja}以上（同相当職を含む）に限ります。階級又は相当職の登録を確かめてください。",
        $"{Role.En} is held by {Least.Name().En} or above, or an equivalent post. Check the rank or the table of equivalent posts."), By);

public sealed record NotInThatUnit(Localized Role, string? By) : Refusal(
    new($"{Role.Ja}は広報広聴課に所属する職員に限り付与できます。", $"{Role.En} can be held only by staff of the PR division."), By);

public sealed record NotThatPost(Localized Role, string Post, string? By) : Refusal(
    new($"{Role.Ja}には「{Post}」の職にある職員を登録してください。", $"{Role.En} belongs to the post {Post}; choose the person who holds it."), By);

public sealed record ManagerAndOfficerAreTwoPersons(string? By) : Refusal(
    new("運用管理者と運用責任者を同じ職員が兼ねることはできません。不在の間だけ代わるときは、期間と理由を付けて代決者として登録してください。",
        "The manager and the officer cannot be one person. To stand in for a time, enter a deputy with period and reason."), By);
