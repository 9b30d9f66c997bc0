using Xunit;

namespace Shirase.Core.Tests;

/// <summary>Material that lies beside the repository and that only tests read; where it is absent they are skipped by name.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Environment.GetEnvironmentVariable("SHIRASE_SHARED") is { Length: > 0 } set ? set : Beside();

    /// <summary>The file's path, or the end of the test as skipped.</summary>
    public static string FileOrSkip(params string[] parts)
    {
        var file = Path.Combine([Folder ?? "", .. parts]);
        if (Folder is null || !File.Exists(file))
        {
            Assert.Skip($"{string.Join('/', parts)} is not at hand; set SHIRASE_SHARED to the folder that holds it.");
        }

        return file;
    }

    private static string? Beside()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Shirase.slnx")))
            {
                var shared = Path.Combine(folder.FullName, "..", "shared");
                return Directory.Exists(shared) ? shared : null;
            }
        }

        return null;
    }
}
