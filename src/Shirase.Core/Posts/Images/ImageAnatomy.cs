namespace Shirase.Core.Posts.Images;

/// <summary>The kinds of picture that posts carry.</summary>
public enum ImageKind
{
    Jpeg,
    Png,
    Gif,
    WebP,
}

/// <summary>What a picture file is made of, read from its bytes and never from its name.</summary>
/// <param name="Kind">By signature.</param>
/// <param name="Width">Pixels across, as stored; the largest that any part of the file declares.</param>
/// <param name="Height">Pixels down, as stored.</param>
/// <param name="IsAnimated">More than one frame.</param>
/// <param name="Orientation">EXIF orientation 1 to 8; 1 where none is given.</param>
/// <param name="Parts">Every part in order, up to the end of the picture; what follows the end is no part of it.</param>
public sealed record ImageAnatomy(
    ImageKind Kind, int Width, int Height, bool IsAnimated, int Orientation, IReadOnlyList<ImagePart> Parts)
{
    /// <summary>The type to send and to store, such as <c>image/png</c>.</summary>
    public string ContentType => Kind switch
    {
        ImageKind.Jpeg => "image/jpeg",
        ImageKind.Png => "image/png",
        ImageKind.Gif => "image/gif",
        _ => "image/webp",
    };

    /// <summary>Size as a viewer sees it: orientations 5 to 8 lie on their side.</summary>
    public (int Width, int Height) Shown => Orientation >= 5 ? (Height, Width) : (Width, Height);
}

/// <summary>A stretch of the file.</summary>
/// <param name="Start">First byte.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Name">The format's own name, such as <c>APP1</c> or <c>tEXt</c>.</param>
/// <param name="IsNeeded">True when the picture cannot be shown rightly without it; everything else is metadata.</param>
public readonly record struct ImagePart(int Start, int Length, string Name, bool IsNeeded)
{
    public int End => Start + Length;
}
