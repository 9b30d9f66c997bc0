using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Shirase.Storage;

namespace Shirase.Outbox;

/// <summary>On PostgreSQL, wakes the loop when any node wrote a job. The poll finds what a lost connection missed.</summary>
public sealed class JobListener(IOptions<StorageOptions> storage, IOptions<JobOptions> jobs, JobSignal signal, ILogger<JobListener> log) : BackgroundService
{
    internal const string Channel = "shirase_jobs";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (storage.Value.Provider == "postgres" && jobs.Value.Work && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException)
            {
                log.ListenerLost(e);
                await Task.Delay(TimeSpan.FromSeconds(5), stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(storage.Value.ConnectionString);
        connection.Notification += (_, _) => signal.Wake();
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (true)
        {
            await connection.WaitAsync(ct);
        }
    }
}
