using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;

namespace Shirase.Channels.Mastodon;

/// <summary>Settings of the channel for Mastodon and servers that speak its API. Servers differ; figures without a source are Mastodon's own defaults.</summary>
public sealed class MastodonOptions
{
    public const string Section = "Channels:Mastodon";

    /// <summary>The servers that may be called; an account elsewhere is refused before anything is sent. https, or http on this machine. Default: none.</summary>
    public IList<Uri> Services { get; } = [];

    /// <summary>Longest wait for one call. Default: 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest wait for the upload and the processing of one image. Default: 60 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Language written on posts, ISO 639-1. Default: <c>ja</c>.</summary>
    [Required, RegularExpression("^[a-z]{2,3}$")]
    public string Language { get; set; } = "ja";

    /// <summary>Most characters of one post. Source: Mastodon's documentation. Default: 500.</summary>
    [Range(1, 100_000)]
    public int MaxCharacters { get; set; } = 500;

    /// <summary>Characters that every address counts as, however long. Source: Mastodon's documentation. Default: 23.</summary>
    [Range(1, 1000)]
    public int CharactersPerAddress { get; set; } = 23;

    /// <summary>Most images of one post. Default: 4.</summary>
    [Range(0, 100)]
    public int MaxImages { get; set; } = 4;

    /// <summary>Most bytes of one image. Default: 16,000,000.</summary>
    [Range(1, 100_000_000)]
    public int MaxImageBytes { get; set; } = 16_000_000;

    /// <summary>Most characters of an alternative text. Default: 1,500.</summary>
    [Range(1, 100_000)]
    public int MaxAlt { get; set; } = 1500;

    /// <summary>False for servers that ignore <c>Idempotency-Key</c>: there every message is first looked for, and a lost one is put before a human. Default: true.</summary>
    public bool KeepsKeys { get; set; } = true;

    /// <summary>A message older than this is looked for before it is sent, because the server may have forgotten its key. Mastodon keeps keys for an hour. Default: 50 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeyLife { get; set; } = TimeSpan.FromMinutes(50);

    /// <summary>Clocks may differ by this much when a lost post is looked for. Ours. Default: 2 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00")]
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>True when this is a server that may be called.</summary>
    internal bool Allows(Uri service) => Services.Any(s => ServiceAddress.IsSame(s, service));
}

internal sealed class MastodonOptionsValidator : IValidateOptions<MastodonOptions>
{
    public ValidateOptionsResult Validate(string? name, MastodonOptions options) =>
        options.Services.FirstOrDefault(s => !ServiceAddress.IsFit(s)) is { } wrong
            ? ValidateOptionsResult.Fail(ServiceAddress.Refusal($"{MastodonOptions.Section}:Services", wrong))
            : ValidateOptionsResult.Success;
}
