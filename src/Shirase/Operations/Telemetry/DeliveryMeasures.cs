using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Shirase.Core.Posts;
using Shirase.Posts;

namespace Shirase.Operations.Telemetry;

/// <summary>Counts what became of deliveries where every change of them passes: at the database, and only once it is committed.</summary>
public sealed class DeliveryMeasures(Measures measures) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly List<Action> _changed = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context?.ChangeTracker.Entries<PostDelivery>().ToList() ?? [])
        {
            if (entry.State == EntityState.Modified && entry.OriginalValues.GetValue<DeliveryState>(nameof(PostDelivery.State)) != entry.Entity.State)
            {
                Note(entry.Entity);
            }
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
        {
            Count();
        }

        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        _changed.Clear();
        return Task.CompletedTask;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Count();
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        _changed.Clear();
        return Task.CompletedTask;
    }

    private void Note(PostDelivery delivery)
    {
        var (channel, state) = (delivery.Channel, delivery.State);
        _changed.Add(() => measures.Delivered(channel, state.ToString().ToLowerInvariant()));
        if (state == DeliveryState.Held && GateKeeper.FromJson(delivery.GateJson).FirstOrDefault(l => !l.Passed) is { } closed)
        {
            _changed.Add(() => measures.GateRefused(closed.Gate, closed.Clause, "send"));
        }

        if (state == DeliveryState.Removed && delivery.RemovedAt - delivery.RemovalOrderedAt is { } took)
        {
            _changed.Add(() => measures.Removed(channel, took));
        }
    }

    private void Count()
    {
        _changed.ForEach(count => count());
        _changed.Clear();
    }
}
