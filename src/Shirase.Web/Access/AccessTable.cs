namespace Shirase.Web.Access;

/// <summary>Who may call an endpoint at all. What a person may do to a certain case is decided by Core at the moment of the act.</summary>
[Flags]
public enum Seats
{
    None = 0,

    /// <summary>Anybody, without signing in.</summary>
    Public = 1,

    /// <summary>Every signed-in member of staff of the body.</summary>
    Staff = 2,

    UnitHead = 4,

    OperationManager = 8,

    OperationOfficer = 16,

    PrOfficer = 32,

    Administrator = 64,

    Auditor = 128,

    /// <summary>Those who decide on cases, in any step, holders and deputies.</summary>
    Deciders = UnitHead | OperationManager | OperationOfficer,
}

/// <summary>One line of the table.</summary>
/// <param name="Endpoint">Method, route as in the page directive or the map call, and the handler: <c>POST /posts/{id:guid}/decision?approve</c>.</param>
/// <param name="Who">Any one of these seats opens it.</param>
/// <param name="Clause">The clause behind the line, or null.</param>
/// <param name="Scope">What a token needs besides the seat, empty for nothing; null for pages, which no token opens.</param>
/// <param name="Reach">What a token that is bound to one unit reaches of it.</param>
public sealed record AccessRow(string Endpoint, Seats Who, string? Clause = null, string? Scope = null, Reach Reach = Reach.Any);

/// <summary>What an endpoint of the interface touches, for tokens that are bound to one unit.</summary>
public enum Reach
{
    /// <summary>Nothing of a unit, or it looks at the token's unit itself.</summary>
    Any,

    /// <summary>The case of the address: it must be the unit's.</summary>
    Case,

    /// <summary>The body as a whole: closed to such a token.</summary>
    Body,
}

/// <summary>
/// The one table of authorization. An endpoint without a line answers 403 to everybody, and a test fails for it;
/// a line without an endpoint fails too.
/// </summary>
public static partial class AccessTable
{
    public static IReadOnlyList<AccessRow> Rows { get; } = [.. Shell, .. SignIn, .. Registers, .. Drafting, .. Deciding, .. Desk, .. Records, .. Tokens, .. Site, .. Operations, .. Api, .. Incidents];

    private static readonly Dictionary<string, AccessRow> ByEndpoint = Rows.ToDictionary(r => r.Endpoint, StringComparer.OrdinalIgnoreCase);

    public static AccessRow? Find(string endpoint) => ByEndpoint.GetValueOrDefault(endpoint);
}
