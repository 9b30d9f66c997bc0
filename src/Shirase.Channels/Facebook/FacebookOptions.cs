using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;

namespace Shirase.Channels.Facebook;

/// <summary>Settings of the channel for Pages of Facebook.</summary>
public sealed class FacebookOptions
{
    public const string Section = "Channels:Facebook";

    /// <summary>The only service that is called. https, or http on this machine. Default: <c>https://graph.facebook.com/</c>.</summary>
    [Required]
    public Uri Service { get; set; } = new("https://graph.facebook.com/");

    /// <summary>Version of the Graph API. Default: <c>v25.0</c>, by whose description requests are checked.</summary>
    [Required, RegularExpression(@"^v[0-9]+\.[0-9]+$")]
    public string Version { get; set; } = "v25.0";

    /// <summary>The app's id. Without it neither the health of tokens can be asked nor short-lived ones be changed for lasting ones. Default: none.</summary>
    public string? AppId { get; set; }

    /// <summary>The app's secret; with it every call proves that it comes from the app. Default: none.</summary>
    public string? AppSecret { get; set; }

    /// <summary>Longest wait for one call. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for the upload of one photo. Default: 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Most characters of one post. The platform's description names no figure; this is the one commonly known. Default: 63,206.</summary>
    [Range(1, 100_000)]
    public int MaxCharacters { get; set; } = 63_206;

    /// <summary>Most photos of one post. Ours. Default: 10.</summary>
    [Range(0, 100)]
    public int MaxImages { get; set; } = 10;

    /// <summary>Most bytes of one photo. Ours, below what the platform takes. Default: 4,000,000.</summary>
    [Range(1, 100_000_000)]
    public int MaxImageBytes { get; set; } = 4_000_000;

    /// <summary>Clocks may differ by this much when a lost post is looked for. Ours. Default: 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00")]
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Where people see a post, with <c>{id}</c>. Default: <c>https://www.facebook.com/{id}</c>.</summary>
    [Required, RegularExpression(@"^https?://.*\{id\}.*$")]
    public string AddressPattern { get; set; } = "https://www.facebook.com/{id}";

    internal bool HasApp => !string.IsNullOrWhiteSpace(AppId) && !string.IsNullOrWhiteSpace(AppSecret);

    /// <summary>True when this is the service that may be called.</summary>
    internal bool Allows(Uri service) => ServiceAddress.IsSame(service, Service);

    internal Uri AddressOf(string id) => new(AddressPattern.Replace("{id}", id, StringComparison.Ordinal));
}

internal sealed class FacebookOptionsValidator : IValidateOptions<FacebookOptions>
{
    public ValidateOptionsResult Validate(string? name, FacebookOptions options) =>
        ServiceAddress.IsFit(options.Service)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(ServiceAddress.Refusal(FacebookOptions.Section, options.Service));
}
