using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Shirase.People;
using Shirase.Web.Shell;

namespace Shirase.Web.Entry;

/// <summary>Signing in: password and authenticator code, or passkey; the session cookie; the person of each request.</summary>
public static class EntrySetup
{
    private const string Started = "started";
    private const string Terminal = "terminal";

    public static IServiceCollection AddEntry(this IServiceCollection services, IHostEnvironment environment)
    {
        var secure = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddCredentials().AddSignInManager().AddClaimsPrincipalFactory<EntryClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure<IOptions<SignInSettings>>((cookie, ours) =>
            {
                Plain(cookie, CookieNames.Of("shirase-session", environment), secure);
                (cookie.LoginPath, cookie.LogoutPath, cookie.ReturnUrlParameter) = ("/sign-in", "/sign-out", "back");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(ours.Value.IdleMinutes);
                cookie.SlidingExpiration = true;
                cookie.Events = new SessionEvents
                {
                    OnSigningIn = context => BeginAsync(context),
                    OnValidatePrincipal = context => ValidateAsync(context, TimeSpan.FromHours(ours.Value.SessionHours)),
                };
            });
            cookies.TwoFactorUserIdCookie!.Configure(cookie => Plain(cookie, CookieNames.Of("shirase-step", environment), secure));
        });
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<SignInSettings>>((stamp, ours) =>
            stamp.ValidationInterval = TimeSpan.FromSeconds(ours.Value.RecheckSeconds));
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<SignInSettings>>((passkey, ours) =>
        {
            passkey.ServerDomain = ours.Value.PasskeyDomain;
            (passkey.UserVerificationRequirement, passkey.ResidentKeyRequirement) = ("required", "required");
        });
        services.AddScoped<Registers.Choices>().AddScoped<Pages.Terminals.OurTerminals>().AddSingleton<KeptForms>().AddSingleton<AddressLock>().AddTransient<IStartupFilter, ShowSignInAgain>();
        return services;
    }

    /// <summary>After the shell, before the gate: reads who it is and whose rows he sees.</summary>
    public static WebApplication UseEntry(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<KeepFormOfExpiredSession>();
        app.UseMiddleware<ReadSignedIn>();
        return app;
    }

    private static void Plain(CookieAuthenticationOptions options, string name, CookieSecurePolicy secure)
    {
        (options.Cookie.Name, options.Cookie.HttpOnly, options.Cookie.IsEssential) = (name, true, true);
        (options.Cookie.SecurePolicy, options.Cookie.SameSite) = (secure, SameSiteMode.Lax);
    }

    private static async Task BeginAsync(CookieSigningInContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        context.Properties.Items.TryAdd(Started, clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (!context.Properties.Items.ContainsKey(Terminal) && await LoginTerminal.FindAsync(context.HttpContext, context.Principal) is { } terminal)
        {
            context.Properties.Items[Terminal] = terminal.ToString();
        }
    }

    // Whoever found or stole the terminal must not go on where its keeper stopped (to-7-2-ka)
    private static async Task<bool> IsLostAsync(CookieValidatePrincipalContext context) =>
        context.Properties.Items.TryGetValue(Terminal, out var text) && Guid.TryParse(text, out var id)
        && await context.HttpContext.RequestServices.GetRequiredService<TerminalIdentity>().IsLostAsync(new(id), context.HttpContext.RequestAborted);

    // A sliding session would never end on a terminal that somebody keeps using
    private static async Task ValidateAsync(CookieValidatePrincipalContext context, TimeSpan longest)
    {
        var now = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (context.Properties.Items.TryGetValue(Started, out var text)
            && long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
            && now - DateTimeOffset.FromUnixTimeSeconds(seconds) <= longest
            && !await IsLostAsync(context))
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }
}
