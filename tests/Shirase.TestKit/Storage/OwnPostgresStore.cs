using System.Diagnostics;
using Npgsql;
using Xunit;

namespace Shirase.TestKit.Storage;

/// <summary>A database on a server of its own, which a test may crash; skipped by name where PostgreSQL is not installed.</summary>
public class OwnPostgresStore : TestStore
{
    private readonly string _folder = Directory.CreateTempSubdirectory("shirase-pg-").FullName;
    private string? _server;

    public override string Provider => "postgres";

    public override string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_server) { Database = "shirase_own", Pooling = true, MaxPoolSize = 20 }.ToString();

    public override string? Absent => PostgresStore.Cluster is null ? "PostgreSQL: SHIRASE_PG is not set; ./test sets it." : null;

    /// <summary>Ends the server at once, whatever it does, and starts it again: clients lose their connections and meet a closed port.</summary>
    public async Task CrashAsync()
    {
        await RunAsync("crash");

        // The test's own connections ended too
        await using var mine = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(mine);
    }

    protected override async Task CreateAsync()
    {
        // The server's owner is another user and must reach its folder
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        _server = (await RunAsync("start")).Trim()["SHIRASE_PG=".Length..];
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("CREATE DATABASE shirase_own", connection);
        await command.ExecuteNonQueryAsync();
    }

    protected override async Task DropAsync()
    {
        if (_server is not null)
        {
            await RunAsync("stop");
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> RunAsync(string verb)
    {
        var start = new ProcessStartInfo(Path.Combine(Places.Repository, "tests/servers/postgres.sh"), [verb, Path.Combine(_folder, "server")])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"postgres.sh {verb} ended with {process.ExitCode}.");
        return said;
    }
}
