using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Shirase.Storage;

/// <summary>Translates what the database drivers throw into sentences, in one place. Null for what is a bug.</summary>
internal static class DatabaseWords
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static DatabaseRefusal? Of(Exception e, string connection, int seconds) => e switch
    {
        DatabaseInUseException => new FileIsLocked(FileOf(connection), seconds),
        SqliteException sqlite => OfSqlite(sqlite, FileOf(connection), seconds),
        PostgresException postgres => OfPostgres(postgres, connection),
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } => new ServerNotReached(HostOf(connection).Host),
        NpgsqlException => new ServerFailed(e.GetType().Name),
        SocketException => new ServerNotReached(HostOf(connection).Host),
        UnauthorizedAccessException or IOException => new FileCannotBeOpened(FileOf(connection)),
        ArgumentException or FormatException or KeyNotFoundException => new ConnectionIsUnreadable(e.GetType().Name),
        { InnerException: { } inner } => Of(inner, connection, seconds),
        _ => null,
    };

    private static DatabaseRefusal? OfSqlite(SqliteException e, string file, int seconds) => e.SqliteErrorCode switch
    {
        Busy or Locked => new FileIsLocked(file, seconds),
        ReadOnly => new FileIsReadOnly(file),
        NotADatabase or Corrupt => new FileIsNoDatabase(file),
        CannotOpen or IoError or Full => new FileCannotBeOpened(file),
        _ => null,
    };

    private static DatabaseRefusal OfPostgres(PostgresException e, string connection)
    {
        var (host, name) = HostOf(connection);
        return e.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new ServerRefusedSignIn(host),
            PostgresErrorCodes.InvalidCatalogName => new ServerHasNoDatabase(host, name),
            PostgresErrorCodes.InsufficientPrivilege => new ServerForbids(host),
            PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections => new ServerNotReached(host),
            _ => new ServerFailed(e.SqlState),
        };
    }

    private static string FileOf(string connection) =>
        connection.StartsWith("Data Source", StringComparison.OrdinalIgnoreCase) ? new SqliteConnectionStringBuilder(connection).DataSource : connection;

    private static (string Host, string Name) HostOf(string connection)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connection);
            return (builder.Host ?? "", builder.Database ?? builder.Username ?? "");
        }
        catch (ArgumentException)
        {
            return ("", "");
        }
    }
}
