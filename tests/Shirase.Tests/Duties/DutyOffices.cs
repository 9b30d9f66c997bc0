using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Duties;

/// <summary>Intents about duties over the running job.</summary>
internal static class DutyIntents
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static void Equip(IServiceCollection services)
    {
        Office.Equip(services);
        services.AddDuties();
    }

    /// <summary>Looks once, as a node does each minute.</summary>
    public static Task LookAsync(this Office office) => LookAsync(office.Store, Office.Body);

    /// <summary>The same for any body.</summary>
    public static Task LookAsync(TestStore store, BodyId body) => store.InAsync(
        s => s.GetRequiredKeyedService<IJobHandler>(DutyJob.Kind).RunAsync(new Job(Guid.NewGuid(), body, DutyJob.Kind, Guid.Empty, store.Clock.Now, store.Clock.Now), Ct), body);

    public static async Task LookAtAsync(this Office office, DateTimeOffset at)
    {
        office.Clock.Set(at);
        await office.LookAsync();
    }

    public static Task<List<Duty>> DutiesAsync(this Office office, string rule) =>
        office.Store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == rule).OrderBy(d => d.OpenedAt).ThenBy(d => d.Due).ToListAsync(Ct), Office.Body);

    public static async Task<IReadOnlyList<string>> ToldAsync(this Office office, string login, string name) =>
        [.. (await office.NoticesAsync(login)).Where(n => n.Kind.StartsWith(DutyNotices.Kinds, StringComparison.Ordinal) && n.Text.Contains(name, StringComparison.Ordinal)).Select(n => n.Kind)];

    public static Task<Refusal?> CloseAsync(this Office office, Guid id, string login, string? outcome, string? evidence = null, DutyAnswers? answers = null) =>
        office.AskAsync<KeepDuties, Refusal?>(login, (k, w) => k.CloseAsync(w, id, outcome, evidence, Ct, answers));

    public static DateTimeOffset Japan(int month, int day, int hour = 10, int minute = 0, int year = 2026) => new(year, month, day, hour, minute, 0, JapanTime.Offset);
}

public sealed class SqliteDutyOffice : SqliteStore
{
    public SqliteDutyOffice() => Also = DutyIntents.Equip;
}

public sealed class PostgresDutyOffice : PostgresStore
{
    public PostgresDutyOffice() => Also = DutyIntents.Equip;
}
