using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;

namespace Shirase.Regulations;

/// <summary>Where the regulation files lie. Configuration section <c>Regulations</c>.</summary>
public sealed class RegulationOptions
{
    public const string Section = "Regulations";

    /// <summary>Folder of the files; default: <c>regulations</c> beside the program.</summary>
    public string? Folder { get; set; }
}

public static class RegulationRegistration
{
    /// <summary>Evaluator and library. A file with problems stops the start with all of them.</summary>
    public static IServiceCollection AddRegulations(this IServiceCollection services)
    {
        services.AddOptions<RegulationOptions>().BindConfiguration(RegulationOptions.Section);
        services.AddReplay();
        return services.AddRegulations(s => Load(s.GetRequiredService<IOptions<RegulationOptions>>().Value));
    }

    /// <summary>Regulations that were read elsewhere. Every scope sees them as its body has them.</summary>
    public static IServiceCollection AddRegulations(this IServiceCollection services, Func<IServiceProvider, RegulationLibrary> load) => services
        .AddSingleton(s => new InstalledRegulations(load(s)))
        .AddScoped<LocalRulesOfBody>()
        .AddScoped<KeepLocalRules>()
        .AddScoped<Accounts.PolicyProposals>()
        .AddScoped<AmendmentNotices>()
        .AddScoped(s => s.GetRequiredService<InstalledRegulations>().Library.For(s.GetRequiredService<LocalRulesOfBody>().Read));

    /// <summary>Past messages under another version.</summary>
    public static IServiceCollection AddReplay(this IServiceCollection services) => services
        .AddSingleton(new Evaluator(TextChecks.All))
        .AddSingleton<Replay>()
        .AddScoped<PastMessages>();

    private static RegulationLibrary Load(RegulationOptions options)
    {
        var folder = options.Folder ?? Path.Combine(AppContext.BaseDirectory, "regulations");
        var (library, problems) = RegulationFolder.Load(folder, RegulationVocabulary.Of(TextChecks.All, KnownGates.All));
        return problems.Count == 0 ? library : throw new InvalidRegulationsException(problems);
    }
}

/// <summary>The regulation files have problems; the message lists every one of them with file, line and what to do.</summary>
public sealed class InvalidRegulationsException(IReadOnlyList<RegulationProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => $"{p.In("ja")} / {p.In("en")}")));
