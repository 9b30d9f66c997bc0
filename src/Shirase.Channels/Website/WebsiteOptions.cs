using System.ComponentModel.DataAnnotations;

namespace Shirase.Channels.Website;

/// <summary>Settings of the body's own public site as a channel.</summary>
public sealed class WebsiteOptions
{
    public const string Section = "Channels:Website";

    /// <summary>Where the public opens the site; addresses of notices start with it. Default: <c>http://localhost:5000/</c>.</summary>
    [Required]
    public Uri BaseAddress { get; set; } = new("http://localhost:5000/");

    /// <summary>Path of one notice under <see cref="BaseAddress"/>, with <c>{body}</c> and <c>{id}</c>. Default: <c>/site/{body}/notices/{id}</c>.</summary>
    [Required, RegularExpression(@"^/.*\{body\}.*\{id\}.*$")]
    public string NoticePath { get; set; } = "/site/{body}/notices/{id}";

    /// <summary>Most characters of one notice, as a reader sees them. Default: 10,000.</summary>
    [Range(1, 100_000)]
    public int MaxGraphemes { get; set; } = 10_000;

    /// <summary>Most images of one notice. Default: 10.</summary>
    [Range(0, 100)]
    public int MaxImages { get; set; } = 10;

    /// <summary>Most bytes of one image. Default: 10,000,000.</summary>
    [Range(1, 100_000_000)]
    public int MaxImageBytes { get; set; } = 10_000_000;

    /// <summary>
    /// Further sites on which the body publishes, such as <c>https://www.police.pref.example.lg.jp/</c>: notices there count as published
    /// by the body. Only addresses below them and below <see cref="BaseAddress"/> are ever fetched. Default: none.
    /// </summary>
    public IList<Uri> OfficialHosts { get; } = [];

    /// <summary>Longest wait for a page of these sites. Default: 10 seconds (ours). Range: 1–60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromSeconds(10);

    internal IEnumerable<Uri> Sites => OfficialHosts.Prepend(BaseAddress);
}
