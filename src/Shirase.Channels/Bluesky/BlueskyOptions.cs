using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;

namespace Shirase.Channels.Bluesky;

/// <summary>Settings of the Bluesky channel.</summary>
public sealed class BlueskyOptions
{
    public const string Section = "Channels:Bluesky";

    /// <summary>The service that is called when <see cref="Services"/> is empty.</summary>
    public static readonly Uri BlueskySocial = new("https://bsky.social/");

    /// <summary>
    /// The services that may be called; an account elsewhere is refused before anything is sent.
    /// https, or http on this machine. Empty (the default): only <c>https://bsky.social</c>.
    /// </summary>
    public IList<Uri> Services { get; } = [];

    /// <summary>Longest wait for one call. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for the upload of one image. Default: 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Language written on posts, as BCP 47. Default: <c>ja</c>.</summary>
    [Required, RegularExpression("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    public string Language { get; set; } = "ja";

    /// <summary>
    /// Where people see a post, with <c>{handle}</c>, <c>{did}</c> and <c>{rkey}</c>. Unset (the default): the page on
    /// bsky.app for accounts of bsky.social, and the record at the service itself for all others.
    /// </summary>
    public string? AddressPattern { get; set; }

    /// <summary>True when this service may be called.</summary>
    public bool Allows(Uri service) => Services.Count == 0 ? ServiceAddress.IsSame(service, BlueskySocial) : Services.Any(s => ServiceAddress.IsSame(s, service));
}

internal sealed class BlueskyOptionsValidator : IValidateOptions<BlueskyOptions>
{
    public ValidateOptionsResult Validate(string? name, BlueskyOptions options)
    {
        var wrong = options.Services.FirstOrDefault(s => !ServiceAddress.IsFit(s));
        return wrong is null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(ServiceAddress.Refusal($"{BlueskyOptions.Section}:Services", wrong));
    }
}
