namespace Shirase.Core;

/// <summary>A strongly typed key over a <see cref="Guid"/>: ids of different things cannot be mixed up.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>A body (団体) by its short name, such as <c>gunma-police</c>; it appears in public addresses.</summary>
public readonly record struct BodyId(string Slug)
{
    public override string ToString() => Slug;
}

public readonly record struct UnitId(Guid Value) : IId<UnitId>
{
    public static UnitId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct StaffId(Guid Value) : IId<StaffId>
{
    public static StaffId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct TerminalId(Guid Value) : IId<TerminalId>
{
    public static TerminalId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct PostApplicationId(Guid Value) : IId<PostApplicationId>
{
    public static PostApplicationId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct DeliveryId(Guid Value) : IId<DeliveryId>
{
    public static DeliveryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

public readonly record struct MediaId(Guid Value) : IId<MediaId>
{
    public static MediaId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
