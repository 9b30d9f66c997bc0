using DocumentFormat.OpenXml.Spreadsheet;

namespace Shirase.Web.Registers;

/// <summary>The few looks that cells of our workbooks have.</summary>
internal static class WorkbookLook
{
    public const uint Words = 1;
    public const uint Heading = 2;
    public const uint Number = 3;
    public const uint Moment = 4;

    // The first number that is free for formats of one's own
    private const uint MomentFormat = 164;

    public static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = MomentFormat, FormatCode = "yyyy/mm/dd hh:mm" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(Plain(PatternValues.None), Plain(PatternValues.Gray125)),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat(Wrapped()) { ApplyAlignment = true },
            new CellFormat(Wrapped()) { ApplyAlignment = true, ApplyFont = true, FontId = 1 },
            new CellFormat(Top()) { ApplyAlignment = true, ApplyNumberFormat = true, NumberFormatId = 1 },
            new CellFormat(Top()) { ApplyAlignment = true, ApplyNumberFormat = true, NumberFormatId = MomentFormat }));

    private static Fill Plain(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static Alignment Wrapped() => new() { WrapText = true, Vertical = VerticalAlignmentValues.Top };

    private static Alignment Top() => new() { Vertical = VerticalAlignmentValues.Top };
}
