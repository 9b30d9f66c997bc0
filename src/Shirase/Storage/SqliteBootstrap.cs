using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Shirase.Storage;

/// <summary>
/// Puts Microsoft.Data.Sqlite on the operating system's own SQLite (docs/decisions/0003). Delete this file together with the
/// pinned SQLitePCLRaw packages where a registry offers SQLitePCLRaw 2.1.13 or later.
/// </summary>
internal static class SqliteBootstrap
{
    private static readonly string[] SystemLibraries = ["libsqlite3.so.0", "winsqlite3.dll", "libsqlite3.dylib"];

    /// <summary>True when no system library was found and the packaged, older one is in use; the start warns then.</summary>
    public static bool UsesLastResort { get; private set; }

    // A module initializer, because EF Core loads SQLitePCLRaw before any code of ours runs
#pragma warning disable CA2255
    [ModuleInitializer]
    internal static void Initialize()
#pragma warning restore CA2255
    {
        AssemblyLoadContext.Default.Resolving += static (context, name) => name.Name == "SQLitePCLRaw.core"
            ? context.LoadFromAssemblyPath(Path.Combine(Path.GetDirectoryName(typeof(SqliteBootstrap).Assembly.Location)!, "SQLitePCLRaw.core.dll"))
            : null;
        SetProvider();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetProvider()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, Resolve);
        SQLitePCL.raw.SetProvider(new SQLitePCL.SQLite3Provider_e_sqlite3());
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? search)
    {
        if (name != "e_sqlite3")
        {
            return 0;
        }

        if (Environment.GetEnvironmentVariable("SHIRASE_SQLITE") != "packaged")
        {
            foreach (var library in SystemLibraries)
            {
                if (NativeLibrary.TryLoad(library, out var handle))
                {
                    return handle;
                }
            }
        }

        UsesLastResort = true;
        return NativeLibrary.TryLoad("e_sqlite3", assembly, search, out var packaged) ? packaged : 0;
    }
}
