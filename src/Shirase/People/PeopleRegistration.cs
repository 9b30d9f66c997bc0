using Microsoft.Extensions.DependencyInjection;

namespace Shirase.People;

public static class PeopleRegistration
{
    /// <summary>The register of people without signing in, as the command line uses it.</summary>
    public static IServiceCollection AddRegister(this IServiceCollection services)
    {
        services.AddOptions<TokenSettings>().BindConfiguration(TokenSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddPeople();
    }

    private static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<Rosters>().AddScoped<Postings>().AddScoped<WhoIsSignedIn>().AddScoped<SignedInAccessor>()
        .AddScoped<RegisterBody>().AddScoped<RegisterUnit>().AddScoped<RegisterStaff>().AddScoped<TransferStaff>()
        .AddScoped<Appoint>().AddScoped<Designating>().AddScoped<RegisterDeputy>().AddScoped<RegisterTerminal>().AddScoped<ReportTerminalLoss>().AddScoped<KeepTerminalState>().AddScoped<GrantTerminalOverride>()
        .AddScoped<Records.JournalProof>()
        .AddScoped<Records.ComplianceReader>()
        .AddScoped<Records.RefusedAttempts>().AddScoped<Records.IdempotentCalls>()
        .AddScoped<IssueToken>().AddScoped<RevokeToken>().AddScoped<TokenHolders>().AddScoped<TokenAccessor>()
        .AddScoped<AskTerminalOverride>().AddScoped<TerminalIdentity>()
        .AddScoped<Import>().AddScoped<Samples.SampleInstallation>();
}
