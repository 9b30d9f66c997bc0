using Shirase.Core;

namespace Shirase.Storage;

/// <summary>The body on whose behalf this scope works. Queries see only its rows; null sees all (jobs, command line).</summary>
public sealed class CurrentBody
{
    public BodyId? Id { get; private set; }

    /// <summary>Slug for query filters; never a slug of a real body while nothing is set.</summary>
    internal string Slug => Id?.Slug ?? "";

    public void Is(BodyId id) => Id = id;
}
