using System.Globalization;
using Shirase.Core.Channels;

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

        if (delivery.ContinuationOf is not null && (!limits.CanContinue || delivery.RepostOf is not null))
        {
            return new(RefusedBecause.NotSupported, "This channel has no threads.");
        }

        return OverLength(delivery.Text, limits) ?? OverMedia(delivery.Images, limits);
    }

    private static DeliveryOutcome.Refused? OverLength(string text, ChannelLimits limits) =>
        ChannelLength.Of(text, limits).FirstOrDefault(u => u.IsOver) is { Most: > 0 } over
            ? new(RefusedBecause.TooLong, string.Create(CultureInfo.InvariantCulture, $"{over.Count} {Words(over.Unit)}; at most {over.Most}."))
            : null;

    private static string Words(LengthUnit unit) => unit switch
    {
        LengthUnit.Bytes => "bytes",
        LengthUnit.Characters => "characters",
        _ => "of weight",
    };

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
