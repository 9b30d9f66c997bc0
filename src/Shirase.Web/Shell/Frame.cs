using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace Shirase.Web.Shell;

/// <summary>What stands around a page: whose system it is, who is there, and what everybody must know at once.</summary>
public sealed record Frame
{
    /// <summary>Name of the body (団体), or empty where nobody is signed in.</summary>
    public string BodyName { get; init; } = "";

    public string? PersonName { get; init; }

    /// <summary>The person's unit and role, such as 前橋警察署 起案者.</summary>
    public string? RoleName { get; init; }

    public IReadOnlyList<FrameLink> Links { get; init; } = [];

    /// <summary>True in 訓練モード.</summary>
    public bool IsDrill { get; init; }

    public bool IsSample { get; init; }

    /// <summary>Accounts that are stopped, with the time; shown above everything.</summary>
    public IReadOnlyList<StoppedAccount> Stopped { get; init; } = [];

    /// <summary>What has to be done about an error at this moment, for those who do it (gx-13-4-4, gx-13-4-5).</summary>
    public IReadOnlyList<FrameAlarm> Alarms { get; init; } = [];

    public bool IsSignedIn => PersonName is not null;

    /// <summary>The one entry of the navigation that a path belongs to: the nearest above it.</summary>
    public FrameLink? CurrentOf(PathString path) => Links.Where(l => l.Holds(path)).MaxBy(l => l.Address.Length);
}

/// <summary>An entry of the navigation.</summary>
/// <param name="Key">Key of its word, such as <c>Shell.Nav.Home</c>.</param>
/// <param name="Address">Path of its page; those below it belong to it too.</param>
public sealed record FrameLink(string Key, string Address)
{
    public bool Holds(PathString path) =>
        Address == "/" ? path == "/" : path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An account whose sending is stopped.</summary>
public sealed record StoppedAccount(string Name, DateTimeOffset Since);

/// <summary>An error that waits for somebody.</summary>
/// <param name="Key">Key of its words, which take the number of the case.</param>
/// <param name="Since">Since when.</param>
/// <param name="Address">Path of the page where it is dealt with.</param>
public sealed record FrameAlarm(string Key, string Number, DateTimeOffset Since, string Address);

/// <summary>Tells what stands around the page of this request.</summary>
public interface IFrameSource
{
    ValueTask<Frame> ReadAsync(HttpContext context, CancellationToken ct);
}

/// <summary>Claims that the frame reads when nothing better is registered.</summary>
public static class FrameClaims
{
    public const string BodyName = "shirase:body-name";
    public const string RoleName = "shirase:role-name";
}

/// <summary>The frame as far as the sign-in alone can tell it.</summary>
public sealed class SignInFrame(IOptions<InstallationOptions> installation) : IFrameSource
{
    public ValueTask<Frame> ReadAsync(HttpContext context, CancellationToken ct)
    {
        var user = context.User;
        return ValueTask.FromResult(new Frame
        {
            BodyName = user.FindFirstValue(FrameClaims.BodyName) ?? "",
            PersonName = user.Identity is { IsAuthenticated: true, Name: var name } ? name : null,
            RoleName = user.FindFirstValue(FrameClaims.RoleName),
            IsSample = installation.Value.Sample,
        });
    }
}
