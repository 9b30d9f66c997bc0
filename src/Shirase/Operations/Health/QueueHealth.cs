using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Shirase.Core;

namespace Shirase.Operations.Health;

/// <summary>Whether work that is due gets done. All nodes share the queue, so none of them is taken out of service for it.</summary>
public sealed class QueueHealth(QueueLook look, IOptions<HealthOptions> options) : IHealthCheck
{
    private static readonly Localized Title = new("処理の遅れ", "Work that waits");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var queue = await look.ReadAsync(cancellationToken);
        if (queue.GivenUp > 0)
        {
            return new Condition(HealthStatus.Degraded, Title,
                new($"何度やり直しても終わらない処理が{queue.GivenUp}件あります。", $"{queue.GivenUp} jobs broke too often and are not tried any more."),
                new("システム管理者が「処理の一覧」で原因を確かめ、直してから「やり直す」を押してください。", "The administrator finds the cause in the list of jobs, mends it and replays them.")).Result();
        }

        var minutes = (int)queue.Age.TotalMinutes;
        return (queue.Age <= options.Value.OldestDue
            ? Condition.Fine(Title, queue.Due == 0
                ? new("待っている処理はありません。", "Nothing waits.")
                : new($"{queue.Due}件を処理しています。", $"{queue.Due} are being done."))
            : new Condition(HealthStatus.Degraded, Title,
                new($"時刻になった処理が{minutes}分遅れています（{queue.Due}件）。予約投稿が出ていないおそれがあります。", $"Due work is {minutes} minutes late ({queue.Due} jobs); scheduled posts may not have gone out."),
                new("発信の画面で予約した投稿を確かめ、急ぐものは手作業で投稿してください。システム管理者は「処理の一覧」で原因を確かめてください。",
                    "Look at the scheduled posts on the desk and publish by hand what is urgent. The administrator finds the cause in the list of jobs."))).Result();
    }
}
