using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirase.TestKit;
using Shirase.TestKit.Images;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.BadInput;

/// <summary>Files that are no picture, or one that does harm, through the page: a sentence, the text kept, nothing stored (gx-13-3-1).</summary>
public sealed class UploadTests(SampleApp app) : IClassFixture<SampleApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, byte[]> Harmful { get; } = new()
    {
        { "PDF", [.. "%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj"u8] },
        { "SVG", [.. "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8] },
        { "HTML", [.. "<!DOCTYPE html><script>alert(1)</script>"u8] },
        { "ZIP", [.. "PK\u0003\u0004"u8, .. new byte[60]] },
        { "program", [0x7F, .. "ELF"u8, .. new byte[60]] },
        { "huge size", PngFile.Declaring(60_000, 60_000) },
        { "deep compression", Bomb() },
        { "cut off", PngFile.Of(40, 40)[..^40] },
        { "one byte", [0x89] },
        { "too heavy", [.. PngFile.Of(20, 20), .. new byte[10_500_000]] },
        { "empty", [] },
    };

    [Theory]
    [MemberData(nameof(Harmful))]
    public async Task gx_13_3_1_Given_a_file_that_is_no_fit_picture_When_attached_Then_a_sentence_and_the_text_and_nothing_stored(string what, byte[] file)
    {
        using var browser = await app.SignInAsync("tamura", Ct);

        using var answer = await AttachAsync(browser, file, "photo.png");

        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{what}: {(int)answer.StatusCode}.");
        Assert.NotEqual("", CaseApp.Words(browser.Document().QuerySelector("#refused")));
        Assert.Equal("画像の前の文面", browser.Document().QuerySelector("#Body")!.TextContent.Trim());
        Assert.False(await app.Store.DbAsync(db => db.Media.AnyAsync(m => m.Application == new Core.PostApplicationId(Guid.Parse(browser.Hidden("DraftId") ?? Guid.Empty.ToString())), Ct)));
        Assert.Null(browser.Document().QuerySelector(".draft__image"));
    }

    [Fact]
    public async Task Given_more_than_a_request_may_hold_When_attached_Then_the_limit_is_named()
    {
        using var browser = await app.SignInAsync("tamura", Ct);

        using var answer = await AttachAsync(browser, new byte[13 * 1024 * 1024], "photo.png");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("12MB", browser.Document().QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../../../etc/cron.d/evil.png")]
    [InlineData("<img src=x onerror=alert(1)>.png")]
    [InlineData("photo.png;.html")]
    [InlineData("C:\\\\windows\\\\system.png")]
    public async Task Given_a_file_name_that_is_an_attack_When_attached_Then_the_picture_alone_is_kept(string name)
    {
        using var browser = await app.SignInAsync("tamura", Ct);

        using var answer = await AttachAsync(browser, [.. PngFile.Of(12, 12), .. "<script>alert(1)</script>PK\u0003\u0004"u8], name);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var image = browser.Document().QuerySelector(".draft__image img")!.GetAttribute("src")!;
        Assert.DoesNotContain("onerror", browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("cron.d", browser.Page, StringComparison.Ordinal);
        using var stored = await browser.Client.GetAsync(image, Ct);
        Assert.Equal("image/png", stored.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", stored.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("script", Encoding.Latin1.GetString(await stored.Content.ReadAsByteArrayAsync(Ct)), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AttachAsync(TestBrowser browser, byte[] file, string name)
    {
        await browser.GetAsync("/posts/new", Ct);
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in browser.Fields(("Body", "画像の前の文面")))
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(file), "Upload", name);
        return await browser.PostFilesAsync("/posts/new?handler=attach", content, Ct);
    }

    // 4000 by 4000 as declared and allowed, and half a gigabyte of zeros where 48 MB belong
    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 512; i++)
            {
                zlib.Write(zeros);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, 4000);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), 12_000);
        (header[8], header[9]) = (16, 6);
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. PngFile.Chunk("IHDR", header), .. PngFile.Chunk("IDAT", packed.ToArray()), .. PngFile.Chunk("IEND", [])];
    }
}
