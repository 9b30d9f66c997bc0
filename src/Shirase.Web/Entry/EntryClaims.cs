using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.People;
using Shirase.Web.Shell;

namespace Shirase.Web.Entry;

/// <summary>What the session cookie says: who it is, and whether an authenticator is still to be set up. Never what he may do.</summary>
public sealed class EntryClaims(UserManager<SignIn> users, IOptions<IdentityOptions> identity, IOptions<SignInSettings> settings, IOptions<InstallationOptions> installation)
    : UserClaimsPrincipalFactory<SignIn>(users, identity)
{
    public const string Staff = "shirase:staff";

    /// <summary>Present until the person has set up an authenticator.</summary>
    public const string MustEnrol = "shirase:must-enrol";

    public static StaffId? StaffOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && Guid.TryParse(user.FindFirstValue(Staff), out var id) ? new StaffId(id) : null;

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(SignIn user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.AddClaim(new Claim(Staff, user.Staff.ToString()));
        if (settings.Value.RequireAuthenticator && !installation.Value.Sample && !user.TwoFactorEnabled)
        {
            claims.AddClaim(new Claim(MustEnrol, "1"));
        }

        return claims;
    }
}
