using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Shirase.Web.Parts;

/// <summary>
/// <c>&lt;qr-code text="otpauth://…" label="…" /&gt;</c>: the text as a picture for a camera, drawn on the server, so that no secret
/// travels to another one and no script is needed. What it says must stand beside it in letters.
/// </summary>
public sealed class QrCode : TagHelper
{
    // The white border that the standard asks for
    private const int Quiet = 4;

    public required string Text { get; set; }

    /// <summary>What the picture is, for whoever cannot see it.</summary>
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var matrix = QrMatrix.Of(Text);
        var side = (matrix.Size + (2 * Quiet)).ToString(CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "qr-code");
        output.Attributes.SetAttribute("viewBox", $"0 0 {side} {side}");
        output.Attributes.SetAttribute("width", "240");
        output.Attributes.SetAttribute("height", "240");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.AppendHtml(Tags.Of("rect", null).With("width", side).With("height", side).With("fill", "#fff"));
        output.Content.AppendHtml(Tags.Of("path", null).With("d", Path(matrix)).With("fill", "#000"));
    }

    private static string Path(QrMatrix matrix)
    {
        var path = new StringBuilder();
        for (var y = 0; y < matrix.Size; y++)
        {
            for (var x = 0; x < matrix.Size; x++)
            {
                if (matrix.IsDark(x, y))
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x + Quiet} {y + Quiet}h1v1h-1z");
                }
            }
        }

        return path.ToString();
    }
}
