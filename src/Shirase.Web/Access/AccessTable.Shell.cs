namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // Frame, errors, preferences
    private static AccessRow[] Shell =>
    [
        new("GET /error/{status:int}", Seats.Public),
        new("POST /error/{status:int}", Seats.Public),
        new("POST /preferences", Seats.Public),
        new("GET /preferences", Seats.Public),
        new("GET /style", Seats.Public),
        new("POST /style", Seats.Public),
    ];
}
