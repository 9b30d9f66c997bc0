using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Storage;

/// <summary>
/// While nodes are changed one after another an old one writes into the new tables: every migration after the first only adds, and what it
/// adds to a table that is there an old program need not fill.
/// </summary>
public abstract class AdditiveMigrationTests(TestStore store)
{
    [Fact]
    public async Task Given_every_migration_after_the_first_When_read_Then_an_older_program_runs_on_its_tables()
    {
        await store.DbAsync(db =>
        {
            var assembly = db.GetService<IMigrationsAssembly>();
            var later = assembly.Migrations.OrderBy(m => m.Key, StringComparer.Ordinal).Skip(1)
                .Select(m => (m.Key, Migration: assembly.CreateMigration(m.Value, db.Database.ProviderName!))).ToList();
            Assert.NotEmpty(later);
            Assert.Equal([], later.SelectMany(m => WrongIn(m.Migration).Select(w => $"{m.Key}: {w}")));
            return Task.FromResult(0);
        });
    }

    private static IEnumerable<string> WrongIn(Migration migration)
    {
        var made = migration.UpOperations.OfType<CreateTableOperation>().Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var operation in migration.UpOperations)
        {
            var wrong = operation switch
            {
                CreateTableOperation or CreateSequenceOperation => null,
                CreateIndexOperation index => index.IsUnique && !made.Contains(index.Table) ? $"unique index on {index.Table}, whose old rows and old writers do not know it" : null,
                AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null || column.ComputedColumnSql is not null || made.Contains(column.Table)
                    ? null
                    : $"column {column.Table}.{column.Name} must be filled",
                AddForeignKeyOperation key => made.Contains(key.Table) ? null : $"foreign key on {key.Table}",
                _ => $"{operation.GetType().Name} takes away or changes what an older program uses",
            };
            if (wrong is not null)
            {
                yield return wrong;
            }
        }
    }
}

public sealed class AdditiveMigrationsOnSqlite(SqliteStore store) : AdditiveMigrationTests(store), IClassFixture<SqliteStore>;

public sealed class AdditiveMigrationsOnPostgres(PostgresStore store) : AdditiveMigrationTests(store), IClassFixture<PostgresStore>;
