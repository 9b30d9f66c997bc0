using System.IO.Compression;
using System.Text;
using Shirase.Core.Posts;
using Shirase.Core.Tests.Text.Checks;
using Shirase.Core.Text.Documents;
using Xunit;

namespace Shirase.Core.Tests.Text.Documents;

/// <summary>Text and properties of office files, and files that are made to hurt their reader.</summary>
public sealed class OfficeDocumentTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void is_3_10_Given_a_letter_a_table_and_slides_When_read_Then_text_notes_and_properties_are_there()
    {
        var letter = Read(
            ("word/document.xml", $"<w:document xmlns:w='{Word}'><w:body><w:p><w:r><w:t>交通安全</w:t></w:r><w:r><w:t>フェア</w:t></w:r></w:p><w:p><w:r><w:t>６月20日</w:t></w:r></w:p></w:body></w:document>"),
            ("word/footer1.xml", $"<w:ftr xmlns:w='{Word}'><w:p><w:r><w:t>取扱注意</w:t></w:r></w:p></w:ftr>"),
            ("docProps/core.xml", "<c:coreProperties xmlns:c='urn:c' xmlns:dc='urn:dc'><dc:title>報道発表資料</dc:title><c:keywords>部外秘</c:keywords></c:coreProperties>"))!;
        var table = Read(("xl/sharedStrings.xml", "<sst><si><t>極秘</t></si></sst>"), ("xl/worksheets/sheet1.xml", "<worksheet><c t='inlineStr'><is><t>件数</t></is></c><c><v>12</v></c></worksheet>"))!;
        var slides = Read(("ppt/slides/slide1.xml", "<p xmlns:a='urn:a'><a:p><a:r><a:t>一枚目</a:t></a:r></a:p></p>"), ("ppt/notesSlides/notesSlide1.xml", "<p xmlns:a='urn:a'><a:t>要機密</a:t></p>"))!;

        Assert.Equal("報道発表資料", letter.Title);
        Assert.StartsWith("交通安全フェア\n６月20日", letter.Text, StringComparison.Ordinal);
        Assert.Contains("取扱注意", letter.Text, StringComparison.Ordinal);
        Assert.Contains("部外秘", letter.Properties, StringComparison.Ordinal);
        Assert.Contains("極秘", table.Text, StringComparison.Ordinal);
        Assert.Contains("件数", table.Text, StringComparison.Ordinal);
        Assert.Contains("要機密", slides.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Given_an_archive_that_unpacks_to_a_hundred_times_its_size_When_read_Then_it_is_not_taken()
    {
        var bomb = Archive(("word/document.xml", $"<w:document xmlns:w='{Word}'><w:t>{new string('あ', 3_000_000)}</w:t></w:document>"));

        Assert.True(bomb.Length < 100_000);
        Assert.Null(OfficeDocument.Read(bomb, new DocumentLimits()));
        Assert.Null(OfficeDocument.Read(Archive(("word/document.xml", $"<d>{new string(' ', 200_000)}</d>")), new DocumentLimits { MaxUnpacked = 100_000 }));
        Assert.Null(OfficeDocument.Read(Archive([.. Enumerable.Range(0, 20).Select(i => ($"word/a{i}.xml", "<d/>"))]), new DocumentLimits { MaxParts = 10 }));
    }

    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><d><t>&b;</t></d>")]
    [InlineData("<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d/>")]
    [InlineData("<d><t>途中で")]
    public void Given_entities_outside_files_or_a_damaged_part_When_read_Then_it_is_not_taken(string part) =>
        Assert.Null(Read(("word/document.xml", part)));

    [Fact]
    public void Given_something_else_than_a_document_When_read_Then_it_is_not_taken()
    {
        Assert.Null(OfficeDocument.Read("PK\u0003\u0004nothing"u8.ToArray(), new DocumentLimits()));
        Assert.Null(OfficeDocument.Read([], new DocumentLimits()));
        Assert.False(OfficeDocument.IsArchive("%PDF-1.7"u8));
    }

    [Fact]
    public void is_3_10_Given_a_related_document_with_a_mark_When_checked_Then_named_and_without_one_fine()
    {
        (string, string[]) words = ("words", ["部外秘", "㊙"]);
        var content = new PostContent { RelatedDocuments = [new("press-release", "報道発表第3号", "交通安全フェア"), new("other", "内部資料", "この資料は部外秘です。")] };

        var hit = Assert.Single(Asking.Ask("attached-marks", Asking.Subject(content), words));
        Assert.Contains("要機密情報は扱えません", hit.Message.Ja, StringComparison.Ordinal);
        Assert.Equal(("部外秘", "related"), (hit.FieldWords, hit.Field));
        Assert.Empty(Asking.Ask("attached-marks", Asking.Subject(content with { RelatedDocuments = [content.RelatedDocuments[0]] }), words));
        Assert.Single(Asking.Ask("attached-marks", Asking.Subject("本文") with { References = ["㊙扱い"] }, words));
    }

    private static DocumentWords? Read(params (string Name, string Xml)[] parts) => OfficeDocument.Read(Archive(parts), new DocumentLimits());

    private static byte[] Archive(params (string Name, string Xml)[] parts)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts.Prepend(("[Content_Types].xml", "<Types/>")))
            {
                using var part = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                part.Write(xml);
            }
        }

        return bytes.ToArray();
    }
}
