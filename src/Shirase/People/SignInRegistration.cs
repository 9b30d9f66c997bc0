using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shirase.Operations.Telemetry;
using Shirase.Storage;

namespace Shirase.People;

public static class SignInRegistration
{
    /// <summary>Users and passwords without cookies, as the command line uses them; the web floor adds the rest.</summary>
    public static IdentityBuilder AddCredentials(this IServiceCollection services)
    {
        services.AddOptions<SignInSettings>().BindConfiguration(SignInSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddMeasures().AddScoped<Credentials>().AddScoped<SignInRecords>();
        services.AddOptions<IdentityOptions>().Configure<IOptions<SignInSettings>>((identity, ours) =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.Lockout.MaxFailedAccessAttempts = ours.Value.Attempts;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(ours.Value.LockMinutes);
            identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";

            // Length protects; forced classes of characters make people write passwords down
            identity.Password.RequiredLength = ours.Value.PasswordLength;
            identity.Password.RequiredUniqueChars = 4;
            (identity.Password.RequireDigit, identity.Password.RequireLowercase) = (false, false);
            (identity.Password.RequireUppercase, identity.Password.RequireNonAlphanumeric) = (false, false);
        });
        return services.AddIdentityCore<SignIn>().AddEntityFrameworkStores<ShiraseDb>().AddDefaultTokenProviders();
    }
}
