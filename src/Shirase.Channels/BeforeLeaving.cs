using System.Globalization;
using System.Text;
using Shirase.Core.Channels;
using Shirase.Core.Text;

namespace Shirase.Channels;

/// <summary>What a channel refuses by its own limits, before anything leaves the house.</summary>
internal static class BeforeLeaving
{
    /// <summary>Everything was stopped while images were on their way up. Trying later meets the gate, which holds it.</summary>
    public static DeliveryOutcome.TryLater Stopped { get; } = new(TimeSpan.Zero, "Stopped before the call that publishes.");

    public static DeliveryOutcome.Refused? Check(Delivery delivery, ChannelLimits limits)
    {
        if (delivery.RepostOf is not null && !limits.CanRepost)
        {
            return new(RefusedBecause.NotSupported, "This channel cannot repost.");
        }

        return OverLength(delivery.Text, limits) ?? OverMedia(delivery.Images, limits);
    }

    private static DeliveryOutcome.Refused? OverLength(string text, ChannelLimits limits)
    {
        // Bytes first: they bound the work of counting what a reader sees
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (limits.MaxUtf8Bytes > 0 && bytes > limits.MaxUtf8Bytes)
        {
            return TooLong(bytes, limits.MaxUtf8Bytes, "bytes");
        }

        if (limits.MaxGraphemes > 0 && Characters(text, limits.CharactersPerAddress) is var graphemes && graphemes > limits.MaxGraphemes)
        {
            return TooLong(graphemes, limits.MaxGraphemes, "characters");
        }

        if (limits.MaxWeighted > 0 && WeightedCount.Of(text) is var weight && weight > limits.MaxWeighted)
        {
            return TooLong(weight, limits.MaxWeighted, "of weight");
        }

        return null;
    }

    // Replaced from behind, so that the places in front stay where they are
    private static int Characters(string text, int perAddress)
    {
        foreach (var address in perAddress == 0 ? [] : UrlExtractor.Find(text).Where(a => a.HasScheme).Reverse())
        {
            text = text[..address.Start] + new string('x', perAddress) + text[(address.Start + address.Length)..];
        }

        return new StringInfo(text).LengthInTextElements;
    }

    private static DeliveryOutcome.Refused TooLong(int found, int limit, string of) =>
        new(RefusedBecause.TooLong, string.Create(CultureInfo.InvariantCulture, $"{found} {of}; at most {limit}."));

    private static DeliveryOutcome.Refused? OverMedia(IReadOnlyList<DeliveryImage> images, ChannelLimits limits)
    {
        if (images.Count > limits.MaxImages)
        {
            return BadMedia($"{images.Count} images; at most {limits.MaxImages}.");
        }

        for (var i = 0; i < images.Count; i++)
        {
            if (!images[i].ContentType.StartsWith("image/", StringComparison.Ordinal))
            {
                return BadMedia($"File {i + 1} is {images[i].ContentType}, not an image.");
            }

            if (limits.MaxAlt > 0 && images[i].Alt.Length > limits.MaxAlt)
            {
                return BadMedia($"The alternative text of image {i + 1} has {images[i].Alt.Length} characters; at most {limits.MaxAlt}.");
            }

            if (images[i].Bytes.Length > limits.MaxImageBytes)
            {
                return BadMedia($"Image {i + 1} has {images[i].Bytes.Length} bytes; at most {limits.MaxImageBytes}.");
            }
        }

        return null;
    }

    private static DeliveryOutcome.Refused BadMedia(FormattableString said) =>
        new(RefusedBecause.BadMedia, FormattableString.Invariant(said));
}
