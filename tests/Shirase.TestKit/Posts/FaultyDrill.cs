using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shirase.Channels.Drill;
using Shirase.Core.Channels;
using Shirase.TestKit.Storage;

namespace Shirase.TestKit.Posts;

/// <summary>What the practice channel shall do wrong next. An empty queue lets the real channel answer.</summary>
public sealed class DrillFaults
{
    public Queue<DeliveryOutcome> Publish { get; } = new();

    public Queue<DeliveryOutcome> Remove { get; } = new();

    /// <summary>Answers before the real channel looks for a message: true for "not there", false for "cannot be asked".</summary>
    public Queue<bool> NotFound { get; } = new();

    /// <summary>False lets the practice channel be a platform without a key of ours, such as X.</summary>
    public bool RepeatsSafely { get; set; } = true;

    /// <summary>True lets a message arrive though its answer is a fault.</summary>
    public bool PublishBeforeLosing { get; set; }

    /// <summary>Changes what is read back; null changes nothing.</summary>
    public Func<RemotePost, RemotePost>? Read { get; set; }
}

/// <summary>The real practice channel behind a platform that has its bad days.</summary>
public sealed class FaultyDrill(DrillChannel real, DrillFaults faults) : IDrillChannel, ILookUpPosts
{
    public string Name => real.Name;

    public ChannelLimits Limits => real.Limits;

    public bool RepeatsSafely => faults.RepeatsSafely;

    public async Task<DeliveryOutcome> PublishAsync(DrillDelivery delivery, CancellationToken ct)
    {
        if (!faults.Publish.TryDequeue(out var fault))
        {
            return await real.PublishAsync(delivery, ct);
        }

        if (faults.PublishBeforeLosing)
        {
            await real.PublishAsync(delivery, ct);
        }

        return fault;
    }

    public async Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct) =>
        faults.Remove.TryDequeue(out var fault) ? fault : await real.RemoveAsync(account, id, ct);

    public async Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct) =>
        await real.ReadAsync(account, id, ct) is { } post ? faults.Read?.Invoke(post) ?? post : null;

    public async Task<RemotePost?> FindAsync(DrillDelivery delivery, CancellationToken ct) =>
        !faults.NotFound.TryDequeue(out var isAsked) ? await real.FindAsync(delivery, ct)
        : isAsked ? null
        : throw new ChannelUnreachableException("away");

    public Task<RemotePost?> LookUpAsync(ChannelAccount account, string address, CancellationToken ct) => real.LookUpAsync(account, address, ct);

    internal static void Equip(IServiceCollection services, DrillFaults faults)
    {
        Office.Equip(services);
        foreach (var found in services.Where(d => d.ServiceType == typeof(IChannel) || d.ServiceType == typeof(IDrillChannel)).ToList())
        {
            services.Remove(found);
        }

        services.AddSingleton(faults);
        services.TryAddScoped<FaultyDrill>();
        services.AddScoped<IChannel>(s => s.GetRequiredService<FaultyDrill>());
    }
}

/// <summary>The sample police on SQLite, with a practice channel that may fail.</summary>
public class FaultySqliteOffice : SqliteStore
{
    public FaultySqliteOffice() => Also = s => FaultyDrill.Equip(s, Faults);

    public DrillFaults Faults { get; } = new();
}

/// <summary>The sample police on PostgreSQL, with a practice channel that may fail.</summary>
public class FaultyPostgresOffice : PostgresStore
{
    public FaultyPostgresOffice() => Also = s => FaultyDrill.Equip(s, Faults);

    public DrillFaults Faults { get; } = new();
}
