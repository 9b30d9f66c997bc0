using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shirase.Core;
using Shirase.Storage;

namespace Shirase.Operations.Health;

/// <summary>Whether the database answers and has the tables this program needs.</summary>
public sealed class DatabaseHealth(DatabaseStart database) : IHealthCheck
{
    private static readonly Localized Title = new("データベース", "Database");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await database.CheckAsync(cancellationToken) switch
        {
            null => Condition.Fine(Title, new("読み書きできます。", "It answers.")),

            // While nodes are changed one after another the old one goes on: migrations only add (docs/decisions/0035)
            SchemaIsNewer => new Condition(HealthStatus.Degraded, Title,
                new("新しい版のしらせがデータベースを更新しました。このサーバーは古い版です。", "A newer version has brought the database up to date; this server is an older one."),
                new("更新の途中でなければ、このサーバーも更新してください。", "Unless an upgrade is under way, update this server too.")),
            { } refusal => new Condition(HealthStatus.Unhealthy, Title,
                new("データベースを使えません。申請・決裁・投稿ができません。", "The database cannot be used: nothing can be filed, decided or published."), refusal.Text),
        }).Result();
}
