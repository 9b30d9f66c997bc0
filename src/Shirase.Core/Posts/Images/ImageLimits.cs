namespace Shirase.Core.Posts.Images;

/// <summary>How large a file may be that somebody attaches. Platforms may ask for less; that is the channel's matter.</summary>
public sealed record ImageLimits
{
    /// <summary>Most bytes of one file. Default: 10,000,000.</summary>
    public int MaxBytes { get; init; } = 10_000_000;

    /// <summary>Most pixels, width times height: a small file can declare a picture that fills the memory. Default: 40,000,000.</summary>
    public long MaxPixels { get; init; } = 40_000_000;

    /// <summary>Longest side in pixels. Default: 16,384.</summary>
    public int MaxSide { get; init; } = 16_384;
}
