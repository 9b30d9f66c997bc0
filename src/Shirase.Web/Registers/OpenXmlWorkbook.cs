using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirase.Core;

namespace Shirase.Web.Registers;

/// <summary>
/// Workbooks by the Open XML SDK. Words are inline strings, which no spreadsheet reads as a formula whatever they begin with; the one
/// element that holds formulas is never written.
/// </summary>
public sealed class OpenXmlWorkbook : IWorkbookWriter
{
    /// <summary>Most characters of a cell, by the limits of the format.</summary>
    private const int MostOfCell = 32_767;

    public byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = file.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookLook.Styles();
            var list = new Sheets();
            foreach (var (sheet, i) in sheets.Select((s, i) => (s, i)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Draw(sheet);
                list.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = NameOf(sheet.Name), SheetId = (uint)i + 1, Id = book.GetIdOfPart(part) });
            }

            book.Workbook = new Workbook(list);
        }

        return stream.ToArray();
    }

    private static Worksheet Draw(Sheet sheet)
    {
        var data = new SheetData(RowOf(sheet.Columns.Select(c => WordsCell(c.Name, WorkbookLook.Heading))));
        foreach (var row in sheet.Rows)
        {
            data.AppendChild(RowOf(row.Select(CellOf)));
        }

        // The heading stays in sight
        var pane = new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen };
        return new Worksheet(
            new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }),
            new Columns(sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })),
            data);
    }

    private static Row RowOf(IEnumerable<Cell> cells) => new(cells);

    private static Cell CellOf(SheetCell cell) => cell switch
    {
        SheetCell.Number n => Value(n.Value.ToString(CultureInfo.InvariantCulture), WorkbookLook.Number),
        SheetCell.Moment m => Value(m.At.InJapan().DateTime.ToOADate().ToString("R", CultureInfo.InvariantCulture), WorkbookLook.Moment),
        SheetCell.Words w => WordsCell(w.Text, WorkbookLook.Words),
        _ => throw new ArgumentOutOfRangeException(nameof(cell)),
    };

    private static Cell Value(string value, uint style) => new() { CellValue = new CellValue(value), DataType = CellValues.Number, StyleIndex = style };

    private static Cell WordsCell(string words, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(Writable(words)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    // What XML cannot hold is left out; half a character at the end too
    private static string Writable(string words)
    {
        var clean = string.Concat(words.EnumerateRunes().Where(IsWritable));
        return clean.Length <= MostOfCell ? clean : clean[..(char.IsHighSurrogate(clean[MostOfCell - 1]) ? MostOfCell - 1 : MostOfCell)];
    }

    private static bool IsWritable(System.Text.Rune rune) => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);

    // Signs that a tab may not carry
    private static string NameOf(string name)
    {
        var kept = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        return kept.Length <= 31 ? kept : kept[..31];
    }
}
