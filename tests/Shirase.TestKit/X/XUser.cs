using System.Security.Cryptography;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.TestKit.Platforms;

namespace Shirase.TestKit.X;

/// <summary>An account of the test server, with its keys.</summary>
public sealed class XUser(string id, string handle, Uri service)
{
    public string Id => id;

    /// <summary>May be renamed by the test, as people do on the platform.</summary>
    public string Handle { get; set; } = handle;

    /// <summary>The four keys of OAuth 1.0a; they do not end.</summary>
    public FourKeys Keys { get; } = new("app-key", "app-key-secret", $"{id}-{RandomNumberGenerator.GetHexString(16)}", RandomNumberGenerator.GetHexString(32));

    public ServerProfile Profile { get; } = new();

    /// <summary>Frozen until the test changes it: every call is refused with 403.</summary>
    public bool IsSuspended { get; set; }

    /// <summary>The account as a channel needs it, signed by the four keys.</summary>
    public ChannelAccount Account => new(new BodyId("gunma-police"), Handle, service, Keys.ToSecret());
}

/// <summary>A post of the test server.</summary>
public sealed record XServerPost(string Id, XUser Author, string Text, DateTimeOffset At, IReadOnlyList<string> Media, string? RepostOf)
{
    /// <summary>The post under which it stands, or null.</summary>
    public string? Under { get; init; }

    /// <summary>Reads of the timeline that do not show it yet.</summary>
    public int HiddenFor { get; set; }

    public bool IsGone { get; set; }
}

/// <summary>A request as it arrived.</summary>
public sealed record XRequest(string Method, string PathAndQuery, string? ContentType, byte[] Body, string Operation, int Status);
