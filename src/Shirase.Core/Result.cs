using System.Diagnostics.CodeAnalysis;

namespace Shirase.Core;

/// <summary>What a command made, or why it did not. Commands that make nothing answer <c>Refusal?</c> instead.</summary>
public sealed class Result<T>
{
    private Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

#pragma warning disable CA2225
    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
#pragma warning restore CA2225
}
