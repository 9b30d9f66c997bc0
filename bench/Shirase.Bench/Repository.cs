namespace Shirase.Bench;

/// <summary>Folders of the repository that measurements read.</summary>
internal static class Repository
{
    /// <summary>A folder of the repository, found by walking up from the program.</summary>
    public static string Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Shirase.slnx")))
            {
                return Path.Combine(folder.FullName, name);
            }
        }

        return Path.Combine(AppContext.BaseDirectory, name);
    }
}
