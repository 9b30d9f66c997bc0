namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // The public site
    private static AccessRow[] Site =>
    [
        new("GET /robots.txt", Seats.Public),
        new("GET /site", Seats.Public),
        new("GET /site/{body}", Seats.Public),
        new("POST /site/{body}", Seats.Public),
        new("GET /site/{body}/accounts", Seats.Public, "gx-4-1"),
        new("GET /site/{body}/accounts.json", Seats.Public, "gx-4-1"),
        new("GET /site/{body}/policies/{id:guid}/{number:int?}", Seats.Public, "gx-5-2"),
        new("GET /site/{body}/posts", Seats.Public),
        new("GET /site/{body}/posts/{id:guid}", Seats.Public),
        new("GET /site/{body}/notices/{id?}", Seats.Public),
        new("GET /site/{body}/feed.atom", Seats.Public),
        new("GET /site/{body}/media/{id:guid}", Seats.Public),
    ];
}
