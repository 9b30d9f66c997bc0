using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Shirase.Posts.Images;

/// <summary>
/// Runs a program that opens pictures in a process of its own: bounded in time, memory and output, without a shell, without the
/// environment of this process.
/// </summary>
public sealed class BoundedProgram(IOptions<ImageCleaningOptions> options)
{
    // Of what a program says; a hostile file can make it talk without end
    private const int Most = 16_384;

    private readonly ImageCleaningOptions _options = options.Value;

    /// <summary>False when the program or its limiter is not installed.</summary>
    public bool Has(string program) => File.Exists(program) && File.Exists(_options.Limiter);

    /// <summary>What it said and how it ended; null when it took too long.</summary>
    /// <param name="program">Full path.</param>
    /// <param name="arguments">Given as they are; no shell reads them.</param>
    /// <param name="folder">Its working folder and the only one it is told of.</param>
    /// <param name="ct">Stops it; then it throws.</param>
    /// <param name="written">Most bytes of a file that it writes; null for no bound.</param>
    internal async Task<Ended?> RunAsync(string program, IEnumerable<string> arguments, string folder, CancellationToken ct, long? written = null)
    {
        using var process = new Process { StartInfo = Start(folder) };
        string[] bounds =
        [
            string.Create(CultureInfo.InvariantCulture, $"--as={_options.MemoryBytes}"),
            string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Ceiling(_options.Timeout.TotalSeconds)}"),
            .. written is { } most ? [string.Create(CultureInfo.InvariantCulture, $"--fsize={most}")] : Array.Empty<string>(),
            "--core=0", "--", program,
        ];
        foreach (var argument in bounds.Concat(arguments))
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        process.Start();
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        var (said, complained) = (FirstAsync(process.StandardOutput, patience.Token), FirstAsync(process.StandardError, patience.Token));
        try
        {
            await Task.WhenAll(said, complained, process.WaitForExitAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return null;
        }

        return new(process.ExitCode, await said, await complained);
    }

    private static async Task<string> FirstAsync(StreamReader from, CancellationToken ct)
    {
        var first = new char[Most];
        var read = await from.ReadBlockAsync(first, ct);
        await from.BaseStream.CopyToAsync(Stream.Null, ct);
        return new(first, 0, read);
    }

    private ProcessStartInfo Start(string folder)
    {
        var start = new ProcessStartInfo(_options.Limiter)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["TMPDIR"] = folder;
        start.Environment["HOME"] = folder;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["VIPS_CONCURRENCY"] = "1";
        // Loaders that were never hardened against hostile files stay shut
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        return start;
    }

    internal sealed record Ended(int ExitCode, string Said, string Complained);
}
