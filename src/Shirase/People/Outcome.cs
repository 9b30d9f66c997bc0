using Shirase.Core;

namespace Shirase.People;

/// <summary>What became of an entry into the register: the new entry's id, or why there is none.</summary>
/// <param name="Id">Id of what was entered; null when refused.</param>
/// <param name="Refusal">Why it was refused; null when it was entered.</param>
public sealed record Entered<TId>(TId? Id, Refusal? Refusal)
    where TId : struct
{
    public static implicit operator Entered<TId>(Refusal refusal) => new(null, refusal);

    public static implicit operator Entered<TId>(TId id) => new(id, null);
}
