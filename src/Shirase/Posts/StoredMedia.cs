using Shirase.Core;

namespace Shirase.Posts;

/// <summary>An image as stored: cleaned bytes only, never what was uploaded.</summary>
public sealed class StoredMedia(
    MediaId id, BodyId body, PostApplicationId application, string contentType, byte[] bytes, string sha256, int width, int height, string removed, StaffId uploadedBy, DateTimeOffset uploadedAt)
{
    public MediaId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public PostApplicationId Application { get; private set; } = application;

    /// <summary>As found in the bytes.</summary>
    public string ContentType { get; private set; } = contentType;

    public byte[] Bytes { get; private set; } = bytes;

    public string Sha256 { get; private set; } = sha256;

    public int Width { get; private set; } = width;

    public int Height { get; private set; } = height;

    /// <summary>What was taken out of the uploaded file, such as <c>GPS, Exif</c>.</summary>
    public string Removed { get; private set; } = removed;

    /// <summary>What its QR codes say, one on a line; empty where there is none, null where nobody could look.</summary>
    public string? Codes { get; private set; }

    public StaffId UploadedBy { get; private set; } = uploadedBy;

    public DateTimeOffset UploadedAt { get; private set; } = uploadedAt;

    public void Read(IReadOnlyList<string>? codes) => Codes = codes is null ? null : string.Join('\n', codes);

    /// <summary>The codes, one by one.</summary>
    public static IReadOnlyList<string> CodesOf(string? codes) => codes?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
