using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using Shirase.Core.Posts.Images;

namespace Shirase.Posts.Images;

/// <summary>
/// Draws a picture anew with libvips in a process of its own: bounded in time, memory and output, without a shell,
/// without the environment of this process, in a folder that is deleted afterwards.
/// </summary>
public sealed class ImageRedrawing(IOptions<ImageCleaningOptions> options)
{
    // From good to small, until the file fits the strictest platform
    private static readonly (int Side, int Quality)[] Steps = [(4096, 90), (2560, 85), (2048, 80), (1600, 75), (1024, 70)];

    private readonly ImageCleaningOptions _options = options.Value;

    /// <summary>False when the program or its limiter is not installed, or drawing anew is switched off.</summary>
    public bool IsAvailable => _options.Redraw && File.Exists(_options.Program) && File.Exists(_options.Limiter);

    /// <summary>The picture drawn anew, upright; null when the program cannot open it or takes too long.</summary>
    public async Task<byte[]?> DrawAsync(byte[] file, ImageAnatomy anatomy, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("shirase-image-");
        try
        {
            var source = Path.Combine(folder.FullName, "in." + Extension(anatomy.Kind));
            await File.WriteAllBytesAsync(source, file, ct);
            byte[]? drawn = null;
            foreach (var (side, quality) in Steps)
            {
                drawn = await DrawOnceAsync(folder.FullName, source, anatomy.Kind, side, quality, ct);
                if (drawn is null || drawn.Length <= _options.TargetBytes)
                {
                    break;
                }
            }

            return drawn;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<byte[]?> DrawOnceAsync(string folder, string source, ImageKind kind, int side, int quality, CancellationToken ct)
    {
        var target = Path.Combine(folder, "out." + Format(kind));
        var saver = kind is ImageKind.Png or ImageKind.Gif ? "[strip]" : string.Create(CultureInfo.InvariantCulture, $"[Q={quality},strip]");
        using var process = new Process { StartInfo = Start(folder) };
        foreach (var argument in new[]
        {
            string.Create(CultureInfo.InvariantCulture, $"--as={_options.MemoryBytes}"),
            string.Create(CultureInfo.InvariantCulture, $"--cpu={Math.Ceiling(_options.Timeout.TotalSeconds)}"),
            "--core=0",
            "--",
            _options.Program,
            "--size",
            string.Create(CultureInfo.InvariantCulture, $"{side}x{side}>"),
            "--export-profile",
            "srgb",
            "--output",
            target + saver,
            source,
        })
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        process.Start();
        process.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_options.Timeout);
        var complaints = ComplaintsAsync(process.StandardError, patience.Token);
        try
        {
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, patience.Token), complaints, process.WaitForExitAsync(patience.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return null;
        }

        return process.ExitCode == 0 && !IsCutOff(await complaints) && File.Exists(target) ? await File.ReadAllBytesAsync(target, ct) : null;
    }

    /// <summary>The first words of what the program complains about; a hostile file can make it complain without end.</summary>
    private static async Task<string> ComplaintsAsync(StreamReader errors, CancellationToken ct)
    {
        var first = new char[4096];
        var read = await errors.ReadBlockAsync(first, ct);
        await errors.BaseStream.CopyToAsync(Stream.Null, ct);
        return new(first, 0, read);
    }

    // The program fills what is missing with grey and succeeds; a picture that ends too early must be refused
    private static bool IsCutOff(string complaints) =>
        complaints.Contains("not enough", StringComparison.OrdinalIgnoreCase)
        || complaints.Contains("premature end", StringComparison.OrdinalIgnoreCase);

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
        start.Environment["VIPS_CONCURRENCY"] = "1";
        // Loaders that were never hardened against hostile files stay shut
        start.Environment["VIPS_BLOCK_UNTRUSTED"] = "1";
        return start;
    }

    private static string Extension(ImageKind kind) => kind switch
    {
        ImageKind.Jpeg => "jpg",
        ImageKind.Gif => "gif",
        ImageKind.Png => "png",
        _ => "webp",
    };

    // A still GIF is a small PNG, and not every libvips can write GIF
    private static string Format(ImageKind kind) => kind == ImageKind.Gif ? "png" : Extension(kind);
}
