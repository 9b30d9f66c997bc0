namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // 決裁・審査, the case file and its papers
    private static AccessRow[] Deciding =>
    [
        new("GET /posts/{id:guid}/media/{media:guid}", Seats.Staff, "gx-13-3-2"),
        new("GET /posts/{id:guid}/media/{media:guid}?form", Seats.Staff, "gx-15-1-4"),
        new("POST /posts/{id:guid}/media/{media:guid}?save", Seats.Staff, "gx-15-1-4"),
        new("GET /posts/{id:guid}/decision", Seats.Staff, "gx-13-3-2"),
        new("POST /posts/{id:guid}/decision?ask", Seats.Deciders),
        new("POST /posts/{id:guid}/decision?approve", Seats.Deciders, "gx-12-1-2"),
        new("POST /posts/{id:guid}/decision?return", Seats.Deciders, "gx-12-4-2"),
        new("POST /posts/{id:guid}/decision?reject", Seats.Deciders, "gx-12-4-2"),
        new("POST /posts/{id:guid}/decision?assign", Seats.OperationManager, "gx-12-3-1"),
        new("POST /posts/{id:guid}/decision?hold", Seats.OperationManager, "gx-3-2-b-1"),
        new("POST /posts/{id:guid}/decision?overrule", Seats.OperationManager, "gx-3-2-b-1"),
        new("POST /posts/{id:guid}/decision?reexamine", Seats.OperationManager | Seats.OperationOfficer, "gx-3-2-b-1"),
        new("POST /posts/{id:guid}/decision?propose", Seats.OperationOfficer | Seats.OperationManager, "gx-3-2-b-2"),
        new("POST /posts/{id:guid}/decision?consult", Seats.Staff, "gx-16"),
        new("POST /posts/{id:guid}/decision?agree", Seats.Staff, "gx-16"),
        new("POST /posts/{id:guid}/decision?telephone", Seats.PrOfficer, "gx-10-2-0"),
        new("GET /posts/inbox", Seats.OperationManager, "gx-3-1-a-2"),
        new("POST /posts/inbox?assign", Seats.OperationManager, "gx-12-3-1"),
        new("POST /posts/inbox?give", Seats.OperationManager, "gx-12-3-1"),
        new("POST /posts/inbox?end", Seats.OperationManager, "gx-12-3-1"),
        new("GET /posts/{id:guid}", Seats.Staff, "gx-13-3-2"),
        new("GET /posts/{id:guid}/versions", Seats.Staff, "gx-3-2-b-2"),
        new("GET /posts/{id:guid}/settle", Seats.Staff, "gx-15-1-3"),
        new("POST /posts/{id:guid}/settle?settle", Seats.Staff, "gx-15-1-3"),
        new("POST /posts/{id:guid}/settle?disown", Seats.Staff, "gx-10-2-0"),
        new("GET /posts/{id:guid}/evidence", Seats.Staff, "gx-13-3-2"),
        new("GET /posts/{id:guid}/links", Seats.Staff, "ok-5-2-e-2"),
        new("GET /posts/{id:guid}/evidence.json", Seats.Staff, "gx-13-3-2"),
        new("GET /posts/{id:guid}/print", Seats.Staff, "gx-f-1"),
        new("GET /posts/errors", Seats.Staff, "gx-13-4-4"),
        new("GET /posts/{id:guid}/error", Seats.Staff, "gx-13-4-4"),
        new("POST /posts/{id:guid}/error?report", Seats.Staff, "gx-13-4-4"),
        new("POST /posts/{id:guid}/error?acknowledge", Seats.PrOfficer, "gx-13-4-4"),
        new("POST /posts/{id:guid}/error?close", Seats.PrOfficer, "gx-13-4-4"),
        new("POST /posts/{id:guid}/error?remove", Seats.PrOfficer, "gx-13-4-5"),
        new("POST /posts/{id:guid}/error?byhand", Seats.PrOfficer, "gx-13-4-5"),
        new("POST /posts/{id:guid}/error?write", Seats.Staff, "gx-13-4-1"),
        new("POST /posts/{id:guid}/error?apply", Seats.Staff, "gx-13-4-1"),
        new("POST /posts/{id:guid}/error?announce", Seats.OperationOfficer | Seats.OperationManager, "gx-13-4-1"),
        new("POST /posts/{id:guid}/error?abandon", Seats.Staff, "gx-13-4-1"),
    ];
}
