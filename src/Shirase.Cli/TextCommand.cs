using System.CommandLine;

namespace Shirase.Cli;

/// <summary><c>shirase text …</c>: what can be said of a text without any regulation.</summary>
internal static partial class TextCommand
{
    public static Command Create() => new("text", "文面 / Texts: measure, analysis.") { Measure(), Analysis() };
}
