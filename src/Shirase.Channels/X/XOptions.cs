using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;

namespace Shirase.Channels.X;

/// <summary>Settings of the X channel. Prices are X's own as published in April 2026; X may change them.</summary>
public sealed class XOptions
{
    public const string Section = "Channels:X";

    /// <summary>The only service that is called. https, or http on this machine. Default: <c>https://api.x.com/</c>.</summary>
    [Required]
    public Uri Service { get; set; } = new("https://api.x.com/");

    /// <summary>The page on which a person lets this app act for the account. Default: <c>https://x.com/i/oauth2/authorize</c>.</summary>
    [Required]
    public Uri ConsentPage { get; set; } = new("https://x.com/i/oauth2/authorize");

    /// <summary>The app's id (OAuth 2). Without it accounts can be connected by four keys (OAuth 1.0a) only. Default: none.</summary>
    public string? ClientId { get; set; }

    /// <summary>The app's secret (OAuth 2); empty for a public client. Default: none.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Longest wait for one call. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for the upload and the processing of one image. Default: 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of one part of an upload. Ours; X takes at most 5 MB. Default: 1,000,000.</summary>
    [Range(1_000, 5_000_000)]
    public int UploadPart { get; set; } = 1_000_000;

    /// <summary>Clocks may differ by this much when a lost post is looked for. Ours. Default: 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00")]
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>US dollars for a post without an address. Source: X's price list of 20 April 2026. Default: 0.015.</summary>
    [Range(0, 1000)]
    public decimal PostPrice { get; set; } = 0.015m;

    /// <summary>US dollars for a post with an address. Source: X's price list of 20 April 2026. Default: 0.20.</summary>
    [Range(0, 1000)]
    public decimal PostWithAddressPrice { get; set; } = 0.20m;

    /// <summary>US dollars for reading one's own posts. Source: X's price list of 20 April 2026. Default: 0.001.</summary>
    [Range(0, 1000)]
    public decimal ReadPrice { get; set; } = 0.001m;

    /// <summary>Where people see a post, with <c>{handle}</c> and <c>{id}</c>. Default: <c>https://x.com/{handle}/status/{id}</c>.</summary>
    [Required, RegularExpression(@"^https?://.*\{id\}.*$")]
    public string AddressPattern { get; set; } = "https://x.com/{handle}/status/{id}";

    /// <summary>True when this is the service that may be called.</summary>
    internal bool Allows(Uri service) => ServiceAddress.IsSame(service, Service);

    internal Uri AddressOf(string handle, string id) => new(AddressPattern
        .Replace("{handle}", handle, StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal));
}

internal sealed class XOptionsValidator : IValidateOptions<XOptions>
{
    public ValidateOptionsResult Validate(string? name, XOptions options)
    {
        var wrong = new[] { options.Service, options.ConsentPage }.FirstOrDefault(a => !ServiceAddress.IsFit(a));
        return wrong is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(ServiceAddress.Refusal(XOptions.Section, wrong));
    }
}
