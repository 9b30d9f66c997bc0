using System.Text;

namespace Shirase.TestKit.Images;

/// <summary>Real small pictures of 24 by 16 pixels, and what cameras and programs hang on to them.</summary>
public static class PhotoFile
{
    private static readonly byte[] BareJpeg = Convert.FromBase64String(
        "/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1u"
        + "pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAA"
        + "AAMEBf/EABcQAAMBAAAAAAAAAAAAAAAAAAACBGH/xAAVAQEBAAAAAAAAAAAAAAAAAAADBf/EABkRAAIDAQAAAAAAAAAAAAAAAAADAQIEIf/aAAwDAQACEQMR"
        + "AD8Ayknwek+FyT4PSfBLOBToIUnwDVSfAAlxUpo4f//Z");

    private static readonly byte[] WebPWithExif = Convert.FromBase64String(
        "UklGRjYBAABXRUJQVlA4WAoAAAAIAAAAFwAADwAAVlA4IFYAAACQAwCdASoYABAAPxF6tFAsKCUisAgBgCIJbACdMoRwACm73xYgAP7pPEEkkwua2R/PkzYQ"
        + "Pt+PESXqkajfGyvGaNiw2ngcf+yjgdLbAo/XuPbRThgAAEVYSUa6AAAARXhpZgAASUkqAAgAAAAGABIBAwABAAAAAQAAABoBBQABAAAAVgAAABsBBQABAAAA"
        + "XgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAGmHBAABAAAAZgAAAAAAAAA4YwAA6AMAADhjAADoAwAABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcA"
        + "BAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAABgAAAADoAQAAQAAABAAAAAAAAAA");

    /// <summary>A JPEG with these segments after its start.</summary>
    public static byte[] Jpeg(params byte[][] segments) => [.. BareJpeg[..2], .. segments.SelectMany(s => s), .. BareJpeg[2..]];

    /// <summary>A JPEG segment.</summary>
    public static byte[] Segment(byte marker, ReadOnlySpan<byte> body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    /// <summary>EXIF as a telephone writes it: model, orientation and the place 36.39N 139.06E.</summary>
    public static byte[] ExifWithPlace(int orientation = 1)
    {
        byte[] model = [.. "Telephone of Yamada\0"u8];
        // Offsets count from the TIFF header: directory of 3 entries at 8, then the model, the GPS directory, its values
        var modelAt = 8 + 2 + (3 * 12) + 4;
        var gpsAt = modelAt + model.Length;
        var valuesAt = gpsAt + 2 + (4 * 12) + 4;
        byte[] tiff =
        [
            .. "MM\0*"u8, .. U32(8),
            .. U16(3),
            .. Entry(0x0110, 2, model.Length, U32(modelAt)),
            .. Entry(0x0112, 3, 1, [0, (byte)orientation, 0, 0]),
            .. Entry(0x8825, 4, 1, U32(gpsAt)),
            .. U32(0),
            .. model,
            .. U16(4),
            .. Entry(1, 2, 2, [(byte)'N', 0, 0, 0]),
            .. Entry(2, 5, 3, U32(valuesAt)),
            .. Entry(3, 2, 2, [(byte)'E', 0, 0, 0]),
            .. Entry(4, 5, 3, U32(valuesAt + 24)),
            .. U32(0),
            .. U32(36), .. U32(1), .. U32(23), .. U32(1), .. U32(24), .. U32(1),
            .. U32(139), .. U32(1), .. U32(3), .. U32(1), .. U32(36), .. U32(1),
        ];
        return Segment(0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    /// <summary>A WebP that carries an EXIF chunk.</summary>
    public static byte[] WebP() => [.. WebPWithExif];

    /// <summary>A GIF of one pixel with a comment, and as many frames as asked for.</summary>
    public static byte[] Gif(int frames = 1) =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF,
        0x21, 0xFE, 6, .. "Yamada"u8, 0,
        .. Enumerable.Repeat<byte[]>([0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0], frames).SelectMany(f => f),
        0x3B,
    ];

    /// <summary>True when these words stand anywhere in the file.</summary>
    public static bool Holds(byte[] file, string words) => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0;

    private static byte[] Entry(int tag, int type, int count, byte[] value) => [.. U16(tag), .. U16(type), .. U32(count), .. value];

    private static byte[] U16(int n) => [(byte)(n >> 8), (byte)n];

    private static byte[] U32(int n) => [(byte)(n >> 24), (byte)(n >> 16), (byte)(n >> 8), (byte)n];
}
