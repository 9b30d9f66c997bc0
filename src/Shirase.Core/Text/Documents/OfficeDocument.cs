using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Shirase.Core.Text.Documents;

/// <summary>Text and properties of docx, xlsx and pptx files: an archive of XML (ECMA-376). Nothing in it is run, followed or resolved.</summary>
public static class OfficeDocument
{
    // Elements of text in all three formats, and those behind which a line ends
    private static readonly HashSet<string> Ends = new(StringComparer.Ordinal) { "p", "si", "row", "br", "cr", "is" };

    /// <summary>True for an archive; whether it holds a document is seen when it is read.</summary>
    public static bool IsArchive(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Null where it is no such document, is damaged or locked, or is larger than the limits.</summary>
    public static DocumentWords? Read(byte[] file, DocumentLimits limits)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.MaxParts || archive.GetEntry("[Content_Types].xml") is null)
            {
                return null;
            }

            var (text, properties) = (new StringBuilder(), new StringBuilder());
            var title = "";
            var budget = new Budget(limits.MaxUnpacked);
            foreach (var part in archive.Entries.OrderBy(e => e.FullName != "word/document.xml").ThenBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                if (part.FullName.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase) && IsXml(part))
                {
                    title = Read(part, budget, properties, limits, everything: true) is { Length: > 0 } found ? found : title;
                }
                else if (HoldsText(part.FullName) && IsXml(part))
                {
                    Read(part, budget, text, limits, everything: false);
                }
            }

            return new(title, text.ToString().Trim(), properties.ToString().Trim());
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsXml(ZipArchiveEntry part) => part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    // Headers, footers, notes and comments too; styles, themes and settings hold no words of the author's
    private static bool HoldsText(string name) =>
        name.StartsWith("word/", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase);

    // Answers the title, if it meets one
    private static string Read(ZipArchiveEntry part, Budget budget, StringBuilder into, DocumentLimits limits, bool everything)
    {
        using var stream = new BudgetStream(part.Open(), budget);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = limits.MaxUnpacked });
        var (element, title) = ("", "");
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    element = xml.LocalName;
                    if (Ends.Contains(element) && xml.IsEmptyElement)
                    {
                        into.Append('\n');
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when everything || element == "t":
                    into.Append(xml.Value);
                    title = element == "title" ? xml.Value : title;
                    break;
                case XmlNodeType.EndElement:
                    if (everything || Ends.Contains(xml.LocalName))
                    {
                        into.Append('\n');
                    }

                    element = "";
                    break;
                default:
                    break;
            }

            if (into.Length > limits.MaxCharacters)
            {
                throw new InvalidDataException("More text than is read.");
            }
        }

        return title;
    }

    private sealed class Budget(long bytes)
    {
        private long _left = bytes;

        public void Take(int taken)
        {
            _left -= taken;
            if (_left < 0)
            {
                throw new InvalidDataException("More bytes than are read.");
            }
        }
    }

    // Counts what comes out of the archive, whatever its headers promise
    private sealed class BudgetStream(Stream inner, Budget budget) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            budget.Take(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
