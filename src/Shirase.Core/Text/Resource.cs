namespace Shirase.Core.Text;

/// <summary>Tables that the assembly carries in itself.</summary>
internal static class Resource
{
    /// <summary>Lines without comments (#) and without empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream($"Shirase.Core.Text.{name}")
            ?? throw new InvalidOperationException($"The table {name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
