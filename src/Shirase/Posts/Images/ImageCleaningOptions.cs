using System.ComponentModel.DataAnnotations;

namespace Shirase.Posts.Images;

/// <summary>How attached images are made clean. Without the program below, metadata is cut out and the pixels stay as they are.</summary>
public sealed class ImageCleaningOptions
{
    public const string Section = "Images";

    /// <summary>Draw images anew with <see cref="Program"/> where it is installed. Default: true.</summary>
    public bool Redraw { get; set; } = true;

    /// <summary>Full path of libvips' <c>vipsthumbnail</c>. Default: <c>/usr/bin/vipsthumbnail</c>.</summary>
    [Required]
    public string Program { get; set; } = "/usr/bin/vipsthumbnail";

    /// <summary>Full path of <c>prlimit</c>, which bounds the program; without it images are not drawn anew. Default: <c>/usr/bin/prlimit</c>.</summary>
    [Required]
    public string Limiter { get; set; } = "/usr/bin/prlimit";

    /// <summary>Full path of zbar's <c>zbarimg</c>; without it QR codes are not read. Default: <c>/usr/bin/zbarimg</c>.</summary>
    [Required]
    public string QrProgram { get; set; } = "/usr/bin/zbarimg";

    /// <summary>Longest time for drawing one image. Default: 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Most address space of the program in bytes. Default: 1,500,000,000.</summary>
    [Range(200_000_000L, 16_000_000_000L)]
    public long MemoryBytes { get; set; } = 1_500_000_000;

    /// <summary>Most bytes of an attached file. Default: 10,000,000.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBytes { get; set; } = 10_000_000;

    /// <summary>Most pixels of an attached file. Default: 40,000,000.</summary>
    [Range(1_000L, 400_000_000L)]
    public long MaxPixels { get; set; } = 40_000_000;

    /// <summary>Images drawn anew are made smaller until they fit into this many bytes: what the strictest platform takes. Default: 2,000,000.</summary>
    [Range(100_000, 100_000_000)]
    public int TargetBytes { get; set; } = 2_000_000;
}
