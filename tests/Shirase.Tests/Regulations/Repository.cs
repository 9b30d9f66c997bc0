namespace Shirase.Tests.Regulations;

/// <summary>Where the repository lies, seen from the built tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    public static string Regulations => Path.Combine(Root, "regulations");

    /// <summary>Folder of the material that the repository does not hold; tests that need it are skipped where it is absent.</summary>
    public static string Shared =>
        Environment.GetEnvironmentVariable("SHIRASE_SHARED") ?? Path.Combine(Root, "..", "shared");

    private static string Up(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Shirase.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException($"No Shirase.slnx above {folder}.");
    }
}
