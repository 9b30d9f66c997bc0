namespace Shirase.Cli;

/// <summary>What every command answers to the shell.</summary>
internal static class ExitCode
{
    public const int Fine = 0;

    /// <summary>There are findings that refuse or hold.</summary>
    public const int Findings = 1;

    /// <summary>The input cannot be used; a sentence on standard error says what and where.</summary>
    public const int BadInput = 2;
}
