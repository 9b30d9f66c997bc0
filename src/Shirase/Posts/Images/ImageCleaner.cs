using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Shirase.Core.Posts.Images;

namespace Shirase.Posts.Images;

/// <summary>Takes an attached file and gives back a picture that tells nothing but what it shows (gx-13-3-1).</summary>
public sealed class ImageCleaner(ImageRedrawing redrawing, IOptions<ImageCleaningOptions> options)
{
    /// <summary>Looks at the bytes, never at the file's name. Nothing is stored.</summary>
    public async Task<ImageCleaning> CleanAsync(byte[] file, CancellationToken ct)
    {
        var limits = new ImageLimits { MaxBytes = options.Value.MaxBytes, MaxPixels = options.Value.MaxPixels };
        if (ImageInspector.Inspect(file, limits, out var anatomy) is { } refusal)
        {
            return new(null, refusal);
        }

        var before = MetadataFound.In(file);
        var (bare, cutOut) = MetadataFilter.Strip(file, anatomy!);
        if (redrawing.IsAvailable)
        {
            // The decoder meets the picture and its colours, and nothing that nobody asked for
            var (coloured, _) = MetadataFilter.Strip(file, anatomy!, keepProfile: true);
            var drawn = await redrawing.DrawAsync(coloured, anatomy!, ct);
            if (drawn is null || ImageInspector.Inspect(drawn, limits, out anatomy) is not null)
            {
                return new(null, new ImageDamaged());
            }

            (bare, _) = MetadataFilter.Strip(drawn, anatomy!);
        }

        var after = MetadataFound.In(bare);
        var (width, height) = anatomy!.Shown;
        return new(
            new(
                bare,
                anatomy.ContentType,
                width,
                height,
                Convert.ToHexStringLower(SHA256.HashData(bare)),
                [.. before.Names.Except(after.Names, StringComparer.Ordinal).Concat(cutOut).Distinct(StringComparer.Ordinal)],
                before.HasLocation),
            null);
    }
}
