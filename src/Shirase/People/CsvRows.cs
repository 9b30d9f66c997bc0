using System.Text;

namespace Shirase.People;

/// <summary>Splits comma-separated text into rows (RFC 4180): quoted cells may hold commas, line breaks and doubled quotes.</summary>
internal static class CsvRows
{
    /// <summary>Rows with the line they begin on; blank lines are left out. OpenAt is the line of a quote never closed, else 0.</summary>
    public static (IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Rows, int OpenAt) Of(string text)
    {
        var rows = new List<(int, IReadOnlyList<string>)>();
        var (cells, cell) = (new List<string>(), new StringBuilder());
        var (line, begins, quotedFrom) = (1, 1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (quotedFrom > 0)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quotedFrom = 0;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quotedFrom = line;
            }
            else if (c == ',')
            {
                Take();
            }
            else if (c == '\n')
            {
                EndRow();
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        EndRow();
        return (rows, quotedFrom);

        void Take()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        void EndRow()
        {
            Take();
            if (cells.Count > 1 || cells[0].Length > 0)
            {
                rows.Add((begins, cells));
            }

            (cells, begins) = ([], line);
        }
    }
}
