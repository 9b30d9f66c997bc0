using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core.Channels;
using Shirase.Incidents;

namespace Shirase.Accounts;

/// <summary>Where the keys lie that open stored secrets. Configuration section <c>Keys</c>.</summary>
public sealed class KeyOptions
{
    public const string Section = "Keys";

    /// <summary>
    /// Folder of the keys, outside the database: a copied database alone opens nothing. All nodes share it. Relative to the
    /// content root. Default: <c>data/keys</c>. Back it up apart from the database.
    /// </summary>
    public string Folder { get; set; } = "data/keys";
}

/// <summary>The same folder as a full path.</summary>
public sealed record KeyFolder(string Path);

public static class AccountsRegistration
{
    /// <summary>The register of accounts and the vault of their secrets.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        var options = configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new KeyOptions();
        var folder = new KeyFolder(Path.Combine(contentRoot, options.Folder));
        services.AddDataProtection().SetApplicationName("Shirase").PersistKeysToFileSystem(new DirectoryInfo(folder.Path));
        services.AddOptions<BudgetOptions>().BindConfiguration(BudgetOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton(folder).AddSingleton<SecretVault>().AddSingleton<ChannelAccounts>()
            .AddSingleton<TokenStore>().AddSingleton<IPlatformTokens>(s => s.GetRequiredService<TokenStore>()).AddSingleton<IAccountMeter, AccountMeter>()
            .AddScoped<AccountBudgets>().AddScoped<AccountNotices>()
            .AddScoped<RegisterAccount>().AddScoped<AccountOwners>().AddScoped<KeepVerification>().AddScoped<ConnectAccount>().AddScoped<ConnectByConsent>().AddScoped<ReencryptSecrets>()
            .AddSingleton<SecretMark>().AddScoped<IncidentNotices>().AddScoped<StopAccount>();
    }
}
