namespace Shirase.Core.Text.Links;

/// <summary>What became of a link when it was followed.</summary>
public enum LinkState
{
    /// <summary>A page answered.</summary>
    Answers,

    /// <summary>The server says that there is no such page (HTTP 404 or 410), or nobody has the host's name.</summary>
    Gone,

    /// <summary>Nothing usable came: no connection, no answer in time, an error of the server.</summary>
    Silent,

    /// <summary>It leads into a private network, which the public cannot reach; it was not called.</summary>
    Inside,

    /// <summary>It was passed on more often than the settings allow.</summary>
    Circles,
}

/// <summary>A link as it was followed from the address in the text to the page that answered.</summary>
/// <param name="Address">The address that was followed, with its scheme.</param>
/// <param name="Final">Where it ended; the same where nothing passed it on.</param>
/// <param name="State">What became of it.</param>
/// <param name="Status">HTTP status of the last answer; null where none came.</param>
public sealed record LinkTrail(string Address, string Final, LinkState State, int? Status = null)
{
    /// <summary>True when it ended under a name that somebody else registered than the one in the text (is-3-7).</summary>
    public bool LeavesItsDomain => HostOf(Address) is { } from && HostOf(Final) is { } to && RegistrableDomain.Of(from) != RegistrableDomain.Of(to);

    /// <summary>True when a reader finds nothing there.</summary>
    public bool IsDead => State is not LinkState.Answers;

    private static string? HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.IdnHost : null;
}
