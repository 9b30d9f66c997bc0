namespace Shirase.TestKit;

/// <summary>Where things lie on the machine that runs the tests.</summary>
public static class Places
{
    /// <summary>The folder with Shirase.slnx.</summary>
    public static string Repository { get; } = Up(AppContext.BaseDirectory);

    public static string Regulations => Path.Combine(Repository, "regulations");

    /// <summary>The source documents beside the repository, or null where they are absent.</summary>
    public static string? Shared
    {
        get
        {
            var folder = Environment.GetEnvironmentVariable("SHIRASE_SHARED") ?? Path.Combine(Repository, "..", "shared");
            return Directory.Exists(folder) ? folder : null;
        }
    }

    private static string Up(string folder) =>
        File.Exists(Path.Combine(folder, "Shirase.slnx")) ? folder
            : Directory.GetParent(folder) is { } parent ? Up(parent.FullName)
            : throw new InvalidOperationException("Shirase.slnx was not found above the tests.");
}
