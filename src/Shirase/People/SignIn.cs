using Microsoft.AspNetCore.Identity;
using Shirase.Core;

namespace Shirase.People;

/// <summary>The credentials of one member of staff: password, authenticator, passkeys. What he may do follows from appointments.</summary>
public sealed class SignIn : IdentityUser<Guid>
{
    public StaffId Staff { get; set; }

    public BodyId Body { get; set; }
}
