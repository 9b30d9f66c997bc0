using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shirase.Operations.Shutdown;
using Shirase.Operations.Telemetry;
using Shirase.Storage.Instances;

namespace Shirase.Outbox;

/// <summary>Background work. Configuration section <c>Jobs</c>.</summary>
public sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <summary>False for a node that only serves pages. Default: true.</summary>
    public bool Work { get; set; } = true;

    /// <summary>How long one claim lasts without being renewed; a dead node's work is taken over afterwards. Default: 2 minutes. Range: 2 seconds–1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Jobs of one queue that one process does at the same time. Default: 4 (ours). Range: 1–64.</summary>
    [Range(1, 64)]
    public int PerLane { get; set; } = 4;

    /// <summary>A job that broke this often in a row is given up and shown to a human. Default: 20 (ours), about an hour. Range: 1–1,000.</summary>
    [Range(1, 1000)]
    public int MaxFailures { get; set; } = 20;

    /// <summary>Longest wait between two looks at the table when nothing woke the loop. Default: 1 second. Range: 0.05–60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);
}

public static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddOptions<JobOptions>().BindConfiguration(JobOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddShutdown().AddMeasures().AddSingleton<JobSignal>().AddSingleton<JobPulse>();
        services.AddScoped<JobQueue>().AddJobLedger();
        services.AddHostedService<InstancePulse>();
        services.AddHostedService<JobLoop>();
        return services.AddHostedService<JobListener>();
    }

    /// <summary>The list of jobs without doing any, as the command line uses it.</summary>
    public static IServiceCollection AddJobLedger(this IServiceCollection services)
    {
        services.TryAddSingleton<JobSignal>();
        return services.AddScoped<JobLedger>();
    }

    /// <summary>Registers what does the jobs of one kind.</summary>
    public static IServiceCollection AddJob<THandler>(this IServiceCollection services, string kind)
        where THandler : class, IJobHandler =>
        services.AddKeyedScoped<IJobHandler, THandler>(kind);
}
