using System.Text;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;

namespace Shirase.Posts.Images;

/// <summary>What a file tells besides its picture, in the words of cameras and programs.</summary>
internal sealed record MetadataFound(IReadOnlyList<string> Names, bool HasLocation, string Words = "")
{
    private static readonly string[] LocationInXmp = ["exif:GPSLatitude", "exif:GPSLongitude"];

    // Directories that describe the picture and not where it comes from
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "JPEG", "JFIF", "Huffman", "File Type", "File", "PNG-IHDR", "PNG-tRNS", "PNG-PLTE", "PNG-gAMA", "PNG-sRGB", "GIF Header", "GIF Image", "GIF Control", "WebP", "Adobe JPEG",
    };

    public static MetadataFound In(byte[] file)
    {
        IReadOnlyList<MetadataExtractor.Directory> directories;
        try
        {
            directories = ImageMetadataReader.ReadMetadata(new MemoryStream(file, writable: false));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Only a report: metadata too broken to be read is taken out all the same
            return new([], HasLocation: false);
        }

        var names = directories.Select(d => d.Name).Where(n => !Harmless.Contains(n)).Distinct(StringComparer.Ordinal);
        return new([.. names], directories.Any(TellsPlace), string.Join('\n', directories.SelectMany(WordsOf)));
    }

    private static IEnumerable<string> WordsOf(MetadataExtractor.Directory directory) =>
        (directory is MetadataExtractor.Formats.Xmp.XmpDirectory xmp ? xmp.GetXmpProperties().Values : directory.Tags.Select(t => t.Description).OfType<string>())
        .SelectMany(w => (string[])[w, Reread(w)]);

    // Chunks of PNG and comments of JPEG are read as Latin-1, whatever they were written in
    private static string Reread(string words) => words.All(c => c <= 'ÿ') ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(words)) : "";

    private static bool TellsPlace(MetadataExtractor.Directory directory) =>
        (directory is GpsDirectory && directory.TagCount > 0)
        || (directory is MetadataExtractor.Formats.Xmp.XmpDirectory xmp && LocationInXmp.Any(xmp.GetXmpProperties().ContainsKey));
}
