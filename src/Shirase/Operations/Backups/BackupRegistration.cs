using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shirase.Accounts;
using Shirase.Records;
using Shirase.Storage;
using Shirase.Storage.Instances;

namespace Shirase.Operations.Backups;

public static class BackupRegistration
{
    /// <summary>Backup and restore, for the command line.</summary>
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddOptions<BackupOptions>().BindConfiguration(BackupOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<IDatabaseCopy>(s => s.GetRequiredService<ShiraseDb>() is PostgresDb postgres
            ? new PostgresCopy(postgres, s.GetRequiredService<IOptions<BackupOptions>>())
            : new SqliteCopy((SqliteDb)s.GetRequiredService<ShiraseDb>()));
        services.AddScoped(s => new CreateBackup(
            s.GetRequiredService<IDatabaseCopy>(), s.GetRequiredService<KeyFolder>(), s.GetRequiredService<TimeProvider>()));
        return services.AddScoped(s => new RestoreBackup(
            s.GetRequiredService<ShiraseDb>(), s.GetRequiredService<IDatabaseCopy>(), s.GetRequiredService<DatabaseStart>(), s.GetRequiredService<JournalProof>(),
            s.GetRequiredService<InstanceFence>(), s.GetRequiredService<TimeProvider>()));
    }
}
