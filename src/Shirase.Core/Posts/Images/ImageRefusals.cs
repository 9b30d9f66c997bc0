using System.Globalization;

namespace Shirase.Core.Posts.Images;

/// <summary>The file is no picture of a kind that is taken, whatever its name says.</summary>
public sealed record NotAnImage(Localized Found) : Refusal(new Localized(
    $"この画像は添付できません（中身は{Found.Ja}です）。JPEG、PNG、GIF、WebPのいずれかで保存し直してください。",
    $"This image cannot be attached (the file holds {Found.En}). Save it as JPEG, PNG, GIF or WebP."));

public sealed record ImageTooHeavy(int Bytes, int Limit) : Refusal(new Localized(
    $"画像が大きすぎます（{Mega(Bytes)}MB）。{Mega(Limit)}MB以下に縮小してください。",
    $"The image is too large ({Mega(Bytes)} MB). Reduce it to {Mega(Limit)} MB or less."))
{
    private static string Mega(int bytes) => (bytes / 1_000_000m).ToString("0.#", CultureInfo.InvariantCulture);
}

public sealed record ImageTooManyPixels(int Width, int Height, long Limit) : Refusal(new Localized(
    $"画像の寸法が大きすぎます（{Width}×{Height}）。合計{Limit / 10_000}万画素以下に縮小してください。",
    $"The image measures too much ({Width}×{Height}). Reduce it to {Limit / 1_000_000} megapixels or less."));

/// <summary>Cut off, inconsistent, or not to be opened.</summary>
public sealed record ImageDamaged() : Refusal(new Localized(
    "画像が壊れているか、途中で切れています。元の画像をもう一度保存するか、別の画像を添付してください。",
    "The image is damaged or cut off. Save the original once more or attach another image."));

/// <summary>Moving pictures distract and cannot be stopped by the reader (WCAG 2.2.2); platforms show only the first frame.</summary>
public sealed record ImageMoves() : Refusal(new Localized(
    "動く画像は添付できません。見せたい一枚を静止画で保存して添付してください。",
    "Animated images cannot be attached. Save the one frame you want to show as a still image."));
