using System.ComponentModel.DataAnnotations;

namespace Shirase.Site;

/// <summary>Settings of the public site. No figure of them stands in a regulation; all are ours.</summary>
public sealed class SiteOptions
{
    public const string Section = "Site";

    /// <summary>
    /// Where the public opens the site, such as <c>https://shirase.example.lg.jp/</c>: absolute links in the feed and the list of accounts
    /// start with it. Unset (the default): <c>Channels:Website:BaseAddress</c> where that is set, else the host of the request.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// How long browsers and proxies may keep what the public site answered, in seconds. A removed post may be seen there for that long.
    /// Default: 60. 0 makes them ask each time.
    /// </summary>
    [Range(0, 3600)]
    public int CacheSeconds { get; set; } = 60;

    /// <summary>Longest text that a resident may paste to have it compared, in characters. Default: 12,000.</summary>
    [Range(500, 50_000)]
    public int PastedCharacters { get; set; } = 12_000;
}
