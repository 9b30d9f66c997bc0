using Microsoft.AspNetCore.Mvc.Rendering;

namespace Shirase.Web.Parts;

/// <summary>Icons whose shapes differ, so that they say the same without colour.</summary>
internal static class Icon
{
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["success"] = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.4 14.6-4.2-4.2L8 10.8l2.6 2.6L16 8l1.6 1.6-7 7Z",
        ["error"] = "M8 2h8l6 6v8l-6 6H8l-6-6V8l6-6Zm3 5v7h2V7h-2Zm0 8.5v2h2v-2h-2Z",
        ["warning"] = "M12 2 1 21h22L12 2Zm-1 7h2v6h-2V9Zm0 7.5h2v2h-2v-2Z",
        ["info"] = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2V7Zm0 4h2v6h-2v-6Z",
        ["hold"] = "M12 1 23 12 12 23 1 12 12 1Zm-3.5 7v8h2.5V8H8.500Zm4.500 0v8h2.500V8H13Z",
        ["attest"] = "M3 3h18v18H3V3Zm2 2v14h14V5H5Zm5.5 11L6.800 12.300l1.500-1.500 2.200 2.200 5.200-5.200 1.500 1.500L10.500 16Z",
        ["check"] = "M9.500 18.500 3 12l2-2 4.500 4.500L19 5l2 2L9.500 18.500Z",
        ["cross"] = "M5 3 3 5l7 7-7 7 2 2 7-7 7 7 2-2-7-7 7-7-2-2-7 7-7-7Z",
        ["pencil"] = "M3 17.200V21h3.800L18 9.800 14.200 6 3 17.200ZM16 4.200 19.800 8l1.700-1.700-3.800-3.800L16 4.200Z",
        ["clock"] = "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16Zm-1 3v6l4.500 2.700 1-1.700-3.500-2V7h-2Z",
        ["send"] = "M2 3v7l12 2-12 2v7l21-9L2 3Z",
        ["back"] = "M10 4 2 11l8 7v-4.500c6 0 9 1.500 12 5.500-1-7-5-11-12-11.500V4Z",
        ["stop"] = "M4 4h16v16H4V4Z",
        ["drill"] = "M12 2 2 7v6c0 5 4 8 10 9 6-1 10-4 10-9V7L12 2Zm-1 6h2v4h4v2h-4v4h-2v-4H7v-2h4V8Z",
    };

    public static IEnumerable<string> Names => Shapes.Keys;

    /// <summary>An icon; with a label it is read out, without one it is decoration beside a word.</summary>
    public static TagBuilder Of(string name, string css, string? label = null)
    {
        var path = Tags.Of("path").With("d", Shapes[name]).With("fill", "currentColor").With("fill-rule", "evenodd");
        var svg = Tags.Of("svg", css, path).With("viewBox", "0 0 24 24").With("focusable", "false");
        return label is null ? svg.With("aria-hidden", "true") : svg.With("role", "img").With("aria-label", label);
    }
}
