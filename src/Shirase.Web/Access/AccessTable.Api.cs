namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // Interface tokens on pages. What a token opens stands below.
    private static AccessRow[] Tokens =>
    [
        new("GET /tokens", Seats.Staff, "gx-14-1-1"),
        new("POST /tokens?issue", Seats.Staff, "gx-14-1-1"),
        new("POST /tokens?revoke", Seats.Staff, "gx-14-1-1"),
        new("GET /tokens/all", Seats.Administrator, "gx-14-1-1"),
        new("POST /tokens/all?issue", Seats.Administrator, "gx-14-1-1"),
        new("POST /tokens/all?revoke", Seats.Administrator, "gx-14-1-1"),
    ];
}
