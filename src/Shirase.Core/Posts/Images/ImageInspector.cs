namespace Shirase.Core.Posts.Images;

/// <summary>Decides by its bytes whether a file is a picture that may be attached.</summary>
public static class ImageInspector
{
    /// <summary>Null when the file may be attached; then <paramref name="anatomy"/> says what it is made of.</summary>
    public static Refusal? Inspect(ReadOnlySpan<byte> file, ImageLimits limits, out ImageAnatomy? anatomy)
    {
        anatomy = null;
        if (ForeignFile.KindOf(file) is not { } kind)
        {
            return new NotAnImage(ForeignFile.Describe(file));
        }

        if (file.Length > limits.MaxBytes)
        {
            return new ImageTooHeavy(file.Length, limits.MaxBytes);
        }

        var read = kind switch
        {
            ImageKind.Jpeg => JpegFile.Read(file),
            ImageKind.Png => PngFile.Read(file),
            ImageKind.Gif => GifFile.Read(file),
            _ => WebPFile.Read(file),
        };
        if (read is null || read.Width < 1 || read.Height < 1)
        {
            return new ImageDamaged();
        }

        if ((long)read.Width * read.Height > limits.MaxPixels || Math.Max(read.Width, read.Height) > limits.MaxSide)
        {
            return new ImageTooManyPixels(read.Width, read.Height, limits.MaxPixels);
        }

        if (read.IsAnimated)
        {
            return new ImageMoves();
        }

        anatomy = read;
        return null;
    }
}
