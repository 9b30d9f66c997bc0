using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Storage.Instances;

namespace Shirase.Storage;

public static class StorageRegistration
{
    /// <summary>The store on the provider that the configuration names.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        // The tables of passkeys belong to the model, whether or not a program signs anybody in
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        services.AddScoped<CurrentBody>().AddScoped<DatabaseStart>();
        services.AddOptions<InstanceOptions>().BindConfiguration(InstanceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        var keys = configuration.GetSection(KeyOptions.Section).Get<KeyOptions>() ?? new KeyOptions();
        services.AddSingleton(new InstanceFile(Path.Combine(contentRoot, keys.Folder))).AddSingleton<ClockWatch>().AddScoped<InstanceFence>();
        var options = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        if (options.Provider == "postgres")
        {
            services.AddDbContext<PostgresDb>((s, o) => o.UseNpgsql(options.ConnectionString).AddInterceptors(s.GetServices<IInterceptor>()));
            services.AddScoped<ShiraseDb>(sp => sp.GetRequiredService<PostgresDb>());
        }
        else
        {
            var connection = SqliteConnection(options, contentRoot);
            services.AddDbContext<SqliteDb>((s, o) => o.UseSqlite(connection).AddInterceptors(s.GetServices<IInterceptor>()));
            services.AddScoped<ShiraseDb>(sp => sp.GetRequiredService<SqliteDb>());
        }

        return services;
    }

    internal static string SqliteConnection(StorageOptions options, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(options.ConnectionString ?? "Data Source=data/shirase.db")
        {
            ForeignKeys = true,
            DefaultTimeout = options.LockSeconds,
        };
        if (!Path.IsPathRooted(builder.DataSource) && builder.DataSource != ":memory:")
        {
            builder.DataSource = Path.Combine(contentRoot, builder.DataSource);
        }

        return builder.ToString();
    }
}
