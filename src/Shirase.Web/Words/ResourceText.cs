using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Shirase.Web.Words;

/// <summary>Reads <c>Resources/&lt;Room&gt;.&lt;language&gt;.resx</c>.</summary>
public sealed class ResourceText : IText
{
    private readonly ConcurrentDictionary<string, ResourceManager> rooms = new(StringComparer.Ordinal);

    public string Language => Languages.Of(CultureInfo.CurrentUICulture);

    public string this[string key] => Find(key) ?? key;

    public string this[string key, params object?[] values] =>
        string.Format(Languages.Culture(Language), this[key], values);

    public string? Find(string key) => Read(Language, key) is { } text ? DocumentWords.Say(text) : null;

    public string In(string language, string key) => Read(language, key) ?? key;

    private string? Read(string language, string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        if (dot < 1)
        {
            return null;
        }

        var room = rooms.GetOrAdd(key[..dot], static name =>
            new ResourceManager($"Shirase.Web.Resources.{name}", typeof(ResourceText).Assembly));
        try
        {
            return room.GetString(key[(dot + 1)..], Languages.Culture(language));
        }
        catch (MissingManifestResourceException)
        {
            // No such room: the same answer as no such key
            return null;
        }
    }
}
