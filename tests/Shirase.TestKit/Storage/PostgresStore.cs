using Npgsql;

namespace Shirase.TestKit.Storage;

/// <summary>A fresh database on the cluster that <c>SHIRASE_PG</c> names; the tests are skipped by name where there is none.</summary>
public class PostgresStore : TestStore
{
    /// <summary>Connection string of a maintenance database, or null.</summary>
    public static string? Cluster => Environment.GetEnvironmentVariable("SHIRASE_PG") is { Length: > 0 } given ? given : null;

    private readonly string _name = $"shirase_{Guid.NewGuid():n}";

    public override string Provider => "postgres";

    public override string ConnectionString =>
        new NpgsqlConnectionStringBuilder(Cluster) { Database = _name, Pooling = true, MaxPoolSize = 20 }.ToString();

    public override string? Absent => Cluster is null ? "PostgreSQL: SHIRASE_PG is not set; ./test sets it." : null;

    protected override Task CreateAsync() => OnClusterAsync($"CREATE DATABASE {_name}");

    protected override async Task DropAsync()
    {
        if (Cluster is not null)
        {
            await using var mine = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(mine);
            await OnClusterAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }
    }

    private static async Task OnClusterAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Cluster);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
