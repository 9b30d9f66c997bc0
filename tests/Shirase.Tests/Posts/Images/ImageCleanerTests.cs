using System.Security.Cryptography;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using Microsoft.Extensions.Options;
using Shirase.Core.Posts.Images;
using Shirase.Posts.Images;
using Shirase.TestKit.Images;
using Xunit;
using PngFile = Shirase.TestKit.Images.PngFile;

namespace Shirase.Tests.Posts.Images;

public sealed class ImageCleanerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task gx_13_3_1_Given_photo_with_GPS_When_attached_Then_stored_file_holds_no_location(bool redraw)
    {
        var photo = PhotoFile.Jpeg(PhotoFile.ExifWithPlace(orientation: 6));
        Assert.Contains(ImageMetadataReader.ReadMetadata(new MemoryStream(photo)), d => d is GpsDirectory);

        var image = await CleanAsync(photo, redraw);

        Assert.True(image.HadLocation);
        Assert.Contains("GPS", image.Removed);
        Assert.DoesNotContain(ImageMetadataReader.ReadMetadata(new MemoryStream(image.Bytes)), d => d is GpsDirectory);
        Assert.False(PhotoFile.Holds(image.Bytes, "Yamada"));
        Assert.Equal((16, 24), (image.Width, image.Height));
        Assert.Equal("image/jpeg", image.ContentType);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(image.Bytes)), image.Sha256);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Given_every_kind_of_picture_When_attached_Then_it_stays_a_picture_and_tells_nothing(bool redraw)
    {
        foreach (var file in new[] { PhotoFile.Jpeg(), PngFile.Of(24, 16, PngFile.Text("Author", "Yamada")), PhotoFile.WebP(), PhotoFile.Gif() })
        {
            var image = await CleanAsync([.. file, .. "PK\u0003\u0004Yamada"u8], redraw);

            Assert.Null(ImageInspector.Inspect(image.Bytes, new(), out var anatomy));
            Assert.All(anatomy!.Parts, p => Assert.True(p.IsNeeded, p.Name));
            Assert.False(PhotoFile.Holds(image.Bytes, "Yamada"));
            Assert.Contains("trailing data", image.Removed);
            Assert.False(image.HadLocation);
        }
    }

    [Fact]
    public async Task Given_a_heavy_picture_When_drawn_anew_Then_it_fits_the_strictest_platform()
    {
        var heavy = PngFile.Of(1800, 1500);
        Assert.True(heavy.Length > 8_000_000);

        var image = await CleanAsync(heavy, redraw: true, o => o.TargetBytes = 4_000_000);

        Assert.InRange(image.Bytes.Length, 1, 4_000_000);
        Assert.True(image.Width < 1800);
    }

    [Fact]
    public async Task Given_a_picture_with_a_right_frame_and_wrong_pixels_When_drawn_anew_Then_it_is_refused()
    {
        Assert.SkipUnless(Redrawing(new()).IsAvailable, "vipsthumbnail is not installed: ./test installs it.");
        var hollow = PngFile.Declaring(5000, 5000);

        var cleaning = await Cleaner(new()).CleanAsync(hollow, Ct);

        Assert.IsType<ImageDamaged>(cleaning.Refusal);
    }

    [Fact]
    public async Task Given_too_little_time_or_memory_When_drawn_anew_Then_the_program_is_ended_and_the_file_refused()
    {
        Assert.SkipUnless(Redrawing(new()).IsAvailable, "vipsthumbnail is not installed: ./test installs it.");

        var cleaning = await Cleaner(new() { MemoryBytes = 10_000_000 }).CleanAsync(PhotoFile.Jpeg(), Ct);
        var late = await Cleaner(new() { Program = "/usr/bin/yes", Timeout = TimeSpan.FromSeconds(1) }).CleanAsync(PhotoFile.Jpeg(), Ct);

        Assert.IsType<ImageDamaged>(cleaning.Refusal);
        Assert.IsType<ImageDamaged>(late.Refusal);
    }

    [Fact]
    public async Task Given_a_web_page_named_like_a_picture_When_attached_Then_it_is_refused()
    {
        var cleaning = await Cleaner(new()).CleanAsync([.. "<!doctype html><html><body>hello"u8], Ct);

        Assert.Contains("HTML", Assert.IsType<NotAnImage>(cleaning.Refusal).Text.Ja, StringComparison.Ordinal);
        Assert.Null(cleaning.Image);
    }

    private static async Task<CleanedImage> CleanAsync(byte[] file, bool redraw, Action<ImageCleaningOptions>? configure = null)
    {
        var options = new ImageCleaningOptions { Redraw = redraw };
        configure?.Invoke(options);
        Assert.SkipWhen(redraw && !Redrawing(options).IsAvailable, "vipsthumbnail is not installed: ./test installs it.");
        var cleaning = await Cleaner(options).CleanAsync(file, Ct);
        Assert.Null(cleaning.Refusal);
        return cleaning.Image!;
    }

    private static ImageRedrawing Redrawing(ImageCleaningOptions options) => new(new BoundedProgram(Options.Create(options)), Options.Create(options));

    private static ImageCleaner Cleaner(ImageCleaningOptions options) => new(Redrawing(options), Options.Create(options));
}
