using Shirase.Core;
using Shirase.Core.People;

namespace Shirase.Samples;

/// <summary>A person of the sample installation, offered on its sign-in page.</summary>
/// <param name="Login">Login name.</param>
/// <param name="Name">Invented name.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="As">What one can try as this person.</param>
public sealed record SamplePerson(
    string Login, Localized Name, BodyId Body, string Unit, string Post, string Section, Rank Rank, bool IsHead, Localized As);

/// <summary>The invented people of the sample installation. None of them exists.</summary>
public static class SampleCast
{
    public static readonly BodyId Gunma = new("gunma-police");
    public static readonly BodyId Ishikawa = new("ishikawa-police");
    public static readonly BodyId Okayama = new("okayama");
    public static readonly BodyId Tochigi = new("tochigi");

    public const string PrDivision = "pr-division";
    public const string Maebashi = "maebashi";

    /// <summary>The cast, body by body, in the order in which a case meets them.</summary>
    public static IReadOnlyList<SamplePerson> All { get; } =
        [.. SampleGunma.People, .. SampleIshikawa.People, .. SampleOkayama.People, .. SampleTochigi.People];

    internal static Localized Administrator => new("システム管理者", "Administrator");
}
