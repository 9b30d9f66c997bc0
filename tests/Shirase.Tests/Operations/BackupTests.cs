using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Operations.Backups;
using Shirase.Posts;
using Shirase.Storage.Instances;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Text;
using Xunit;

namespace Shirase.Tests.Operations;

/// <summary>A backup and its way back, on both databases, by the services and by the command as operators call it.</summary>
public abstract class BackupTests(TestStore store) : IAsyncLifetime
{
    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.SkipWhereAbsent();
        await store.SeedAsync(Ct);

        // Every restoring closes it; the tests of a class share one store
        Office.Clock.SetJapan(2026, 6, 11);
        Directory.CreateDirectory(store.Settings["Keys:Folder"]!);
        await store.DbAsync(db => db.Instances.ExecuteDeleteAsync(Ct));
        File.Delete(Path.Combine(store.Settings["Keys:Folder"]!, "instance.json"));
        await StartAsync();
        Assert.Null(await ClosedAsync());
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gx_10_1_Given_ten_due_posts_in_a_backup_When_it_is_restored_a_day_later_Then_nothing_goes_out_until_opened_and_then_all_are_held()
    {
        var ids = new List<PostApplicationId>();
        for (var i = 0; i < 10; i++)
        {
            ids.Add(await Office.ReadyAsync(await Office.ContentAsync()));
            Office.Fine(await Office.PublishAsync(ids[^1], at: Office.Clock.Now.AddHours(1)));
        }

        var folder = (await CreateAsync()).Folder;
        Office.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Null((await RestoreAsync(folder, overwrite: true)).Refusal);

        // Same machine, same keys, no silence of a week: what closes it is the restoring itself
        await StartAsync();
        Assert.Equal(ClosedBecause.Restored, await ClosedAsync());
        for (var i = 0; i < 3; i++)
        {
            await Office.RunJobsAsync();
            Office.Clock.Pass(new DeliveryOptions().ClosedWait);
        }

        Assert.All(await DeliveriesAsync(ids), d => Assert.Equal((DeliveryState.Scheduled, 0), (d.State, d.Attempts)));

        Office.Fine(await Office.AskAsync<OpenInstance, Refusal?>("horiguchi", (o, w) => o.RunAsync(w, "控えから戻した。予約の一覧を確かめた", Ct)));
        Office.Clock.Pass(new DeliveryOptions().ClosedWait);
        await Office.RunJobsAsync();

        Assert.All(await DeliveriesAsync(ids), d =>
        {
            Assert.Equal((DeliveryState.Held, 0), (d.State, d.Attempts));
            Assert.Contains(GateKeeper.FromJson(d.GateJson), l => l is { Gate: "lateness", Passed: false });
        });
    }

    [Fact]
    public async Task Given_a_running_installation_When_the_command_backs_it_up_and_restores_it_elsewhere_Then_everything_is_there_and_the_journal_is_whole()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        var to = Place();
        var keys = Place();
        var keysHere = Directory.CreateDirectory(Path.Combine(store.Folder, "data", "keys")).FullName;
        await File.WriteAllTextAsync(Path.Combine(keysHere, "key-trial.xml"), "<key/>", Ct);
        await File.WriteAllTextAsync(Path.Combine(keysHere, "instance.json"), "{}", Ct);
        var made = await CommandAsync(0, store.ConnectionString, "create", "--to", to, "--keys", keys);
        using var said = JsonDocument.Parse(made);
        var folder = said.RootElement.GetProperty("folder").GetString()!;
        Assert.Equal(["manifest.json", store.Provider == "sqlite" ? "database.sqlite" : "database.dump"], Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).OrderDescending());
        Assert.Contains("key-trial.xml", Directory.EnumerateFiles(said.RootElement.GetProperty("keys").GetString()!).Select(Path.GetFileName));
        Assert.DoesNotContain("instance.json", Directory.EnumerateFiles(said.RootElement.GetProperty("keys").GetString()!).Select(Path.GetFileName));
        foreach (var file in Directory.EnumerateFiles(folder).Concat(Directory.EnumerateFiles(said.RootElement.GetProperty("keys").GetString()!)))
        {
            Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        }

        var elsewhere = await EmptyAsync();
        await CommandAsync(0, elsewhere, "restore", "--from", folder);
        Assert.Contains("空ではありません", await CommandAsync(2, elsewhere, "restore", "--from", folder), StringComparison.Ordinal);
        await CommandAsync(0, elsewhere, "restore", "--from", Path.Combine(folder, "manifest.json"), "--overwrite");

        var counted = await CountsAsync(store.ConnectionString);
        Assert.True(counted.Values.Sum() > 50, "Nothing was backed up.");
        Assert.Equal(counted, await CountsAsync(elsewhere));
        var (code, output, _) = await Shell.RunAsync([], "C", "records", "verify", "--provider", store.Provider, "--connection", elsewhere);
        Assert.Equal(0, code);
        Assert.Contains("gunma-police", output, StringComparison.Ordinal);
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(id)).State);
    }

    [Fact]
    public async Task Given_a_backup_of_which_one_byte_was_altered_When_restored_Then_refused_and_nothing_is_changed()
    {
        var made = await CreateAsync();
        var file = Path.Combine(made.Folder, made.Manifest.File);
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);
        var before = await CountsAsync(store.ConnectionString);

        Assert.IsType<BackupIsDamaged>((await RestoreAsync(made.Folder, overwrite: true)).Refusal);

        Assert.Equal(before, await CountsAsync(store.ConnectionString));
        Assert.Null(await ClosedAsync());
    }

    [Fact]
    public async Task Given_a_damaged_database_whose_manifest_was_made_to_fit_When_restored_Then_refused_and_what_was_there_stays()
    {
        var made = await CreateAsync();
        var file = Path.Combine(made.Folder, made.Manifest.File);
        var bytes = (await File.ReadAllBytesAsync(file, Ct))[..^4096];
        bytes.AsSpan(bytes.Length / 2, 4096).Fill(0x5A);
        await File.WriteAllBytesAsync(file, bytes, Ct);
        var manifest = made.Manifest with { Bytes = bytes.Length, Sha256 = await BackupManifest.HashAsync(file, Ct) };
        await File.WriteAllTextAsync(Path.Combine(made.Folder, BackupManifest.Name), manifest.ToJson(), Ct);
        var before = await CountsAsync(store.ConnectionString);

        Assert.NotNull((await RestoreAsync(made.Folder, overwrite: true)).Refusal);

        Assert.Equal(before, await CountsAsync(store.ConnectionString));
    }

    [Fact]
    public async Task Given_what_is_no_backup_of_ours_When_restored_Then_a_sentence_says_what_it_is()
    {
        var made = await CreateAsync();
        async Task<Refusal?> WithAsync(BackupManifest manifest)
        {
            await File.WriteAllTextAsync(Path.Combine(made.Folder, BackupManifest.Name), manifest.ToJson(), Ct);
            return (await RestoreAsync(made.Folder, overwrite: true)).Refusal;
        }

        Assert.IsType<BackupIsNewer>(await WithAsync(made.Manifest with { Migration = "29990101000000_Later" }));
        Assert.IsType<BackupIsNewer>(await WithAsync(made.Manifest with { Format = 2 }));
        Assert.IsType<BackupOfOtherKind>(await WithAsync(made.Manifest with { Provider = "other" }));
        Assert.IsType<BackupIsDamaged>(await WithAsync(made.Manifest with { File = "../" + made.Manifest.File }));
        Assert.IsType<NoBackupHere>((await RestoreAsync(store.Folder, overwrite: true)).Refusal);
        Assert.IsType<DatabaseIsNotEmpty>(await WithAsync(made.Manifest) is null ? (await RestoreAsync(made.Folder, overwrite: false)).Refusal : null);
    }

    [Fact]
    public async Task Given_keys_for_the_same_place_or_a_folder_that_cannot_be_written_When_backed_up_Then_refused()
    {
        var to = Place();
        var blocked = Path.Combine(to, "file");
        await File.WriteAllTextAsync(blocked, "", Ct);

        Assert.IsType<KeysBesideDatabase>((await store.AskAsync<CreateBackup, (BackupMade?, Refusal? Refusal)>(c => c.RunAsync(to, Path.Combine(to, "keys"), Ct))).Refusal);
        Assert.IsType<BackupFolderFails>((await store.AskAsync<CreateBackup, (BackupMade?, Refusal? Refusal)>(c => c.RunAsync(blocked, null, Ct))).Refusal);
        Assert.Equal(["file"], Directory.EnumerateFileSystemEntries(to).Select(f => Path.GetFileName(f)!));
    }

    private string Place() => Directory.CreateDirectory(Path.Combine(store.Folder, Guid.NewGuid().ToString("n"))).FullName;

    /// <summary>A place for a database in which there is nothing.</summary>
    protected abstract Task<string> EmptyAsync();

    private async Task StartAsync()
    {
        await using var scope = store.Open();
        await scope.ServiceProvider.GetRequiredService<InstanceFence>().StartAsync(Ct);
    }

    private Task<ClosedBecause?> ClosedAsync() => store.AskAsync<InstanceFence, ClosedBecause?>(f => f.ClosedAsync(Ct));

    private async Task<BackupMade> CreateAsync()
    {
        var to = Place();
        var (made, refusal) = await store.AskAsync<CreateBackup, (BackupMade? Made, Refusal? Refusal)>(c => c.RunAsync(to, null, Ct));
        Assert.True(refusal is null, refusal?.Text.Ja);
        return made!;
    }

    private Task<(BackupManifest? Manifest, Refusal? Refusal)> RestoreAsync(string from, bool overwrite) =>
        store.AskAsync<RestoreBackup, (BackupManifest?, Refusal?)>(r => r.RunAsync(from, overwrite, Ct));

    private async Task<List<PostDelivery>> DeliveriesAsync(List<PostApplicationId> ids)
    {
        var deliveries = new List<PostDelivery>();
        foreach (var id in ids)
        {
            deliveries.Add(await Office.DeliveryAsync(id));
        }

        return deliveries;
    }

    private async Task<string> CommandAsync(int code, string connection, params string[] words)
    {
        var (exit, output, error) = await Shell.RunAsync([], "ja_JP.UTF-8", ["backup", .. words, "--provider", store.Provider, "--connection", connection, "--content", store.Folder]);
        Assert.True(exit == code, $"{string.Join(' ', words)}: {exit} {error}");
        return code == 0 ? output : error;
    }

    // Rows of every table but the one that says whether it may send
    private async Task<Dictionary<string, long>> CountsAsync(string connection)
    {
        await using System.Data.Common.DbConnection db = store.Provider == "sqlite" ? new SqliteConnection(connection) : new NpgsqlConnection(connection);
        await db.OpenAsync(Ct);
        async Task<List<object>> AskAsync(string sql)
        {
            await using var command = db.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync(Ct);
            var values = new List<object>();
            while (await reader.ReadAsync(Ct))
            {
                values.Add(reader.GetValue(0));
            }

            return values;
        }

        var counts = new Dictionary<string, long>();
        foreach (var table in await AskAsync(store.Provider == "sqlite"
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'instances' AND name NOT LIKE '%MigrationsLock' ORDER BY name"
            : "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'instances' ORDER BY tablename"))
        {
            counts[(string)table] = Convert.ToInt64((await AskAsync($"SELECT count(*) FROM \"{table}\"")).Single(), System.Globalization.CultureInfo.InvariantCulture);
        }

        return counts;
    }

    internal static void Equip(IServiceCollection services)
    {
        Office.Equip(services);
        services.AddBackups();
    }
}

public sealed class SqliteBackupStore : SqliteStore
{
    public SqliteBackupStore() => Also = BackupTests.Equip;
}

public sealed class PostgresBackupStore : PostgresStore
{
    public PostgresBackupStore() => Also = BackupTests.Equip;
}

public sealed class BackupOnSqlite(SqliteBackupStore store) : BackupTests(store), IClassFixture<SqliteBackupStore>
{
    protected override Task<string> EmptyAsync() =>
        Task.FromResult($"Data Source={Path.Combine(store.Folder, $"{Guid.NewGuid():n}.db")}");
}

public sealed class BackupOnPostgres(PostgresBackupStore store) : BackupTests(store), IClassFixture<PostgresBackupStore>
{
    protected override async Task<string> EmptyAsync()
    {
        var name = $"shirase_{Guid.NewGuid():n}";
        await using var cluster = new NpgsqlConnection(PostgresStore.Cluster);
        await cluster.OpenAsync(TestContext.Current.CancellationToken);
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", cluster);
        await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new NpgsqlConnectionStringBuilder(PostgresStore.Cluster) { Database = name, Pooling = false }.ToString();
    }
}
