using System.Text;
using Shirase.Core.Posts.Images;
using Shirase.TestKit.Images;
using Xunit;
using PngFile = Shirase.TestKit.Images.PngFile;

namespace Shirase.Core.Tests.Posts.Images;

public sealed class ImageInspectorTests
{
    private static readonly ImageLimits Limits = new();

    public static TheoryData<string, string> Kinds => new() { { "jpeg", "image/jpeg" }, { "png", "image/png" }, { "gif", "image/gif" }, { "webp", "image/webp" } };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Given_a_picture_When_inspected_Then_type_and_size_come_from_its_bytes(string kind, string contentType)
    {
        Assert.Null(ImageInspector.Inspect(Sample(kind), Limits, out var anatomy));

        Assert.Equal(contentType, anatomy!.ContentType);
        Assert.Equal(kind == "gif" ? (1, 1) : (24, 16), anatomy.Shown);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Given_a_picture_cut_off_anywhere_When_inspected_Then_it_is_refused(string kind, string contentType)
    {
        var file = Sample(kind);
        Assert.NotEmpty(contentType);

        Assert.All(Enumerable.Range(0, file.Length - 1), length =>
            Assert.NotNull(ImageInspector.Inspect(file.AsSpan(0, length), Limits, out _)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Given_any_byte_changed_When_inspected_Then_nothing_breaks(string kind, string contentType)
    {
        var random = new Random(20261121);
        Assert.NotEmpty(contentType);
        for (var i = 0; i < 5000; i++)
        {
            var file = Sample(kind);
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            if (ImageInspector.Inspect(file, Limits, out var anatomy) is null)
            {
                Assert.True(MetadataFilter.Strip(file, anatomy!).Bytes.Length <= file.Length + 36);
            }
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><script>alert(1)</script>", "HTML")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "SVG")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("PK\u0003\u0004[Content_Types].xml", "Excel")]
    [InlineData("BM000000", "BMP")]
    [InlineData("\0\0\0\u0018ftypheic", "HEIC")]
    [InlineData("", "空")]
    [InlineData("こんにちは", "画像ではない")]
    public void Given_a_file_that_is_no_picture_When_inspected_Then_the_refusal_says_what_it_is(string content, string word)
    {
        var refusal = Assert.IsType<NotAnImage>(ImageInspector.Inspect(Encoding.UTF8.GetBytes(content), Limits, out var anatomy));

        Assert.Contains(word, refusal.Text.Ja, StringComparison.Ordinal);
        Assert.NotEmpty(refusal.Text.En);
        Assert.Null(anatomy);
    }

    [Fact]
    public void Given_an_image_bomb_When_inspected_Then_it_is_refused_by_what_it_declares()
    {
        var refusal = ImageInspector.Inspect(PngFile.Declaring(60_000, 60_000), Limits, out _);

        Assert.Contains("60000×60000", Assert.IsType<ImageTooManyPixels>(refusal).Text.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(int.MinValue, 1)]
    [InlineData(0, 10)]
    public void Given_a_size_that_cannot_be_When_inspected_Then_it_is_damaged(int width, int height) =>
        Assert.IsType<ImageDamaged>(ImageInspector.Inspect(PngFile.Declaring(width, height), Limits, out _));

    [Fact]
    public void Given_a_long_thin_picture_When_inspected_Then_its_side_is_refused() =>
        Assert.IsType<ImageTooManyPixels>(ImageInspector.Inspect(PngFile.Declaring(20_000, 1), Limits, out _));

    [Fact]
    public void Given_a_file_over_the_bytes_When_inspected_Then_it_is_refused() =>
        Assert.IsType<ImageTooHeavy>(ImageInspector.Inspect(Sample("png"), Limits with { MaxBytes = 100 }, out _));

    [Fact]
    public void Given_moving_pictures_When_inspected_Then_they_are_refused()
    {
        Assert.IsType<ImageMoves>(ImageInspector.Inspect(PhotoFile.Gif(frames: 2), Limits, out _));
        Assert.IsType<ImageMoves>(ImageInspector.Inspect(PngFile.Of(4, 4, PngFile.Chunk("acTL", new byte[8])), Limits, out _));
    }

    [Fact]
    public void Given_a_checksum_that_does_not_fit_When_inspected_Then_it_is_damaged()
    {
        var file = PngFile.Of(4, 4);
        file[40] ^= 1;

        Assert.IsType<ImageDamaged>(ImageInspector.Inspect(file, Limits, out _));
    }

    internal static byte[] Sample(string kind) => kind switch
    {
        "jpeg" => PhotoFile.Jpeg(PhotoFile.ExifWithPlace()),
        "png" => PngFile.Of(24, 16, PngFile.Text("Author", "Yamada")),
        "gif" => PhotoFile.Gif(),
        _ => PhotoFile.WebP(),
    };
}
