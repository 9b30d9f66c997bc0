namespace Shirase.Core.Regulations.Reading;

/// <summary>
/// A regulation file as a tree that knows its lines, whatever notation it was written in. Readers of YAML build it;
/// nothing in this floor knows YAML.
/// </summary>
/// <param name="Line">Line of the file, counted from 1.</param>
public abstract record SourceNode(int Line);

/// <summary>A single value. All values are text until a key gives them a type; <c>2023-08-01</c> stays what was written.</summary>
/// <param name="Text">The value as written, without quotes.</param>
/// <param name="Line">Line of its first character.</param>
public sealed record ScalarNode(string Text, int Line) : SourceNode(Line);

/// <summary>A list of values.</summary>
/// <param name="Items">The values in their order.</param>
/// <param name="Line">Line of its first item.</param>
public sealed record ListNode(IReadOnlyList<SourceNode> Items, int Line) : SourceNode(Line);

/// <summary>Keys with values; keys are unique, which the reader of the notation has made sure of.</summary>
/// <param name="Entries">The pairs in their order.</param>
/// <param name="Line">Line of its first key.</param>
public sealed record MapNode(IReadOnlyList<MapEntry> Entries, int Line) : SourceNode(Line);

/// <summary>One key with its value.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Line">Line of the key.</param>
/// <param name="Value">Its value.</param>
public sealed record MapEntry(string Key, int Line, SourceNode Value);
