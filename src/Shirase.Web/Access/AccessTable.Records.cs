namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // Journal, regulations, registers of public bodies, of posts out of hours and of precedents
    private static AccessRow[] Records =>
    [
        new("GET /records", Seats.Auditor | Seats.Administrator),
        new("POST /records?verify", Seats.Auditor | Seats.Administrator),
        new("POST /records?export", Seats.Auditor | Seats.Administrator),
        new("POST /records?archive", Seats.Auditor | Seats.Administrator, "to-7-4-a"),
        new("GET /regulations", Seats.Staff),
        new("GET /regulations/{slug}", Seats.Staff),
        new("GET /regulations/{slug}/amendment", Seats.Staff),
        new("GET /compliance/{slug}", Seats.Deciders | Seats.Administrator | Seats.Auditor),
        new("GET /compliance/{slug}?xlsx", Seats.Deciders | Seats.Administrator | Seats.Auditor),
        new("GET /compliance/{slug}?csv", Seats.Deciders | Seats.Administrator | Seats.Auditor),
        new("GET /compliance/{slug}?json", Seats.Deciders | Seats.Administrator | Seats.Auditor),
        new("POST /regulations/{slug}/amendment", Seats.Deciders | Seats.Administrator | Seats.Auditor),
        new("GET /out-of-hours", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Auditor, "gx-10-2-0"),
        new("GET /out-of-hours?csv", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Auditor, "gx-10-2-0"),
        new("GET /checks", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Administrator | Seats.Auditor),
        new("GET /checks?csv", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Administrator | Seats.Auditor),
        new("GET /checks/{slug}/{rule}", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Administrator | Seats.Auditor),
        new("GET /duties", Seats.Staff),
        new("GET /duties?csv", Seats.Staff),
        new("POST /duties?close", Seats.Staff),
        new("POST /duties?open", Seats.Staff),
        new("GET /elections", Seats.Staff, "to-6-1-i-3"),
        new("POST /elections", Seats.UnitHead | Seats.OperationManager | Seats.Administrator, "to-6-1-i-3"),
        new("POST /elections?remove", Seats.UnitHead | Seats.OperationManager | Seats.Administrator, "to-6-1-i-3"),
        new("GET /permissions", Seats.Staff, "gx-p-5-1"),
        new("GET /permissions?csv", Seats.Staff, "gx-p-5-1"),
        new("GET /permissions/{id:guid}/letter", Seats.Staff, "gx-p-5-1"),
        new("POST /permissions?ask", Seats.Staff, "gx-p-5-1"),
        new("POST /permissions?grant", Seats.OperationOfficer | Seats.OperationManager, "gx-p-5-1"),
        new("POST /permissions?decline", Seats.OperationOfficer | Seats.OperationManager, "gx-p-5-1"),
        new("GET /on-call", Seats.Staff),
        new("POST /on-call", Seats.Administrator),
        new("POST /on-call?remove", Seats.Administrator),
        new("GET /precedents", Seats.Staff, "gx-16"),
        new("GET /precedents?csv", Seats.Staff, "gx-16"),
        new("GET /public-bodies", Seats.Staff, "gx-8-2-2"),
        new("POST /public-bodies?propose", Seats.Staff, "gx-8-2-2"),
        new("POST /public-bodies?register", Seats.OperationOfficer, "gx-8-2-2"),
        new("POST /public-bodies?decline", Seats.OperationOfficer, "gx-8-2-2"),
        new("POST /public-bodies?suspend", Seats.OperationOfficer, "gx-8-2-2"),
    ];
}
