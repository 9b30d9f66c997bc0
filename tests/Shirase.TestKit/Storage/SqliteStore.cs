using Microsoft.Data.Sqlite;

namespace Shirase.TestKit.Storage;

/// <summary>A fresh SQLite file.</summary>
public class SqliteStore : TestStore
{
    public override string Provider => "sqlite";

    public override string ConnectionString => $"Data Source={Path.Combine(Folder, "shirase.db")}";

    protected override Task CreateAsync() => Task.CompletedTask;

    protected override Task DropAsync()
    {
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }
}
