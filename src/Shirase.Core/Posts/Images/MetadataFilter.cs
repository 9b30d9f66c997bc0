using System.Buffers.Binary;

namespace Shirase.Core.Posts.Images;

/// <summary>
/// Takes everything out of a picture that is not the picture: place, camera, persons, previews, comments, colour
/// profiles, and whatever was hung on behind its end. Only the way up remains (gx-13-3-1).
/// </summary>
public static class MetadataFilter
{
    // Flags of a WebP header that would promise what is gone
    private const byte PromiseOfProfile = 0x20;
    private const byte PromiseOfExifAndXmp = 0x08 | 0x04;

    private static readonly HashSet<string> Profiles = new(StringComparer.Ordinal) { "ICC", "iCCP", "ICCP" };

    /// <summary>The bare picture, and the names of the parts that were taken out.</summary>
    /// <param name="file">The file.</param>
    /// <param name="anatomy">What <see cref="ImageInspector"/> read from it.</param>
    /// <param name="keepProfile">True for a program that draws the picture anew and needs to know its colours. Default: false.</param>
    public static (byte[] Bytes, IReadOnlyList<string> Removed) Strip(ReadOnlySpan<byte> file, ImageAnatomy anatomy, bool keepProfile = false)
    {
        var bare = new MemoryStream(file.Length);
        foreach (var part in anatomy.Parts.Where(p => p.IsNeeded || (keepProfile && Profiles.Contains(p.Name))))
        {
            bare.Write(file.Slice(part.Start, part.Length));
            if (part.Name == "SOI" && anatomy.Orientation != 1)
            {
                bare.Write(Exif.Only(anatomy.Orientation));
            }
        }

        var bytes = bare.ToArray();
        if (anatomy.Kind == ImageKind.WebP)
        {
            MendRiff(bytes, keepProfile ? PromiseOfExifAndXmp : (byte)(PromiseOfExifAndXmp | PromiseOfProfile));
        }

        var removed = anatomy.Parts.Where(p => !p.IsNeeded).Select(p => p.Name);
        var behind = anatomy.Parts[^1].End < file.Length ? ["trailing data"] : Enumerable.Empty<string>();
        return (bytes, [.. removed.Concat(behind).Distinct(StringComparer.Ordinal)]);
    }

    private static void MendRiff(byte[] bytes, byte broken)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        if (bytes.AsSpan(12).StartsWith("VP8X"u8))
        {
            bytes[20] &= (byte)~broken;
        }
    }
}
