using Shirase.Core.Regulations;

namespace Shirase.Core.Text.Checks;

/// <summary>An image that somebody else made, or that shows people: not a simple matter (is-2-4-d).</summary>
internal sealed class ThirdPartyImage : ICheck
{
    public string Name => "third-party-image";

    public IReadOnlyList<ParameterSpec> Parameters { get; } = [];

    public IEnumerable<Hit> Find(CheckSubject subject, Parameters with) =>
        subject.Media.Select((m, i) => (Media: m, Number: i + 1))
            .Where(m => m.Media.Basis != "own-work" || m.Media.PersonsConsent.Length > 0)
            .Select(m => new Hit(
                new($"画像{m.Number}は、所属の制作でないか、人が写っています。", $"Image {m.Number} is not the unit's own work, or shows people."), null, "media"));
}
