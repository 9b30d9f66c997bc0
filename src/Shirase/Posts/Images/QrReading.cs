using Microsoft.Extensions.Options;

namespace Shirase.Posts.Images;

/// <summary>Reads the QR codes of a picture with zbar, so that what they say can be checked like the text (is-3-7).</summary>
public sealed class QrReading(BoundedProgram programs, ImageRedrawing redrawing, IOptions<ImageCleaningOptions> options)
{
    // What zbarimg ends with when it found nothing
    private const int Nothing = 4;

    /// <summary>False when the program is not installed; only pictures that were drawn anew are given to it.</summary>
    public bool IsAvailable => programs.Has(options.Value.QrProgram) && redrawing.IsAvailable;

    /// <summary>One text for each code, in the order in which they were found; null where nobody could look.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(byte[] picture, CancellationToken ct)
    {
        if (!IsAvailable)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("shirase-qr-");
        try
        {
            var file = Path.Combine(folder.FullName, "in");
            await File.WriteAllBytesAsync(file, picture, ct);
            var ended = await programs.RunAsync(options.Value.QrProgram, ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file], folder.FullName, ct);
            return ended switch
            {
                { ExitCode: 0 } => ended.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                { ExitCode: Nothing } => [],
                _ => null,
            };
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
