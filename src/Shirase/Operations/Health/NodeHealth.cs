using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Outbox;

namespace Shirase.Operations.Health;

/// <summary>Whether this node is about to end: whoever distributes requests shall look for another one.</summary>
public sealed class StoppingHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    private static readonly Localized Title = new("このサーバー", "This server");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((lifetime.ApplicationStopping.IsCancellationRequested
            ? new Condition(HealthStatus.Unhealthy, Title, new("終了の準備をしています。", "It is about to end."),
                new("別のサーバーを使うか、起動し直すまで待ってください。", "Use another server, or wait until it was started again."))
            : Condition.Fine(Title, new("動いています。", "It runs."))).Result());
}

/// <summary>Whether the loop that carries out publications still turns. A node that only serves pages has none.</summary>
public sealed class LoopHealth(JobPulse pulse, IOptions<JobOptions> jobs, IOptions<HealthOptions> options) : IHealthCheck
{
    private static readonly Localized Title = new("発信などの処理", "Publications and other work");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult((!jobs.Value.Work
            ? Condition.Fine(Title, new("このサーバーは画面だけを受け持ちます。", "This server serves pages only."))
            : pulse.Silence <= options.Value.LoopSilence
                ? Condition.Fine(Title, new("動いています。", "It runs."))
                : new Condition(HealthStatus.Unhealthy, Title,
                    new("予約投稿や削除を実行する処理が止まっています。", "What carries out schedules and deletions stands still."),
                    new("システム管理者に連絡し、このサーバーを起動し直してください。急ぐ投稿・削除は、管理用端末から手作業で行ってください。",
                        "Have the administrator restart this server. Do what is urgent by hand on the administration terminal."))).Result());
}
