using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Shirase.Core;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Entry;

/// <summary>Reads the person behind the cookie once a request, with the seats of today: a transfer counts from its first second.</summary>
public sealed class ReadSignedIn(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, SignedInAccessor accessor, WhoIsSignedIn who, CurrentBody body, RegulationLibrary library, TimeProvider clock)
    {
        if (EntryClaims.StaffOf(context.User) is not { } staff)
        {
            await next(context);
            return;
        }

        if (await who.ReadAsync(staff, context.RequestAborted) is not { } person)
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.Response.Redirect("/sign-in?left=1");
            return;
        }

        body.Is(person.Body);
        accessor.Is(person);
        DocumentWords.Begin(() => person.Regulation is { } slug ? library.InForce(slug, clock.GetUtcNow().JapanDay()) : null);
        if (context.User.HasClaim(c => c.Type == EntryClaims.MustEnrol) && !MayBefore(context.Request.Path))
        {
            context.Response.Redirect("/security/authenticator");
            return;
        }

        await next(context);
    }

    // What is open while an authenticator is still to be set up
    private static bool MayBefore(PathString path) =>
        path.StartsWithSegments("/security/authenticator", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/security/recovery-codes", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/sign-out", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/preferences", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/error", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/site", StringComparison.OrdinalIgnoreCase);
}
