using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shirase.Web.Registers;
using Xunit;
using Sheet = Shirase.Web.Registers.Sheet;

namespace Shirase.Tests.Records;

/// <summary>What a workbook of ours holds, read back with the library and judged by its validator.</summary>
public sealed class WorkbookTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 11, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Given_words_a_number_and_a_moment_When_written_Then_each_has_its_type_and_the_format_is_kept()
    {
        using var file = Open(new Sheet("遵守状況", [new("条項", 14), new("回数", 8), new("日時", 18)], [[new SheetCell.Words("gx-1"), new SheetCell.Number(3), new SheetCell.Moment(Noon)]]));

        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var cells = Cells(file);
        Assert.Equal([CellValues.InlineString, CellValues.Number, CellValues.Number], cells.Skip(3).Select(c => c.DataType!.Value));
        Assert.Equal("3", cells[4].CellValue!.Text);
        Assert.Equal(new DateTime(2026, 6, 11, 12, 0, 0), DateTime.FromOADate(double.Parse(cells[5].CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture)), TimeSpan.FromSeconds(1));
        Assert.Equal("遵守状況", file.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value);
    }

    [Fact]
    public void Given_many_rows_When_one_scrolls_Then_the_heading_stays_and_the_columns_have_their_width()
    {
        using var file = Open(new Sheet("一覧", [new("条項", 14), new("要旨", 60)], [[new SheetCell.Words("a"), new SheetCell.Words("b")]]));

        var pane = file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Pane>().Single();
        Assert.Equal((1d, PaneStateValues.Frozen, "A2"), (pane.VerticalSplit!.Value, pane.State!.Value, pane.TopLeftCell!.Value));
        Assert.Equal([14d, 60d], file.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<Column>().Select(c => c.Width!.Value));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://example.jp\")")]
    [InlineData("+1")]
    [InlineData("-1+2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData(" =1")]
    [InlineData("＝1")]
    [InlineData("<f>1</f>")]
    public void Given_words_that_look_like_a_formula_When_written_Then_they_stay_words(string words)
    {
        using var file = Open(new Sheet("一覧", [new(words, 10)], [[new SheetCell.Words(words)]]));

        Assert.Empty(file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<CellFormula>());
        Assert.All(Cells(file), c => Assert.Equal((CellValues.InlineString, words), (c.DataType!.Value, c.InnerText)));
    }

    [Fact]
    public void Given_what_no_cell_can_hold_When_written_Then_it_is_left_out_and_the_file_still_opens()
    {
        var words = "始\0\u0001\uFFFF\uD83D終👮" + new string('長', 40_000);
        using var file = Open(new Sheet("長い名前[の]シート:*?/'" + new string('名', 40), [new("列", 10)], [[new SheetCell.Words(words)], [new SheetCell.Words("")]]));

        Assert.Empty(new OpenXmlValidator().Validate(file, TestContext.Current.CancellationToken).Select(e => e.Description));
        var text = Cells(file)[1].InnerText;
        Assert.StartsWith("始", text, StringComparison.Ordinal);
        Assert.Contains("終👮長", text, StringComparison.Ordinal);
        Assert.Equal(32_767, text.Length);
    }

    private static SpreadsheetDocument Open(params IReadOnlyList<Sheet> sheets) => SpreadsheetDocument.Open(new MemoryStream(new OpenXmlWorkbook().Write(sheets)), isEditable: false);

    private static List<Cell> Cells(SpreadsheetDocument file) => [.. file.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Cell>()];
}
