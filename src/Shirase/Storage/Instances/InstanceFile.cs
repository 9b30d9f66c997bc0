using System.Text.Json;

namespace Shirase.Storage.Instances;

/// <summary>The mark of the installation outside its database, in the folder of the keys, which all nodes share.</summary>
public sealed class InstanceFile(string folder)
{
    private readonly Lock _lock = new();

    private string Path => System.IO.Path.Combine(folder, "instance.json");

    /// <summary>Null when there is none, or none that can be read.</summary>
    public InstanceMark? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<InstanceMark>(File.ReadAllText(Path));
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Replaces it in one step: a process that dies meanwhile leaves the old one whole.</summary>
    public void Write(InstanceMark mark)
    {
        lock (_lock)
        {
            Directory.CreateDirectory(folder);
            var beside = $"{Path}.{Guid.NewGuid():N}";
            File.WriteAllText(beside, JsonSerializer.Serialize(mark));
            File.Move(beside, Path, overwrite: true);
        }
    }
}
