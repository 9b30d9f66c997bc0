using Shirase.Core.People;

namespace Shirase.Web.Access;

public static partial class AccessTable
{
    // Interface tokens on pages. What a token opens stands below.
    private static AccessRow[] Tokens =>
    [
        new("GET /tokens", Seats.Staff, "gx-14-1-1"),
        new("POST /tokens?issue", Seats.Staff, "gx-14-1-1"),
        new("POST /tokens?revoke", Seats.Staff, "gx-14-1-1"),
        new("GET /tokens/all", Seats.Administrator, "gx-14-1-1"),
        new("POST /tokens/all?issue", Seats.Administrator, "gx-14-1-1"),
        new("POST /tokens/all?revoke", Seats.Administrator, "gx-14-1-1"),
        new("GET /webhooks", Seats.Administrator),
        new("POST /webhooks?subscribe", Seats.Administrator),
        new("GET /webhooks/{id:guid}", Seats.Administrator),
        .. WebhookVerbs.Select(verb => new AccessRow($"POST /webhooks/{{id:guid}}?{verb}", Seats.Administrator)),
    ];

    private static string[] WebhookVerbs => ["rotate", "disable", "enable", "test", "resend", "remove"];

    // The same seats as on the pages, and the scope of the token besides
    private static AccessRow[] Api =>
    [
        new("GET /api/v1/openapi.json", Seats.Public),
        Call("GET /tokens/current", "", Seats.Staff),
        .. ApiReading, .. ApiDrafting, .. ApiDeciding, .. ApiSending, .. ApiRegisters, .. ApiWebhooks,
    ];

    private static AccessRow[] ApiReading =>
    [
        Call("GET /posts", Scope.PostsRead, Seats.Staff),
        Call("GET /posts/{id:guid}", Scope.PostsRead, Seats.Staff, "gx-13-3-2"),
        Call("GET /posts/{id:guid}/versions/{number:int}", Scope.PostsRead, Seats.Staff, "gx-3-2-b-2"),
        Call("GET /posts/{id:guid}/findings", Scope.PostsRead, Seats.Staff, "gx-13-3-2"),
        Call("GET /posts/{id:guid}/gate", Scope.PostsRead, Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-11-1"),
        Call("GET /posts/{id:guid}/media/{media:guid}", Scope.PostsRead, Seats.Staff, "gx-13-3-2"),
        Call("GET /posts/{id:guid}/evidence", Scope.RecordsRead, Seats.Staff, "gx-13-3-2"),
        Call("GET /deliveries", Scope.PostsRead, Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-11-1"),
        Call("GET /error-reports", Scope.PostsRead, Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, "gx-13-4-4"),
        Call("GET /notices", Scope.PostsRead, Seats.Staff, "gx-12-4-3", Reach.Body),
        Call("POST /notices/{notice:guid}/read", Scope.PostsRead, Seats.Staff, "gx-12-4-3", Reach.Body),
    ];

    private static AccessRow[] ApiDrafting =>
    [
        Call("POST /posts", Scope.PostsDraft, Seats.Staff, "gx-12-1-1"),
        Call("PUT /posts/{id:guid}", Scope.PostsDraft, Seats.Staff, "gx-12-1-1"),
        Call("POST /posts/{id:guid}/media", Scope.PostsDraft, Seats.Staff, "gx-12-1-1"),
        Call("POST /posts/{id:guid}/target", Scope.PostsDraft, Seats.Staff, "gx-12-5-1"),
        Call("POST /posts/{id:guid}/submit", Scope.PostsDraft, Seats.Staff, "gx-12-1-1"),
        Call("POST /posts/{id:guid}/confirm", Scope.PostsDraft, Seats.Staff, "gx-13-4-3"),
        Call("POST /posts/{id:guid}/recall", Scope.PostsDraft, Seats.Staff),
        Call("POST /posts/{id:guid}/withdraw", Scope.PostsDraft, Seats.Staff, "gx-12-2-1"),
        Call("POST /posts/{id:guid}/dispatch", Scope.PostsDraft, Seats.Staff, "gx-12-2-1"),
        Call("POST /posts/{id:guid}/press-release", Scope.PostsDraft, Seats.Staff, "gx-13-3-2"),
        Call("POST /posts/{id:guid}/wording/accept", Scope.PostsDraft, Seats.Staff, "gx-3-2-b-2"),
        Call("POST /posts/{id:guid}/wording/decline", Scope.PostsDraft, Seats.Staff, "gx-3-2-b-2"),
        Call("POST /posts/{id:guid}/consultations", Scope.PostsDraft, Seats.Staff, "gx-16"),
        Call("POST /posts/{id:guid}/consultations/{consultation:guid}/confirm", Scope.PostsDraft, Seats.Staff, "gx-16"),
        Call("PUT /posts/{id:guid}/correction", Scope.PostsDraft, Seats.Staff, "gx-13-4-1"),
        Call("POST /posts/{id:guid}/correction/apply", Scope.PostsDraft, Seats.Staff, "gx-13-4-1"),
        Call("POST /posts/{id:guid}/correction/abandon", Scope.PostsDraft, Seats.Staff, "gx-13-4-1"),
        Call("POST /posts/{id:guid}/error-reports", Scope.PostsDraft, Seats.Staff, "gx-13-4-4"),
    ];

    private static AccessRow[] ApiDeciding =>
    [
        Call("POST /posts/{id:guid}/approve", Scope.PostsDecide, Seats.Deciders, "gx-12-1-2"),
        Call("POST /posts/{id:guid}/return", Scope.PostsDecide, Seats.Deciders, "gx-12-4-2"),
        Call("POST /posts/{id:guid}/reject", Scope.PostsDecide, Seats.Deciders, "gx-12-4-2"),
        Call("POST /posts/{id:guid}/assign", Scope.PostsDecide, Seats.OperationManager, "gx-12-3-1"),
        Call("POST /posts/{id:guid}/hold", Scope.PostsDecide, Seats.OperationManager, "gx-3-2-b-1"),
        Call("POST /posts/{id:guid}/overrule", Scope.PostsDecide, Seats.OperationManager, "gx-3-2-b-1"),
        Call("POST /posts/{id:guid}/reexamine", Scope.PostsDecide, Seats.OperationManager | Seats.OperationOfficer, "gx-3-2-b-1"),
        Call("POST /posts/{id:guid}/wording", Scope.PostsDecide, Seats.OperationOfficer | Seats.OperationManager, "gx-3-2-b-2"),
        Call("POST /posts/{id:guid}/telephone", Scope.PostsDecide, Seats.PrOfficer, "gx-10-2-0"),
        Call("POST /posts/{id:guid}/decisions/{decision:guid}/settle", Scope.PostsDecide, Seats.Staff, "gx-15-1-3"),
        Call("POST /posts/{id:guid}/decisions/{decision:guid}/disown", Scope.PostsDecide, Seats.Staff, "gx-10-2-0"),
        Call("POST /posts/{id:guid}/correction/announce", Scope.PostsDecide, Seats.OperationOfficer | Seats.OperationManager, "gx-13-4-1"),
        Call("PUT /standing-order", Scope.PostsDecide, Seats.OperationManager, "gx-12-3-1", Reach.Body),
        Call("DELETE /standing-order", Scope.PostsDecide, Seats.OperationManager, "gx-12-3-1", Reach.Body),
    ];

    private static AccessRow[] ApiSending =>
    [
        Call("POST /posts/{id:guid}/publish", Scope.PostsPublish, Seats.PrOfficer, "gx-14-1-1"),
        Call("POST /posts/{id:guid}/deliveries/{delivery:guid}/cancel", Scope.PostsPublish, Seats.PrOfficer, "gx-14-1-1"),
        Call("POST /posts/{id:guid}/deliveries/{delivery:guid}/resend", Scope.PostsPublish, Seats.PrOfficer, "gx-14-1-1"),
        Call("POST /posts/{id:guid}/remove", Scope.PostsRemove, Seats.PrOfficer, "gx-13-4-5"),
        Call("POST /posts/{id:guid}/deliveries/{delivery:guid}/removed-by-hand", Scope.PostsRemove, Seats.PrOfficer, "gx-13-4-5"),
        Call("POST /posts/{id:guid}/deliveries/{delivery:guid}/settle-standing", Scope.PostsPublish, Seats.PrOfficer, "gx-14-1-1"),
        Call("POST /posts/{id:guid}/deliveries/{delivery:guid}/settle-missing", Scope.PostsPublish, Seats.PrOfficer, "gx-14-1-1"),
        Call("POST /posts/{id:guid}/deliveries/{delivery:guid}/hold", Scope.PostsPublish, Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager),
        Call("POST /posts/{id:guid}/error-reports/{report:guid}/acknowledge", Scope.PostsRemove, Seats.PrOfficer, "gx-13-4-4"),
        Call("POST /posts/{id:guid}/error-reports/{report:guid}/close", Scope.PostsRemove, Seats.PrOfficer, "gx-13-4-4"),
        Call("POST /terminal-overrides/ask", Scope.PostsPublish, Seats.PrOfficer, "gx-11-2", Reach.Body),
        Call("POST /terminal-overrides", Scope.PostsDecide, Seats.OperationOfficer, "gx-11-2", Reach.Body),
    ];

    private static AccessRow[] ApiRegisters =>
    [
        Call("GET /accounts", Scope.AccountsRead, Seats.Administrator | Seats.Auditor | Seats.OperationManager, null, Reach.Body),
        Call("GET /accounts/{id:guid}", Scope.AccountsRead, Seats.Administrator | Seats.Auditor | Seats.OperationManager, null, Reach.Body),
        Call("POST /accounts/{id:guid}/stop", Scope.AccountsStop, Seats.OperationManager, "gx-3-1-b-1", Reach.Body),
        Call("POST /accounts/{id:guid}/resume", Scope.AccountsStop, Seats.OperationManager, "gx-3-1-b-1", Reach.Body),
        Call("GET /freezes", Scope.AccountsRead, Seats.Staff, null, Reach.Body),
        Call("POST /freezes", Scope.AccountsStop, Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Administrator, null, Reach.Body),
        Call("POST /freezes/{freeze:guid}/ask-resume", Scope.AccountsStop, Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager, null, Reach.Body),
        Call("POST /freezes/{freeze:guid}/resume", Scope.AccountsStop, Seats.OperationOfficer | Seats.OperationManager, null, Reach.Body),
        Call("GET /units", Scope.RegistersRead, Seats.Staff),
        Call("GET /public-bodies", Scope.RegistersRead, Seats.Staff, "gx-8-2-2"),
        Call("POST /public-bodies", Scope.RegistersWrite, Seats.Staff, "gx-8-2-2", Reach.Body),
        Call("POST /public-bodies/{entry:guid}/register", Scope.RegistersWrite, Seats.OperationOfficer, "gx-8-2-2", Reach.Body),
        Call("POST /public-bodies/{entry:guid}/decline", Scope.RegistersWrite, Seats.OperationOfficer, "gx-8-2-2", Reach.Body),
        Call("POST /public-bodies/{entry:guid}/suspend", Scope.RegistersWrite, Seats.OperationOfficer, "gx-8-2-2", Reach.Body),
        Call("GET /out-of-hours", Scope.RegistersRead, Seats.PrOfficer | Seats.OperationOfficer | Seats.OperationManager | Seats.Auditor, "gx-10-2-0", Reach.Body),
        Call("GET /precedents", Scope.RegistersRead, Seats.Staff, "gx-16", Reach.Body),
        Call("GET /regulations", Scope.RegulationsRead, Seats.Staff),
        Call("GET /regulations/{slug}", Scope.RegulationsRead, Seats.Staff),
        Call("GET /journal", Scope.RecordsRead, Seats.Auditor | Seats.Administrator, null, Reach.Body),
        Call("POST /journal/verify", Scope.RecordsRead, Seats.Auditor | Seats.Administrator, null, Reach.Body),
    ];

    private static AccessRow[] ApiWebhooks =>
    [
        Call("GET /webhooks", Scope.WebhooksManage, Seats.Administrator, null, Reach.Body),
        Call("POST /webhooks", Scope.WebhooksManage, Seats.Administrator, null, Reach.Body),
        Call("DELETE /webhooks/{webhook:guid}", Scope.WebhooksManage, Seats.Administrator, null, Reach.Body),
        .. WebhookVerbs[..4].Select(verb => Call($"POST /webhooks/{{webhook:guid}}/{verb}", Scope.WebhooksManage, Seats.Administrator, null, Reach.Body)),
        Call("GET /webhooks/{webhook:guid}/messages", Scope.WebhooksManage, Seats.Administrator, null, Reach.Body),
        Call("POST /webhooks/{webhook:guid}/messages/{message:guid}/resend", Scope.WebhooksManage, Seats.Administrator, null, Reach.Body),
    ];

    private static AccessRow Call(string endpoint, string scope, Seats who, string? clause = null, Reach reach = Reach.Any) => new(
        endpoint.Replace(" /", " /api/v1/", StringComparison.Ordinal), who, clause, scope,
        endpoint.Contains("/posts/{id:guid}", StringComparison.Ordinal) ? Reach.Case : reach);
}
