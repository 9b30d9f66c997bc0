namespace Shirase.Core.Regulations;

/// <summary>What is looked for in the profile of an account.</summary>
public enum ProfileAspect
{
    /// <summary>The name shown is the registered one.</summary>
    Name,

    /// <summary>It is found under the registered handle, so that links to it lead there.</summary>
    Handle,

    /// <summary>The unit that runs it is named.</summary>
    Unit,

    /// <summary>The body that runs it is named.</summary>
    Operator,

    /// <summary>A link to a page of the body's own website that opens.</summary>
    Website,

    /// <summary>A link to the page on which the policy of the account was seen.</summary>
    Policy,

    /// <summary>One of the given texts stands in it.</summary>
    Says,

    /// <summary>The mark of a proved account, once it was there.</summary>
    Mark,

    /// <summary>It follows nobody.</summary>
    FollowsNobody,
}

/// <summary>One thing that the profile of every account has to show (gx-p-2-2, ok-4-6-a, to-5-1-i-1).</summary>
/// <param name="Id">Name in the file; <c>profile:&lt;id&gt;</c> under <c>carried_by</c>.</param>
/// <param name="Aspect">What is looked for.</param>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Says">Texts of which one has to stand there; the first is the one that is proposed. Empty for the other aspects.</param>
/// <param name="Point">The point of <see cref="Regulation.AccountPoints"/> that nobody confirms while the platform shows otherwise; null for none.</param>
/// <param name="Mode">The mode of account it is for, <c>send-only</c> or <c>community</c>; null for every account.</param>
/// <param name="IsOnlyProposed">True where it is put into the proposal while there is room, and never missed.</param>
public sealed record ProfileRule(string Id, ProfileAspect Aspect, string Clause, Localized Name, IReadOnlyList<string> Says, string? Point, string? Mode, bool IsOnlyProposed = false);
