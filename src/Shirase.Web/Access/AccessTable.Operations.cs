namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // Health and measures for machines, and the page of administrators. Who may read /metrics is a setting
    private static AccessRow[] Operations =>
    [
        new("GET /health/live", Seats.Public),
        new("GET /health/ready", Seats.Public),
        new("GET /metrics", Seats.Public),
        new("GET /operations", Seats.Administrator),
        new("GET /operations/jobs", Seats.Administrator),
        new("POST /operations/jobs?replay", Seats.Administrator),
    ];
}
