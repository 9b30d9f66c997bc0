namespace Shirase.Core.People;

/// <summary>A body (団体) served by this installation. Every other row belongs to one.</summary>
public sealed class Body(BodyId id, string name, string nameEn)
{
    public BodyId Id { get; private set; } = id;

    public string Name { get; private set; } = name;

    public string NameEn { get; private set; } = nameEn;

    /// <summary>Slug of the regulation new applications are filed under; null for a body that files none yet.</summary>
    public string? Regulation { get; private set; }

    /// <summary>Hosts of the body's own website; links there are never foreign. One host a line.</summary>
    public string OwnHosts { get; private set; } = "";

    public void Adopt(string regulation) => Regulation = regulation;

    public void OwnHostsAre(IEnumerable<string> hosts) => OwnHosts = string.Join('\n', hosts);
}
