namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // People, units, terminals, accounts, settings
    private static AccessRow[] Registers =>
    [
        new("GET /people", Seats.Administrator | Seats.Auditor),
        new("GET /people?csv", Seats.Administrator | Seats.Auditor),
        new("POST /people", Seats.Administrator),
        new("GET /people/import", Seats.Administrator),
        new("POST /people/import", Seats.Administrator),
        new("GET /people/{id:guid}", Seats.Administrator | Seats.Auditor),
        new("POST /people/{id:guid}?transfer", Seats.Administrator),
        new("POST /people/{id:guid}?leave", Seats.Administrator),
        new("POST /people/{id:guid}?appoint", Seats.Administrator),
        new("POST /people/{id:guid}?deputy", Seats.Administrator),
        new("POST /people/{id:guid}?endappointment", Seats.Administrator),
        new("POST /people/{id:guid}?enddeputy", Seats.Administrator),
        new("POST /people/{id:guid}?rename", Seats.Administrator),
        new("POST /people/{id:guid}?password", Seats.Administrator),
        new("GET /units", Seats.Administrator | Seats.Auditor),
        new("GET /units?csv", Seats.Administrator | Seats.Auditor),
        new("POST /units", Seats.Administrator),
        new("GET /units/{id:guid}", Seats.Administrator),
        new("POST /units/{id:guid}", Seats.Administrator),
        new("GET /terminals", Seats.Administrator | Seats.Auditor),
        new("GET /terminals?csv", Seats.Administrator | Seats.Auditor),
        new("POST /terminals", Seats.Administrator),
        new("GET /terminals/{id:guid}", Seats.Administrator),
        new("POST /terminals/{id:guid}", Seats.Administrator),
        new("POST /terminals/{id:guid}?retire", Seats.Administrator),
        new("GET /terminals/overrides", Seats.OperationOfficer, "gx-11-2"),
        new("POST /terminals/overrides", Seats.OperationOfficer, "gx-11-2"),
        new("GET /accounts", Seats.Administrator | Seats.Auditor | Seats.OperationManager),
        new("GET /accounts?csv", Seats.Administrator | Seats.Auditor),
        new("POST /accounts", Seats.Administrator),
        new("GET /accounts/{id:guid}", Seats.Administrator | Seats.Auditor | Seats.OperationManager),
        new("POST /accounts/{id:guid}?connect", Seats.Administrator, "gx-2-1-b"),
        new("POST /accounts/{id:guid}?stop", Seats.OperationManager, "gx-3-1-b-1"),
        new("POST /accounts/{id:guid}?resume", Seats.OperationManager, "gx-3-1-b-1"),
        new("GET /settings", Seats.Administrator | Seats.Auditor),
    ];
}
