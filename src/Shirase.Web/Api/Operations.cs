namespace Shirase.Web.Api;

/// <summary>What an operation is called in the document, written beside its route.</summary>
internal static class Operations
{
    /// <param name="name">Identifier for programs, such as <c>approvePost</c>.</param>
    /// <param name="summary">One line in plain English.</param>
    public static RouteHandlerBuilder Says(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary);

    public static RouteHandlerBuilder Says<TAnswer>(this RouteHandlerBuilder route, string name, string summary, int status = StatusCodes.Status200OK) =>
        route.Says(name, summary).Produces<TAnswer>(status);
}
