using System.Text;
using Shirase.Core;

namespace Shirase.People;

/// <summary>What is wrong with one line of an imported file.</summary>
/// <param name="Line">Line of the file, 1 for the heading; 0 for the file as a whole.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record ImportProblem(int Line, Localized Text);

/// <summary>One line of an imported table, by column heading.</summary>
internal sealed record CsvLine(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string this[string column] => Cells.GetValueOrDefault(column, "").Trim();
}

/// <summary>Reads a comma-separated table as offices save it: UTF-8 with or without mark, quoted cells, any line ends.</summary>
internal static class CsvTable
{
    /// <summary>Largest file: 5 MB, far above a whole prefecture's transfers.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    public static async Task<(IReadOnlyList<CsvLine> Lines, ImportProblem? Problem)> ReadAsync(
        Stream file, IReadOnlyList<string> columns, CancellationToken ct)
    {
        using var copy = new MemoryStream();
        var chunk = new byte[81_920];
        for (int read; (read = await file.ReadAsync(chunk, ct)) > 0;)
        {
            copy.Write(chunk, 0, read);
            if (copy.Length > LargestFile)
            {
                return ([], new(0, new("ファイルが5MBを超えています。分けて取り込んでください。", "The file is larger than 5 MB; split it.")));
            }
        }

        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(copy.ToArray()).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal)
                ? ([], new(0, new(
                    "使えない文字（U+0000）が含まれています。表計算ソフトから「CSV UTF-8（コンマ区切り）」で保存し直してください。",
                    "The file holds a character that cannot be taken (U+0000); save it anew as \"CSV UTF-8\".")))
                : Read(text, columns);
        }
        catch (DecoderFallbackException)
        {
            return ([], new(0, new(
                "文字コードがUTF-8ではありません。「CSV UTF-8（コンマ区切り）」で保存し直してください。",
                "The file is not UTF-8; save it as \"CSV UTF-8\".")));
        }
    }

    private static (IReadOnlyList<CsvLine>, ImportProblem?) Read(string text, IReadOnlyList<string> columns)
    {
        var (rows, openAt) = CsvRows.Of(text);
        if (openAt > 0)
        {
            return ([], new(openAt, new("引用符（\"）が閉じていません。", "A quotation mark is not closed.")));
        }

        if (rows.Count == 0)
        {
            return ([], new(0, new("ファイルが空です。", "The file is empty.")));
        }

        var heading = rows[0].Cells.Select(h => h.Trim()).ToArray();
        var missing = columns.Where(c => !heading.Contains(c)).ToArray();
        return missing.Length > 0
            ? ([], new(rows[0].Line, new(
                $"見出しに「{string.Join("」「", missing)}」の列がありません。",
                $"These columns are missing: {string.Join(", ", missing)}.")))
            : ([.. rows.Skip(1).Select(r => new CsvLine(r.Line, CellsOf(heading, r.Cells)))], null);
    }

    private static Dictionary<string, string> CellsOf(string[] heading, IReadOnlyList<string> cells)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < heading.Length; i++)
        {
            named[heading[i]] = i < cells.Count ? cells[i] : "";
        }

        return named;
    }
}
