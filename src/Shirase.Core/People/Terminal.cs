using System.Net;

namespace Shirase.Core.People;

/// <summary>A registered terminal (管理用端末) from which posts may be made (gx-11-2).</summary>
public sealed class Terminal(TerminalId id, BodyId body, string name, string location, string addressRanges, string certificateThumbprint)
{
    public TerminalId Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public string Name { get; private set; } = name;

    public string Location { get; private set; } = location;

    /// <summary>Address ranges in CIDR notation, one a line, such as <c>10.1.2.3/32</c>.</summary>
    public string AddressRanges { get; private set; } = addressRanges;

    /// <summary>SHA-256 thumbprint of its client certificate in hex, or empty when the address alone identifies it.</summary>
    public string CertificateThumbprint { get; private set; } = certificateThumbprint;

    /// <summary>The unit in which it is installed, or null where the register does not say (is-2-3).</summary>
    public UnitId? Unit { get; private set; }

    /// <summary>Who keeps it (保管者), or null where nobody is named (to-7-2-ka).</summary>
    public StaffId? Keeper { get; private set; }

    /// <summary>True where it is locked away or chained when nobody uses it (to-7-2-ka).</summary>
    public bool IsLockedAway { get; private set; }

    /// <summary>True where what is stored on it is encrypted (to-7-2-ka).</summary>
    public bool IsEncrypted { get; private set; }

    /// <summary>When it was reported lost or stolen; null as long as it is there. A found one is registered anew.</summary>
    public DateTimeOffset? LostAt { get; private set; }

    /// <summary>Retired terminals stay in the register and match nothing.</summary>
    public bool IsRetired { get; private set; }

    public void Change(string name, string location, string addressRanges, string certificateThumbprint) =>
        (Name, Location, AddressRanges, CertificateThumbprint) = (name, location, addressRanges, certificateThumbprint);

    public void StandsIn(UnitId? unit) => Unit = unit;

    /// <summary>Who keeps it, and how it is kept from theft.</summary>
    public void IsKept(StaffId? by, bool isLockedAway, bool isEncrypted) => (Keeper, IsLockedAway, IsEncrypted) = (by, isLockedAway, isEncrypted);

    public void Retire() => IsRetired = true;

    /// <summary>From now on it matches nothing, and no session that was begun on it goes on (to-7-2-ka).</summary>
    public void Lose(DateTimeOffset at) => (LostAt, IsRetired) = (at, true);

    public bool Matches(IPAddress? address, string? thumbprint) =>
        !IsRetired
        && address is not null
        && Ranges().Any(r => r.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address))
        && (CertificateThumbprint.Length == 0 || string.Equals(CertificateThumbprint, thumbprint, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null when every line is a range; else the line that is not.</summary>
    public static string? FirstBadRange(string ranges) =>
        Lines(ranges).FirstOrDefault(l => !IPNetwork.TryParse(l, out _));

    private IEnumerable<IPNetwork> Ranges() =>
        Lines(AddressRanges).Select(l => IPNetwork.TryParse(l, out var n) ? n : (IPNetwork?)null).OfType<IPNetwork>();

    private static string[] Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Permission to publish from another device for a short time, given by the officer to one PR officer (gx-11-2).</summary>
public sealed class TerminalOverride(Guid id, BodyId body, StaffId to, StaffId by, string reason, DateTimeOffset at, DateTimeOffset until)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public StaffId To { get; private set; } = to;

    public StaffId By { get; private set; } = by;

    public string Reason { get; private set; } = reason;

    public DateTimeOffset At { get; private set; } = at;

    /// <summary>The last moment at which it holds.</summary>
    public DateTimeOffset Until { get; private set; } = until;

    public bool HoldsFor(StaffId staff, DateTimeOffset at) => staff == To && at >= At && at <= Until;
}
