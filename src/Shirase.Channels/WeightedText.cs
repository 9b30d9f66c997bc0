namespace Shirase.Channels;

internal static class WeightedText
{
    public static int Of(string text) => text.EnumerateRunes().Sum(r => r.Value is <= 0x10FF or (>= 0x2000 and <= 0x201F) ? 1 : 2);
}
