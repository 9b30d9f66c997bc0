using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts;
using Shirase.Posts.Documents;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>What needs confidentiality is not handled: files are read before anything of them is kept (is-3-10).</summary>
public abstract class ConfidentialFileTests(TestStore store) : IshikawaTests(store)
{
    [Fact]
    public async Task is_3_10_Given_a_PDF_with_a_mark_in_its_text_When_attached_Then_refused_in_these_words_and_the_file_is_not_kept()
    {
        SkipWithoutPoppler();
        var id = await Office.BeginAsync(await Office.ContentAsync());

        var asImage = await AttachAsync(id, PdfPaper.Of("部外秘", ""));
        var asDocument = await ReadAsync(id, PdfPaper.Of("部外秘", ""), "資料.pdf");

        foreach (var refusal in new[] { asImage.Refusal, asDocument.Refusal })
        {
            var confidential = Assert.IsType<ConfidentialFile>(refusal);
            Assert.Contains("要機密情報は扱えません", confidential.Text.Ja, StringComparison.Ordinal);
            Assert.Equal("is-3-10", confidential.Clause);
        }

        Assert.Empty((await Office.ReadAsync(id)).Current.Content.Media);
        Assert.Empty((await Office.ReadAsync(id)).Current.Content.RelatedDocuments);
        Assert.Equal(0, await Office.Store.DbAsync(db => db.Media.CountAsync(m => m.Application == id, Ct)));
    }

    [Fact]
    public async Task is_3_10_Given_a_PDF_with_a_mark_in_its_title_or_a_name_with_one_When_read_Then_refused()
    {
        SkipWithoutPoppler();
        var id = await Office.BeginAsync(await Office.ContentAsync());

        Assert.IsType<ConfidentialFile>((await ReadAsync(id, PdfPaper.Of("交通安全", "取扱注意"), "a.pdf")).Refusal);
        Assert.IsType<ConfidentialFile>((await ReadAsync(id, "街頭活動のお知らせ"u8.ToArray(), "【部外秘】計画.txt")).Refusal);
        var clean = await ReadAsync(id, PdfPaper.Of("交通安全", "街頭活動"), "a.pdf");
        Assert.Equal(("街頭活動", "交通安全"), (clean.Value!.Title, clean.Value.Text));
    }

    [Fact]
    public async Task is_3_10_Given_a_letter_with_a_mark_in_a_footer_or_its_keywords_When_read_Then_refused_and_without_it_its_words_are_taken()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        Assert.IsType<ConfidentialFile>((await ReadAsync(id, Letter("街頭活動を行います。", "極秘"), "a.docx")).Refusal);
        var clean = await ReadAsync(id, Letter("街頭活動を行います。", "交通"), "発表資料.docx");

        Assert.Equal(new RelatedDocument("other", "発表資料", "街頭活動を行います。"), clean.Value);
    }

    [Fact]
    public async Task is_3_10_Given_a_picture_whose_properties_bear_a_mark_When_attached_Then_refused_and_a_clean_one_is_taken()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        Assert.IsType<ConfidentialFile>((await AttachAsync(id, Picture("Comment", "部外秘"))).Refusal);
        Assert.True((await AttachAsync(id, Picture("Comment", "交通"))).IsDone);
    }

    [Fact]
    public async Task is_3_10_Given_a_pasted_document_with_a_mark_When_filed_Then_refused()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync() with { RelatedDocuments = [new("other", "計画", "この計画は要機密とする。")] });

        var refused = Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id));

        Assert.Equal("is-3-10", refused.Clause);
        Assert.Contains("要機密情報は扱えません", refused.Text.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%PDF-1.7 nothing else")]
    [InlineData("PK\u0003\u0004 nothing else")]
    [InlineData("a\0b")]
    public async Task Given_a_damaged_file_or_none_that_can_be_read_When_read_Then_a_sentence_says_what_to_do(string bytes)
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());

        var refusal = (await ReadAsync(id, Encoding.Latin1.GetBytes(bytes), "a.pdf")).Refusal;

        Assert.True(refusal is DocumentNotRead or PdfIsNotRead, refusal?.Text.Ja);
    }

    private Task<Result<MediaItem>> AttachAsync(PostApplicationId id, byte[] file) =>
        Office.AskAsync<Attaching, Result<MediaItem>>("kinoshita", (a, w) => a.AttachAsync(id, w, file, Ct));

    private Task<Result<RelatedDocument>> ReadAsync(PostApplicationId id, byte[] file, string name) =>
        Office.AskAsync<ReadingDocuments, Result<RelatedDocument>>("kinoshita", (r, w) => r.ReadAsync(id, w, file, name, Ct));

    private static byte[] Letter(string text, string keywords)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in new[]
            {
                ("[Content_Types].xml", "<Types/>"),
                ("word/document.xml", $"<w:document xmlns:w='urn:w'><w:p><w:t>{text}</w:t></w:p></w:document>"),
                ("docProps/core.xml", $"<c xmlns:cp='urn:cp'><cp:keywords>{keywords}</cp:keywords></c>"),
            })
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                part.Write(xml);
            }
        }

        return bytes.ToArray();
    }

    // A PNG of one pixel with an international text chunk
    private static byte[] Picture(string keyword, string text)
    {
        byte[] data = [.. Encoding.Latin1.GetBytes(keyword), 0, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(text)];
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        byte[] body = [.. "iTXt"u8, .. data];
        var chunk = new byte[8 + data.Length + 4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(body));
        return [.. png[..33], .. chunk, .. png[33..]];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }

    private static void SkipWithoutPoppler() => Assert.SkipUnless(File.Exists("/usr/bin/pdftotext") && File.Exists("/usr/bin/prlimit"), "poppler-utils is not installed.");
}

/// <summary>A PDF of one line whose letters are found by their character map alone, as scanners and printers of offices write them.</summary>
internal static class PdfPaper
{
    public static byte[] Of(string text, string title)
    {
        var codes = string.Concat(text.Select((_, i) => $"{i + 1:X2}"));
        var map = $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def 1 begincodespacerange <00> <FF> endcodespacerange\n{text.Length} beginbfchar\n"
            + string.Concat(text.Select((c, i) => $"<{i + 1:X2}> <{(int)c:X4}>\n")) + "endbfchar endcmap end end";
        var line = $"BT /F1 24 Tf 50 700 Td <{codes}> Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {line.Length} >>\nstream\n{line}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
            $"<< /Length {map.Length} >>\nstream\n{map}\nendstream",
            $"<< /Title <FEFF{string.Concat(title.Select(c => $"{(int)c:X4}"))}> >>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Length; i++)
        {
            places.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}

public sealed class ConfidentialFilesOnSqlite(SqliteOffice store) : ConfidentialFileTests(store), IClassFixture<SqliteOffice>;

public sealed class ConfidentialFilesOnPostgres(PostgresOffice store) : ConfidentialFileTests(store), IClassFixture<PostgresOffice>;
