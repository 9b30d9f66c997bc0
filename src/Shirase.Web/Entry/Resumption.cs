using Microsoft.AspNetCore.Identity;
using Shirase.People;

namespace Shirase.Web.Entry;

/// <summary>What happens after a successful sign-in: the kept form is handed back, or the person goes where he wanted.</summary>
public sealed class Resumption
{
    /// <summary>The form that can be taken up, or null.</summary>
    public KeptForm? Form { get; private set; }

    /// <summary>Prepares the kept form for the person who has just signed in; its one-time mark must name him.</summary>
    public static async Task<Resumption> OfAsync(HttpContext context, SignInManager<SignIn> signIn, SignIn user, string? kept)
    {
        var form = context.RequestServices.GetRequiredService<KeptForms>().Open(kept) is { } open && open.By == user.Staff.Value ? open : null;
        if (form is not null)
        {
            context.User = await signIn.CreateUserPrincipalAsync(user);
        }

        return new Resumption { Form = form };
    }
}
