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
        new("GET /posts/{id:guid}/actions", Seats.Staff),
        new("POST /posts/{id:guid}/actions?confirm", Seats.Staff, "gx-13-4-3"),
        new("POST /posts/{id:guid}/actions?recall", Seats.Staff),
        new("POST /posts/{id:guid}/actions?answerunit", Seats.Staff, "is-2-5-b"),
        new("POST /posts/{id:guid}/actions?notecall", Seats.Staff, "is-2-5-b"),
        new("POST /posts/{id:guid}/actions?sendup", Seats.Staff, "is-2-4-d"),
        new("GET /standard-forms", Seats.Staff, "is-2-4-d"),
        new("POST /standard-forms?propose", Seats.Staff, "is-2-4-d"),
        new("POST /standard-forms?approve", Seats.UnitHead, "is-2-4-d"),
        new("POST /standard-forms?retire", Seats.UnitHead, "is-2-4-d"),
        new("POST /posts/{id:guid}/actions?withdraw", Seats.Staff, "gx-12-2-1"),
        new("POST /posts/{id:guid}/actions?answerwording", Seats.Staff, "gx-3-2-b-2"),
        new("POST /posts/{id:guid}/actions?dispatch", Seats.Staff, "gx-12-2-1"),
        new("POST /posts/{id:guid}/actions?pressrelease", Seats.Staff, "gx-13-3-2"),
        new("POST /posts/{id:guid}/actions?planrelease", Seats.Staff, "gx-13-3-2"),
        new("POST /posts/{id:guid}/actions?settlepress", Seats.OperationOfficer | Seats.OperationManager, "gx-13-4-2"),
        new("POST /posts/{id:guid}/actions?reporterror", Seats.Staff, "gx-13-4-4"),
        new("POST /posts/{id:guid}/actions?continue", Seats.Staff, "is-3-5-a"),
        new("POST /posts/{id:guid}/actions?consult", Seats.Staff, "gx-16"),
        new("POST /posts/{id:guid}/actions?confirmconsultation", Seats.Staff, "gx-16"),
        new("POST /posts/{id:guid}/actions?withdrawconsent", Seats.Staff, "to-2-3-c"),
        new("POST /posts/{id:guid}/actions?lookatwebsite", Seats.Staff, "ok-4-8"),
        new("POST /posts/{id:guid}/actions?gowithoutwebsite", Seats.UnitHead, "ok-4-8"),
        new("GET /", Seats.Staff, "gx-12-2-1"),
        new("POST /?read", Seats.Staff, "gx-12-4-3"),
        new("GET /posts", Seats.Staff),
        new("GET /posts?csv", Seats.Staff),
        new("GET /search", Seats.Staff),
    ];

    private static string[] FormVerbs => ["save", "submit", "check", "autosave", "more", "attach", "read", "detach", "target"];
}
