using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Shirase.Storage;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Storage;

/// <summary>A start with a database that cannot be used says one sentence.</summary>
public sealed class DatabaseStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shirase-start-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_nothing_When_started_Then_the_database_is_made_and_a_second_start_is_fine()
    {
        Assert.Null(await StartAsync(File("a.db")));
        Assert.Null(await StartAsync(File("a.db")));
    }

    [Fact]
    public async Task Given_a_missing_folder_When_started_Then_the_folder_is_named()
    {
        var refusal = Assert.IsType<FolderIsMissing>(await StartAsync($"Data Source={Path.Combine(_folder, "no", "a.db")}"));

        Assert.Contains(Path.Combine(_folder, "no"), refusal.Text.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_file_that_is_no_database_When_started_Then_refused()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(_folder, "text.db"), new string('x', 5000), Ct);

        Assert.IsType<FileIsNoDatabase>(await StartAsync(File("text.db")));
    }

    [Fact]
    public async Task Given_a_read_only_database_When_started_Then_refused()
    {
        await using (var made = new SqliteConnection(File("r.db")))
        {
            await made.OpenAsync(Ct);
            await new SqliteCommand("CREATE TABLE t(x)", made).ExecuteNonQueryAsync(Ct);
        }

        Assert.IsType<FileIsReadOnly>(await StartAsync(File("r.db") + ";Mode=ReadOnly"));
    }

    [Fact]
    public async Task Given_a_locked_database_When_started_Then_refused_after_the_wait()
    {
        await using var other = new SqliteConnection(File("l.db"));
        await other.OpenAsync(Ct);
        await new SqliteCommand("BEGIN EXCLUSIVE; CREATE TABLE t(x)", other).ExecuteNonQueryAsync(Ct);

        Assert.IsType<FileIsLocked>(await StartAsync(File("l.db"), lockSeconds: 1));
    }

    [Fact]
    public async Task Given_a_database_of_a_newer_program_When_started_Then_refused()
    {
        Assert.Null(await StartAsync(File("n.db")));
        await using (var later = new SqliteConnection(File("n.db")))
        {
            await later.OpenAsync(Ct);
            await new SqliteCommand("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')", later).ExecuteNonQueryAsync(Ct);
        }

        Assert.Equal("29990101000000_Later", Assert.IsType<SchemaIsNewer>(await StartAsync(File("n.db"))).Migration);
    }

    [Fact]
    public async Task Given_a_lock_left_by_a_killed_start_When_started_again_Then_it_does_not_wait_for_ever()
    {
        Assert.Null(await StartAsync(File("k.db")));
        await using (var killed = new SqliteConnection(File("k.db")))
        {
            await killed.OpenAsync(Ct);
            await new SqliteCommand(
                "CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); "
                + "INSERT OR REPLACE INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00+00:00')", killed).ExecuteNonQueryAsync(Ct);
        }

        Assert.Null(await StartAsync(File("k.db")).WaitAsync(TimeSpan.FromSeconds(30), Ct));
    }

    [Fact]
    public async Task Given_a_server_that_is_not_there_When_started_Then_refused()
    {
        Assert.IsType<ServerNotReached>(await StartAsync("Host=127.0.0.1;Port=1;Username=a;Database=b;Timeout=2", "postgres"));
    }

    [Fact]
    public async Task Given_no_connection_string_or_a_broken_one_When_started_on_PostgreSQL_Then_refused()
    {
        Assert.IsType<ConnectionIsMissing>(await StartAsync(null, "postgres"));
        Assert.IsType<ConnectionIsUnreadable>(await StartAsync("Hosst=x", "postgres"));
    }

    [Fact]
    public async Task Given_a_database_that_does_not_exist_on_the_server_When_started_Then_refused()
    {
        Assert.SkipWhen(PostgresStore.Cluster is null, "PostgreSQL: SHIRASE_PG is not set; ./test sets it.");
        var connection = new NpgsqlConnectionStringBuilder(PostgresStore.Cluster) { Database = "nowhere" }.ToString();

        Assert.Equal("nowhere", Assert.IsType<ServerHasNoDatabase>(await StartAsync(connection, "postgres")).Name);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string File(string name) => $"Data Source={Path.Combine(_folder, name)}";

    private async Task<DatabaseRefusal?> StartAsync(string? connection, string provider = "sqlite", int lockSeconds = 2)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = provider,
            ["Storage:ConnectionString"] = connection,
            ["Storage:LockSeconds"] = $"{lockSeconds}",
        }).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging(l => l.ClearProviders())
            .AddStorage(configuration, _folder).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DatabaseStart>().RunAsync(Ct);
    }
}
