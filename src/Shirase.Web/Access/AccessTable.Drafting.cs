namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // 起案: the application form and the lists of applications. Whose draft it is, the use cases ask at the moment of the act.
    private static AccessRow[] Drafting =>
    [
        new("GET /posts/new", Seats.Staff, "gx-12-1-1"),
        .. FormVerbs.Select(verb => new AccessRow($"POST /posts/new?{verb}", Seats.Staff, "gx-12-1-1")),
        new("GET /posts/{id:guid}/edit", Seats.Staff, "gx-12-1-1"),
        .. FormVerbs.Select(verb => new AccessRow($"POST /posts/{{id:guid}}/edit?{verb}", Seats.Staff, "gx-12-1-1")),
    ];

    private static string[] FormVerbs => ["save", "submit", "check", "autosave", "more", "attach", "detach", "target"];
}
