namespace Shirase.Web.Registers;

/// <summary>Writes tables as a workbook for spreadsheets (xlsx).</summary>
public interface IWorkbookWriter
{
    byte[] Write(IReadOnlyList<Sheet> sheets);
}

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">On its tab; at most 31 characters are shown.</param>
/// <param name="Columns">Heading, frozen above the rows.</param>
/// <param name="Rows">Each with a cell for every column.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IEnumerable<IReadOnlyList<SheetCell>> Rows);

/// <param name="Name">Heading of the column.</param>
/// <param name="Width">In characters of Latin letters; a Japanese one takes two.</param>
public sealed record SheetColumn(string Name, double Width);

/// <summary>A value with its type, so that a spreadsheet sorts and counts it. There is no kind for formulas.</summary>
public abstract record SheetCell
{
    public sealed record Words(string Text) : SheetCell;

    public sealed record Number(decimal Value) : SheetCell;

    /// <summary>A moment, written as the clock in Japan shows it; workbooks know no time zones.</summary>
    public sealed record Moment(DateTimeOffset At) : SheetCell;
}
