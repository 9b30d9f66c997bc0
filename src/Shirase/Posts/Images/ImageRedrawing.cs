using System.Globalization;
using Microsoft.Extensions.Options;
using Shirase.Core.Posts.Images;

namespace Shirase.Posts.Images;

/// <summary>Draws a picture anew with libvips, in a folder that is deleted afterwards.</summary>
public sealed class ImageRedrawing(BoundedProgram programs, IOptions<ImageCleaningOptions> options)
{
    // From good to small, until the file fits the strictest platform
    private static readonly (int Side, int Quality)[] Steps = [(4096, 90), (2560, 85), (2048, 80), (1600, 75), (1024, 70)];

    private readonly ImageCleaningOptions _options = options.Value;

    /// <summary>False when the program or its limiter is not installed, or drawing anew is switched off.</summary>
    public bool IsAvailable => _options.Redraw && programs.Has(_options.Program);

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
        var ended = await programs.RunAsync(
            _options.Program,
            ["--size", string.Create(CultureInfo.InvariantCulture, $"{side}x{side}>"), "--export-profile", "srgb", "--output", target + saver, source],
            folder,
            ct);
        return ended is { ExitCode: 0 } && !IsCutOff(ended.Complained) && File.Exists(target) ? await File.ReadAllBytesAsync(target, ct) : null;
    }

    // The program fills what is missing with grey and succeeds; a picture that ends too early must be refused
    private static bool IsCutOff(string complaints) =>
        complaints.Contains("not enough", StringComparison.OrdinalIgnoreCase)
        || complaints.Contains("premature end", StringComparison.OrdinalIgnoreCase);

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
