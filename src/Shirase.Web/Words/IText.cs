namespace Shirase.Web.Words;

/// <summary>The texts of the screens, in the language of the request. Keys are <c>Room.Name</c>, such as <c>Shell.Search</c>.</summary>
public interface IText
{
    /// <summary><c>ja</c> or <c>en</c>.</summary>
    string Language { get; }

    /// <summary>The text of a key; the key itself where nobody wrote one (a test finds those).</summary>
    string this[string key] { get; }

    /// <summary>The text with <c>{0}</c>, <c>{1}</c> … filled in; numbers are written with the language's separators.</summary>
    string this[string key, params object?[] values] { get; }

    /// <summary>The text, or null where nobody wrote one: for keys made of data.</summary>
    string? Find(string key);

    /// <summary>The text in one language, whatever the language of the request.</summary>
    string In(string language, string key);
}
