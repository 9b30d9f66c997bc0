using System.Text;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Text.Documents;
using Shirase.Posts.Images;

namespace Shirase.Posts.Documents;

/// <summary>Reads text and properties of a file: PDF by poppler in a bounded process, Office documents by their XML, plain text. Nothing is stored.</summary>
public sealed class DocumentReading(BoundedProgram programs, IOptions<DocumentReadingOptions> options)
{
    // A page of text has some thousand bytes; a hostile file can make the program write without end
    private const long MostWritten = 20_000_000;

    private static readonly DocumentLimits Limits = new();
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Looks at the bytes, never at the file's name.</summary>
    public async Task<Result<DocumentWords>> ReadAsync(byte[] file, CancellationToken ct)
    {
        if (file.Length > options.Value.MaxBytes)
        {
            return new DocumentTooLarge(options.Value.MaxBytes);
        }

        if (IsPdf(file))
        {
            if (!programs.Has(options.Value.PdfText) || !programs.Has(options.Value.PdfInfo))
            {
                return new PdfIsNotRead();
            }

            return await PdfAsync(file, ct) is { } pdf ? pdf : new DocumentNotRead();
        }

        return (OfficeDocument.IsArchive(file) ? OfficeDocument.Read(file, Limits) : Plain(file)) is { } words ? words : new DocumentNotRead();
    }

    /// <summary>True for a file that is no picture but a document that can be read.</summary>
    public static bool IsDocument(ReadOnlySpan<byte> file) => IsPdf(file) || OfficeDocument.IsArchive(file);

    private static bool IsPdf(ReadOnlySpan<byte> file) => file.StartsWith("%PDF"u8);

    private static DocumentWords? Plain(byte[] file)
    {
        try
        {
            var text = Strict.GetString(file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? file.AsSpan(3) : file);
            return text.Length == 0 || text.Length > Limits.MaxCharacters || text.Contains('\0', StringComparison.Ordinal) ? null : new("", text, "");
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private async Task<DocumentWords?> PdfAsync(byte[] file, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("shirase-pdf-");
        try
        {
            var (from, to) = (Path.Combine(folder.FullName, "in.pdf"), Path.Combine(folder.FullName, "out.txt"));
            await File.WriteAllBytesAsync(from, file, ct);
            if (await programs.RunAsync(options.Value.PdfInfo, ["-enc", "UTF-8", from], folder.FullName, ct) is not { ExitCode: 0 } info
                || await programs.RunAsync(options.Value.PdfText, ["-enc", "UTF-8", from, to], folder.FullName, ct, MostWritten) is not { ExitCode: 0 }
                || new FileInfo(to) is not { Exists: true, Length: < MostWritten })
            {
                return null;
            }

            var text = await File.ReadAllTextAsync(to, Encoding.UTF8, ct);
            return text.Length > Limits.MaxCharacters ? null : new(TitleOf(info.Said), text.Replace('\f', '\n').Trim(), info.Said);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string TitleOf(string said) =>
        said.Split('\n').FirstOrDefault(l => l.StartsWith("Title:", StringComparison.Ordinal))?["Title:".Length..].Trim() ?? "";
}

public sealed record DocumentTooLarge(int Limit) : Refusal(new Localized(
    $"文書が大きすぎます（上限{Limit / 1_000_000}MB）。必要な部分だけのファイルにするか、文面を貼り付けてください。",
    $"The document is too large (at most {Limit / 1_000_000} MB). Take the part that is needed, or paste its text."));

public sealed record PdfIsNotRead() : Refusal(new Localized(
    "この環境ではPDFを読み込めません。文面を貼り付けるか、Wordなどのファイルを読み込んでください。",
    "PDF files cannot be read here. Paste the text, or take the Word file."));

public sealed record DocumentNotRead() : Refusal(new Localized(
    "この文書を読み取れません（壊れている、パスワード付き、大きすぎる、又は対応していない形式です）。PDF、Word、Excel、PowerPoint（docx、xlsx、pptx）又はテキストを選ぶか、文面を貼り付けてください。",
    "The document cannot be read: it is damaged, has a password, is too large or of another kind. Take PDF, docx, xlsx, pptx or plain text, or paste the text."));

/// <summary>The file bears a mark of secrecy; it was not kept (is-3-10).</summary>
public sealed record ConfidentialFile(string Word, string By) : Refusal(new Localized(
    $"要機密情報は扱えません（ファイルに「{Word}」があります）。ファイルは保存していません。公開してよいものを選んでください。",
    $"Information that needs confidentiality is not handled here: the file says “{Word}”. It was not kept. Choose one that may be made public."), By);
