using Microsoft.Extensions.Options;
using Shirase.Channels.Drill;
using Shirase.Regulations;
using Shirase.Samples;
using Shirase.Storage;
using Shirase.Storage.Instances;
using Shirase.Web.Shell;

namespace Shirase.Web.Entry;

/// <summary>What comes before the first request: settings, regulations, database, sample data. What is wrong is said in sentences.</summary>
public static class Preparation
{
    /// <summary>Exit code of a start that was refused.</summary>
    public const int Refused = 2;

    /// <summary>Runs the server; 0 after an ordinary end, <see cref="Refused"/> when the start was refused with sentences on standard error.</summary>
    public static async Task<int> PrepareAndRunAsync(this WebApplication app)
    {
        if (await RefuseAsync(app.Services, CancellationToken.None) is { Count: > 0 } sentences)
        {
            foreach (var sentence in sentences)
            {
                await Console.Error.WriteLineAsync(sentence);
            }

            return Refused;
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>Every reason why this installation must not start; none when it is ready.</summary>
    public static async Task<IReadOnlyList<string>> RefuseAsync(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            // Wrong settings first: nothing is written to a database that the settings do not really mean
            services.GetRequiredService<IStartupValidator>().Validate();
            services.GetRequiredService<InstalledRegulations>();
        }
        catch (OptionsValidationException e)
        {
            return [.. e.Failures];
        }
        catch (AggregateException e) when (e.InnerExceptions.All(i => i is OptionsValidationException))
        {
            return [.. e.InnerExceptions.Cast<OptionsValidationException>().SelectMany(o => o.Failures)];
        }
        catch (InvalidRegulationsException e)
        {
            return [e.Message];
        }

        await using var scope = services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(ct) is { } refusal)
        {
            return [$"{refusal.Text.Ja} / {refusal.Text.En}"];
        }

        if (services.GetRequiredService<IOptions<InstallationOptions>>().Value.Sample)
        {
            var here = services.GetRequiredService<IOptions<DrillOptions>>().Value.BaseAddress;
            await scope.ServiceProvider.GetRequiredService<SampleInstallation>().SeedAsync(here, ct);
        }

        await scope.ServiceProvider.GetRequiredService<InstanceFence>().StartAsync(ct);

        return [];
    }
}
