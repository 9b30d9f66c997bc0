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
        new("GET /accounts/{id:guid}/flare-up", Seats.Staff, "ok-6-4-a"),
        new("POST /accounts/{id:guid}/flare-up?declare", Seats.PrOfficer | Seats.Deciders, "ok-6-4-a"),
        new("POST /accounts/{id:guid}/flare-up?decide", Seats.UnitHead | Seats.OperationManager, "ok-6-4-b"),
        new("POST /accounts/{id:guid}/flare-up?note", Seats.PrOfficer | Seats.Deciders, "is-3-9-a"),
        new("POST /accounts/{id:guid}/flare-up?draft", Seats.PrOfficer | Seats.Deciders, "is-3-9-b"),
        new("POST /accounts/{id:guid}/flare-up?holding", Seats.UnitHead | Seats.OperationManager, "ok-6-4-c"),
        new("POST /accounts/{id:guid}/flare-up?goon", Seats.UnitHead | Seats.OperationManager, "is-3-9-a"),
        new("POST /accounts/{id:guid}/flare-up?drop", Seats.PrOfficer | Seats.Deciders, "is-3-9-a"),
        new("POST /accounts/{id:guid}/flare-up?read", Seats.PrOfficer | Seats.Deciders, "to-6-2-i-2"),
        new("POST /accounts/{id:guid}/flare-up?cut", Seats.UnitHead | Seats.OperationManager, "to-6-2-i-2"),
        new("POST /accounts/{id:guid}/flare-up?end", Seats.UnitHead | Seats.OperationManager, "ok-6-4-a"),
        new("GET /accounts/{id:guid}/policy", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Auditor, "gx-p-6-3"),
        new("POST /accounts/{id:guid}/policy?begin", Seats.OperationManager, "gx-p-6-3"),
        new("POST /accounts/{id:guid}/policy?prove", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-p-6-3"),
        new("POST /accounts/{id:guid}/policy?post", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-p-6-3"),
    ];
}
