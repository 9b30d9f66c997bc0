using Shirase.People;

namespace Shirase.Web.Api;

/// <summary>What the token of a call is. Tokens are issued on pages only: no token begets another.</summary>
public sealed record TokenShape(Guid Id, string Name, PersonShape Staff, string Body, Guid? Unit, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);

internal static class TokenEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/tokens/current", (HttpContext http, TokenAccessor token) =>
        {
            var (t, person) = token.Required;
            return Results.Json(new TokenShape(
                t.Id, t.Name, new(person.Staff.Value, person.Name.In(ApiLanguage.Of(http.Request))), person.Body.Slug, t.Unit?.Value, t.ScopeNames, t.ExpiresAt));
        }).WithTags("Tokens").Says<TokenShape>("currentToken", "Tell which token this is and until when it holds");
}
