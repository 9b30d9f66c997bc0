using Shirase.Core.Records;
using Shirase.Web.Posts;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>遵守状況 as a workbook: the clauses with the columns of the CSV, every exception with its time, every open task with its deadline.</summary>
internal static class ComplianceSheets
{
    public static IReadOnlyList<Sheet> Of(ComplianceReport report, IEnumerable<ClauseCompliance> shown, CaseNames names, IText text)
    {
        var clauses = shown.ToList();
        return [Clauses(clauses, text), Exceptions(clauses, names, text), Tasks(report, clauses, text)];
    }

    private static Sheet Clauses(IReadOnlyList<ClauseCompliance> clauses, IText text) => new(
        text["Records.Compliance"],
        Columns(text, ("Clause", 14), ("Reference", 20), ("Gist", 60), ("State", 12), ("Kept", 12), ("Exceptions", 8), ("Tasks", 10), ("Cases", 30)),
        clauses.Select(c => (IReadOnlyList<SheetCell>)
        [
            Words(c.Clause.Id), Words(c.Clause.Reference), Words(c.Clause.Gist.In(text.Language)), Words(text[$"Records.Compliance.State.{c.State}"]),
            new SheetCell.Number(c.Kept), new SheetCell.Number(c.Exceptions.Count), new SheetCell.Number(c.Duties.Count),
            Words(string.Join(' ', c.Cases.Select(a => a.Number))),
        ]));

    private static Sheet Exceptions(IReadOnlyList<ClauseCompliance> clauses, CaseNames names, IText text) => new(
        text["Records.Compliance.Exceptions"],
        Columns(text, ("Clause", 14), ("At", 18), ("Number", 22), ("ExceptionOf", 30), ("Reason", 50), ("By", 20)),
        clauses.SelectMany(c => c.Exceptions).Select(e => (IReadOnlyList<SheetCell>)
        [
            Words(e.Clause), new SheetCell.Moment(e.At), Words(e.Number), Words(e.What.In(text.Language)), Words(e.Reason), Words(names.Name(e.By).In(text.Language)),
        ]));

    private static Sheet Tasks(ComplianceReport report, IReadOnlyList<ClauseCompliance> clauses, IText text) => new(
        text["Records.Compliance.Tasks"],
        Columns(text, ("Clause", 14), ("Task", 40), ("Opened", 18), ("Due", 18)),
        clauses.SelectMany(c => c.Duties.Select(d => (IReadOnlyList<SheetCell>)
        [
            Words(c.Clause.Id), Words(report.Regulation.Duty(d.Rule)?.Name.In(text.Language) ?? d.Rule), new SheetCell.Moment(d.OpenedAt), new SheetCell.Moment(d.Due),
        ])));

    private static SheetColumn[] Columns(IText text, params (string Key, double Width)[] columns) =>
        [.. columns.Select(c => new SheetColumn(text[$"Records.Compliance.{c.Key}"], c.Width))];

    private static SheetCell.Words Words(string text) => new(text);
}
