using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Shirase.Web.Registers;

/// <summary>A list as a file for spreadsheets: UTF-8 with mark, and no cell that a spreadsheet would take for a formula.</summary>
public static class CsvFile
{
    private const string FormulaSigns = "=+-@\t\r\n＝＋－＠";

    public static FileContentResult Of(string name, IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(heading))
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
        return new FileContentResult(bytes, "text/csv; charset=utf-8") { FileDownloadName = name };
    }

    internal static string Cell(string value)
    {
        // A spreadsheet skips leading blanks before it looks for a sign
        var safe = (value.Length > 0 && FormulaSigns.Contains(value[0], StringComparison.Ordinal))
            || (value.TrimStart() is { Length: > 0 } trimmed && FormulaSigns.Contains(trimmed[0], StringComparison.Ordinal)) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
