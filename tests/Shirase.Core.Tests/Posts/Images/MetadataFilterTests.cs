using Shirase.Core.Posts.Images;
using Shirase.TestKit.Images;
using Xunit;
using PngFile = Shirase.TestKit.Images.PngFile;

namespace Shirase.Core.Tests.Posts.Images;

public sealed class MetadataFilterTests
{
    [Fact]
    public void gx_13_3_1_Given_a_photo_with_place_and_owner_When_stripped_Then_neither_is_left()
    {
        var file = PhotoFile.Jpeg(
            PhotoFile.ExifWithPlace(),
            PhotoFile.Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Yamada</x:xmpmeta>"u8),
            PhotoFile.Segment(0xED, "Photoshop 3.0\0Yamada"u8),
            PhotoFile.Segment(0xE2, "ICC_PROFILE\0Yamada"u8),
            PhotoFile.Segment(0xFE, "by Yamada"u8));
        Assert.True(PhotoFile.Holds(file, "Yamada"));

        var (bytes, removed) = Strip(file);

        Assert.Equal(PhotoFile.Jpeg(), bytes);
        Assert.Equal(["APP1", "APP13", "ICC", "COM"], removed);
    }

    [Theory]
    [InlineData(3, 24, 16)]
    [InlineData(6, 16, 24)]
    public void Given_a_photo_on_its_side_When_stripped_Then_only_the_way_up_is_kept(int orientation, int width, int height)
    {
        var (bytes, _) = Strip(PhotoFile.Jpeg(PhotoFile.ExifWithPlace(orientation)));

        Assert.False(PhotoFile.Holds(bytes, "Telephone"));
        Assert.Null(ImageInspector.Inspect(bytes, new(), out var anatomy));
        Assert.Equal(orientation, anatomy!.Orientation);
        Assert.Equal((width, height), anatomy.Shown);
        Assert.Equal(PhotoFile.Jpeg().Length + 36, bytes.Length);
    }

    [Fact]
    public void Given_a_preview_in_the_header_When_stripped_Then_it_goes_and_a_plain_header_stays()
    {
        var plain = PhotoFile.Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 0, 0]);
        var withPreview = PhotoFile.Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9]);

        Assert.Equal(PhotoFile.Jpeg(plain), Strip(PhotoFile.Jpeg(plain)).Bytes);
        Assert.Equal(PhotoFile.Jpeg(), Strip(PhotoFile.Jpeg(withPreview)).Bytes);
    }

    [Fact]
    public void Given_text_time_and_profile_in_a_PNG_When_stripped_Then_the_picture_alone_is_left()
    {
        byte[][] extra = [.. new[] { "tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "pHYs", "prVt" }.Select(t => PngFile.Chunk(t, "Yamada"u8))];
        var colours = PngFile.Chunk("sRGB", [0]);

        var (bytes, removed) = Strip(PngFile.Of(24, 16, [colours, .. extra]));

        Assert.Equal(PngFile.Of(24, 16, colours), bytes);
        Assert.Equal(["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "iCCP", "pHYs", "prVt"], removed);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("gif")]
    [InlineData("webp")]
    public void Given_an_archive_hung_on_behind_a_picture_When_stripped_Then_it_is_gone(string kind)
    {
        var (bytes, removed) = Strip([.. ImageInspectorTests.Sample(kind), .. "PK\u0003\u0004secret.xlsx"u8]);

        Assert.False(PhotoFile.Holds(bytes, "secret"));
        Assert.Contains("trailing data", removed);
        Assert.Null(ImageInspector.Inspect(bytes, new(), out _));
    }

    [Fact]
    public void Given_a_WebP_with_EXIF_When_stripped_Then_part_and_promise_are_gone()
    {
        var (bytes, removed) = Strip(PhotoFile.WebP());

        Assert.Equal(["EXIF"], removed);
        Assert.Equal(0, bytes[20] & 0x2C);
        Assert.Equal(bytes.Length - 8, BitConverter.ToInt32(bytes, 4));
        Assert.Empty(Strip(bytes).Removed);
    }

    [Fact]
    public void Given_a_comment_in_a_GIF_When_stripped_Then_it_is_gone()
    {
        var (bytes, removed) = Strip(PhotoFile.Gif());

        Assert.False(PhotoFile.Holds(bytes, "Yamada"));
        Assert.Equal(["extension FE"], removed);
    }

    private static (byte[] Bytes, IReadOnlyList<string> Removed) Strip(byte[] file)
    {
        Assert.Null(ImageInspector.Inspect(file, new(), out var anatomy));
        return MetadataFilter.Strip(file, anatomy!);
    }
}
