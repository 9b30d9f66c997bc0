using System.Globalization;
using System.Text.Encodings.Web;
using System.Xml.Linq;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shirase.TestKit.Images;
using Shirase.Web.Parts;

namespace Shirase.TestKit.Text;

/// <summary>QR codes as the product draws them, as dots and as picture files.</summary>
public static class QrPicture
{
    // Dots of a module; enough for any reader
    private const int Dots = 6;

    /// <summary>A PNG that a camera would read.</summary>
    public static byte[] Of(string text)
    {
        var modules = Drawn(text);
        var side = modules.GetLength(0) * Dots;
        var dark = new bool[side, side];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                dark[x, y] = modules[x / Dots, y / Dots];
            }
        }

        return PngFile.Of(dark);
    }

    public static bool[,] Drawn(string text)
    {
        var part = new QrCode { Text = text, Label = "label" };
        var output = new TagHelperOutput("qr-code", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        part.Process(new([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        var svg = XElement.Parse(writer.ToString());
        return Modules(svg.Attribute("viewBox")!.Value, svg.Element("path")!.Attribute("d")!.Value);
    }

    public static bool[,] Modules(string viewBox, string path)
    {
        var side = int.Parse(viewBox.Split(' ')[2], CultureInfo.InvariantCulture);
        var modules = new bool[side, side];
        foreach (var move in path.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = move.Split('h')[0].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            modules[at[0], at[1]] = true;
        }

        return modules;
    }
}
