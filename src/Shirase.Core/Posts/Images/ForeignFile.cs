using System.Text;

namespace Shirase.Core.Posts.Images;

/// <summary>Tells by the first bytes what a file is, also when it is none of ours.</summary>
internal static class ForeignFile
{
    private const int Looked = 512;

    public static ImageKind? KindOf(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngFile.Signature) ? ImageKind.Png
        : file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ImageKind.Jpeg
        : file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) ? ImageKind.Gif
        : file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? ImageKind.WebP
        : null;

    /// <summary>Its kind in words, so that the person who chose the wrong file sees which one it was.</summary>
    public static Localized Describe(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return new("空のファイル", "nothing");
        }

        if (file.StartsWith("PK"u8))
        {
            return new("ExcelやWordなどの文書又は圧縮ファイル", "an Office document or an archive");
        }

        if (file.StartsWith("%PDF"u8))
        {
            return new("PDF文書", "a PDF document");
        }

        if (file.Length >= 12 && file[4..].StartsWith("ftyp"u8))
        {
            return new("HEIC画像又は動画", "an HEIC image or a video");
        }

        if (file.StartsWith("BM"u8) || file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8))
        {
            return new("BMP又はTIFF画像", "a BMP or TIFF image");
        }

        var start = Encoding.Latin1.GetString(file[..Math.Min(Looked, file.Length)]);
        if (start.Contains("<svg", StringComparison.OrdinalIgnoreCase))
        {
            return new("SVG図形", "an SVG drawing");
        }

        return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            ? new("ウェブページ（HTML）", "a web page (HTML)")
            : new("画像ではないデータ", "something that is no image");
    }
}
