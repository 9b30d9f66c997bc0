using Shirase.Core;

namespace Shirase.Posts.Images;

/// <summary>An image fit for storing and sending.</summary>
/// <param name="Bytes">The clean file.</param>
/// <param name="ContentType">By its bytes, such as <c>image/png</c>.</param>
/// <param name="Width">Pixels across as a viewer sees it.</param>
/// <param name="Height">Pixels down as a viewer sees it.</param>
/// <param name="Sha256">Hash of <paramref name="Bytes"/> in lower-case hex.</param>
/// <param name="Removed">What the attached file held and this one does not, such as <c>GPS</c>, <c>Exif IFD0</c>, <c>tEXt</c>.</param>
/// <param name="HadLocation">True when the attached file told where it was taken (gx-13-3-1).</param>
public sealed record CleanedImage(
    byte[] Bytes, string ContentType, int Width, int Height, string Sha256, IReadOnlyList<string> Removed, bool HadLocation);

/// <summary>Either the clean image or why the file is not taken.</summary>
public readonly record struct ImageCleaning(CleanedImage? Image, Refusal? Refusal);
