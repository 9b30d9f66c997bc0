using System.ComponentModel.DataAnnotations;

namespace Shirase.Posts.Documents;

/// <summary>How documents on the matter are read. The programs are bounded like those for images.</summary>
public sealed class DocumentReadingOptions
{
    public const string Section = "Documents";

    /// <summary>Full path of poppler's <c>pdftotext</c>; without it PDF files are not read. Default: <c>/usr/bin/pdftotext</c>.</summary>
    [Required]
    public string PdfText { get; set; } = "/usr/bin/pdftotext";

    /// <summary>Full path of poppler's <c>pdfinfo</c>, which reads the properties. Default: <c>/usr/bin/pdfinfo</c>.</summary>
    [Required]
    public string PdfInfo { get; set; } = "/usr/bin/pdfinfo";

    /// <summary>Most bytes of a document. Default: 10,000,000.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBytes { get; set; } = 10_000_000;
}
