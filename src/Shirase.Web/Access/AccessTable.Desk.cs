namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // 発信: the publisher's desk, error reports, the practice timeline
    private static AccessRow[] Desk =>
    [
        new("GET /desk", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-11-1"),
        new("POST /desk?publish", Seats.PrOfficer, "gx-14-1-1"),
        new("POST /desk?schedule", Seats.PrOfficer, "gx-14-1-1"),
        new("POST /desk?cancel", Seats.PrOfficer, "gx-14-1-1"),
        new("POST /desk?resend", Seats.PrOfficer, "gx-14-1-1"),
        new("POST /desk?remove", Seats.PrOfficer, "gx-13-4-5"),
        new("POST /desk?acknowledge", Seats.PrOfficer, "gx-13-4-4"),
        new("POST /desk?closereport", Seats.PrOfficer, "gx-13-4-4"),
        new("POST /desk?askoverride", Seats.PrOfficer, "gx-11-2"),
        new("GET /outgoing", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Administrator | Seats.Auditor),
        new("GET /outgoing?csv", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Administrator | Seats.Auditor),
        new("POST /outgoing?freeze", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Administrator),
        new("POST /outgoing?askresume", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager),
        new("POST /outgoing?resume", Seats.OperationOfficer | Seats.OperationManager),
        new("POST /outgoing?hold", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager),
        new("POST /outgoing?open", Seats.Administrator),
        new("GET /deliveries/{id:guid}", Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Auditor),
        new("POST /deliveries/{id:guid}?stands", Seats.PrOfficer, "gx-14-1-1"),
        new("POST /deliveries/{id:guid}?byHand", Seats.PrOfficer, "gx-12-4-1"),
        new("POST /deliveries/{id:guid}?missing", Seats.PrOfficer, "gx-14-1-1"),
        new("GET /drill", Seats.Staff),
        new("POST /drill?addpartner", Seats.Administrator),
        new("POST /drill?editpartner", Seats.Administrator),
        new("POST /drill?removepartner", Seats.Administrator),
        new("GET /drill/{body}/posts/{id}", Seats.Staff),
        new("GET /drill/{body}/posts/{id}/images/{number:int}", Seats.Staff),
    ];
}
