using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Links;

/// <summary>A link of a message, typed in its text or drawn as a QR code in one of its images.</summary>
/// <param name="Address">The address with its scheme, as it is followed.</param>
/// <param name="Host">The host as written.</param>
/// <param name="Span">Its place in the text; null for a QR code.</param>
/// <param name="Image">Which image holds it, counted from 1; null for the text.</param>
public sealed record MentionedLink(string Address, string Host, TextSpan? Span, int? Image)
{
    /// <summary>The form field to go to: the images for a QR code.</summary>
    public string? Field => Image is null ? null : "media";

    /// <summary>Links of a text and of the QR codes of its images, in that order.</summary>
    /// <param name="text">The outgoing text.</param>
    /// <param name="codes">What the QR codes of each image say, image by image.</param>
    public static IReadOnlyList<MentionedLink> Of(string text, IEnumerable<IReadOnlyList<string>> codes) =>
    [
        .. UrlExtractor.Find(text).Select(u => new MentionedLink(WithScheme(u), u.Host, new TextSpan(u.Start, u.Length), null)),
        .. codes.SelectMany((said, n) => said.SelectMany(UrlExtractor.Find).Select(u => new MentionedLink(WithScheme(u), u.Host, null, n + 1))),
    ];

    /// <summary>The address that one click puts in place of the link; null for a QR code, which is drawn and not written.</summary>
    public string? Mend(string? address) => Span is null ? null : address;

    /// <summary>The sentence that names the place: nothing more for the text, the image for a QR code.</summary>
    public Localized Say(Localized message) =>
        Image is not { } n ? message : new($"画像{n}枚目のQRコード：{message.Ja}", $"QR code of image {n}: {message.En}");

    private static string WithScheme(UrlSpan url) => url.HasScheme ? url.Text : $"https://{url.Text}";
}
