using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Duties;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.TestKit.Storage;
using Xunit;
using static Shirase.Tests.Duties.DutyIntents;

namespace Shirase.Tests.Duties;

/// <summary>Duties of the prefectures: each test has an account of its own under the guideline, in its own body.</summary>
public abstract partial class PrefectureDutyTests(TestStore store) : IAsyncLifetime
{
    private const string Tochigi = "tochigi-social-media";
    private const string Ishikawa = "ishikawa-police-sns";
    private const string Mail = "gunma-police-mail";
    private const string Okayama = "okayama-social-media";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.Clock.Set(Japan(6, 11));
        await store.SeedAsync(Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    // The same person answers for the accounts of other tests too
    private Task<List<string>> ToldAsync(Place at, string clause = "to-7-3-i-1-a", string? login = null) => store.DbAsync(
        async db =>
        {
            var name = (await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == at.Account, Ct)).DisplayName;
            var person = login is null ? at.Person : (await db.Staff.AsNoTracking().SingleAsync(s => s.LoginName == login, Ct)).Id;
            return await db.Notices.AsNoTracking().Where(n => n.To == person && n.Clause == clause && n.Text.Contains(name)).Select(n => n.Kind).ToListAsync(Ct);
        },
        at.Body);

    private async Task PublishedAsync(Place at, DateTimeOffset when)
    {
        await store.DbAsync(
            async db =>
            {
                var id = new DeliveryId(Guid.CreateVersion7());
                db.Add(new PostDelivery(id, at.Body, new(Guid.CreateVersion7()), 1, "", at.Account, "drill", at.Person, when.ToUniversalTime(), when.ToUniversalTime(), "", "見本"));
                db.Record(at.Body, when.ToUniversalTime(), "delivery.published", $"delivery/{id}");
                return await db.SaveChangesAsync(Ct);
            },
            at.Body);
        await LookAsync(at, when);
    }

    // Head, manager and account of a unit of the body under the guideline; the first look comes at once
    private async Task<Place> BeginAsync(BodyId body, string regulation)
    {
        var place = await store.DbAsync(
            async db =>
            {
                (await db.Bodies.SingleAsync(b => b.Id == body, Ct)).Adopt(regulation);
                var posting = await db.Postings.Where(p => p.Body == body).OrderBy(p => p.Id).FirstAsync(Ct);
                var account = new OfficialAccount(new(Guid.CreateVersion7()), body, regulation, "drill", $"a{Guid.NewGuid():N}"[..20], $"見本{Guid.NewGuid():N}", posting.Unit, new(2026, 6, 11));
                db.Add(account);
                await db.SaveChangesAsync(Ct);
                return new Place(body, regulation, account.Id, posting.Unit, posting.Staff);
            },
            body);
        await AppointAsync(place, "operation-manager");
        await AppointAsync(place, "unit-head");
        await store.DbAsync(db => db.JobMarks.Where(m => m.Body == body).ExecuteDeleteAsync(Ct), body);
        await LookAsync(place, store.Clock.Now);
        return place;
    }

    private Task<Guid> AppointAsync(Place at, string role) => store.DbAsync(
        async db =>
        {
            var seat = new Appointment(Guid.CreateVersion7(), at.Body, at.Regulation, role, at.Person, at.Unit, new(2026, 4, 1), null, "発令");
            foreach (var old in await db.Appointments.Where(a => a.Staff == at.Person && a.Role == role).ToListAsync(Ct))
            {
                db.Remove(old);
            }

            db.Add(seat);
            await db.SaveChangesAsync(Ct);
            return seat.Id;
        },
        at.Body);

    private async Task LookAsync(Place at, DateTimeOffset now)
    {
        store.Clock.Set(now);
        await store.InAsync(s => s.GetRequiredKeyedService<IJobHandler>(DutyJob.Kind).RunAsync(new Job(Guid.NewGuid(), at.Body, DutyJob.Kind, Guid.Empty, now, now), Ct), at.Body);
    }

    private Task<List<Duty>> OfAsync(Place at, string rule) => store.DbAsync(
        db => db.Duties.AsNoTracking().Where(d => d.Rule == rule && d.Account == at.Account).OrderBy(d => d.From).ToListAsync(Ct), at.Body);

    private Task<Refusal?> CloseAsync(Place at, Duty duty, string? outcome, string? evidence = null, DutyAnswers? answers = null) =>
        store.AskAsync<KeepDuties, Refusal?>(k => k.CloseAsync(new Who(at.Person, at.Body), duty.Id, outcome, evidence, Ct, answers), at.Body);

    private sealed record Place(BodyId Body, string Regulation, AccountId Account, UnitId Unit, StaffId Person);
}

public sealed class PrefectureDutyOnSqlite(SqliteDutyOffice store) : PrefectureDutyTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class PrefectureDutyOnPostgres(PostgresDutyOffice store) : PrefectureDutyTests(store), IClassFixture<PostgresDutyOffice>;
