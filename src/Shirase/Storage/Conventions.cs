using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shirase.Core;

namespace Shirase.Storage;

/// <summary>How the model's value types are stored, on both databases alike.</summary>
internal static class Conventions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        builder.Properties<BodyId>().HaveConversion<BodyIdConverter>().HaveMaxLength(64);
        builder.Properties<UnitId>().HaveConversion<IdConverter<UnitId>>();
        builder.Properties<StaffId>().HaveConversion<IdConverter<StaffId>>();
        builder.Properties<TerminalId>().HaveConversion<IdConverter<TerminalId>>();
        builder.Properties<AccountId>().HaveConversion<IdConverter<AccountId>>();
        builder.Properties<PostApplicationId>().HaveConversion<IdConverter<PostApplicationId>>();
        builder.Properties<DeliveryId>().HaveConversion<IdConverter<DeliveryId>>();
        builder.Properties<MediaId>().HaveConversion<IdConverter<MediaId>>();
        builder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }

    private sealed class BodyIdConverter() : ValueConverter<BodyId, string>(id => id.Slug, s => new BodyId(s));

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, g => Make(g))
        where TId : struct, IId<TId>
    {
        // An expression tree cannot call a static interface member
        private static TId Make(Guid value) => TId.From(value);
    }

    // UTC as DateTime: PostgreSQL takes no other offset, and SQLite can sort its text form
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        t => t.UtcDateTime, d => new DateTimeOffset(DateTime.SpecifyKind(d, DateTimeKind.Utc)));
}
