namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // トラブル: what was not sent from here, stops, and what the public must be told of them
    private static AccessRow[] Incidents =>
    [
        new("GET /incidents", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Auditor, "gx-3-1-b-1"),
        new("GET /incidents?csv", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Auditor, "gx-3-1-b-1"),
        new("POST /incidents?own", Seats.OperationOfficer | Seats.OperationManager, "gx-8-1-1"),
        new("POST /incidents?prove", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-3-1-b-2"),
        new("POST /incidents?publish", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-3-1-b-2"),
        new("POST /incidents?password", Seats.OperationOfficer | Seats.OperationManager, "gx-6-1"),
        new("POST /incidents?ask", Seats.OperationManager, "gx-6-1"),
        new("POST /incidents?resume", Seats.OperationOfficer | Seats.OperationManager, "gx-6-1"),
        new("GET /accounts/{id:guid}/policy", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Auditor, "gx-p-6-3"),
        new("POST /accounts/{id:guid}/policy?begin", Seats.OperationManager, "gx-p-6-3"),
        new("POST /accounts/{id:guid}/policy?prove", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-p-6-3"),
        new("POST /accounts/{id:guid}/policy?post", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-p-6-3"),
    ];
}
