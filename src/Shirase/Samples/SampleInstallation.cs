using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Samples;

/// <summary>Fills an empty database with the sample bodies, people and accounts. Everything is invented or marked as unsure.</summary>
public sealed class SampleInstallation(ShiraseDb db, Postings postings, TimeProvider clock)
{
    /// <summary>Regulation of the sample police.</summary>
    public const string Regulation = "gunma-police-x";

    /// <summary>Since when the sample people hold their posts.</summary>
    public static readonly DateOnly Since = new(2025, 4, 1);

    private const string OfficeRule = "群馬県警察の処務に関する訓令（平成11年本部訓令第7号）";

    /// <summary>Seeds in one transaction; false when the database holds a body already.</summary>
    /// <param name="here">Address under which people open this installation, for the addresses of practice posts.</param>
    public async Task<bool> SeedAsync(Uri here, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(SampleCast.Gunma, ct);
        if (await db.Bodies.AnyAsync(ct))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        AddBodies(now);
        await AddPeopleAsync(now, ct);
        AddAppointments(now);
        AddTerminal(now);
        AddAccounts(now);
        SamplePartners.Add(db, here, now, Staff("tamura"), Staff("kobayashi"));
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return true;
    }

    private void AddBodies(DateTimeOffset now)
    {
        AddBody(SampleCast.Gunma, "群馬県警察", "Gunma Prefectural Police", now, Regulation, "www.police.pref.gunma.jp");
        AddBody(SampleCast.Ishikawa, "石川県警察", "Ishikawa Prefectural Police", now);
        AddBody(SampleCast.Okayama, "岡山県", "Okayama Prefecture", now);
        AddBody(SampleCast.Tochigi, "栃木県", "Tochigi Prefecture", now);
        foreach (var unit in Units())
        {
            AddUnit(SampleCast.Gunma, unit.Code, unit.Name, unit.NameEn, unit.Parent, unit.Mark, now);
        }

        AddUnit(SampleCast.Ishikawa, "pr-office", "総務課広報室", "Public Relations Office", "警務部", "広", now);
        AddUnit(SampleCast.Okayama, "pr-division", "公聴広報課", "Public Relations Division", "総合政策局", "公広", now);
        AddUnit(SampleCast.Tochigi, "pr-division", "広報課", "Public Relations Division", "県民生活部", "広", now);
    }

    private void AddBody(BodyId id, string name, string nameEn, DateTimeOffset now, string? regulation = null, params string[] hosts)
    {
        var body = new Body(id, name, nameEn);
        body.OwnHostsAre(hosts);
        if (regulation is not null)
        {
            body.Adopt(regulation);
        }

        db.Add(body);
        db.Record(id, now, "body.registered", $"body/{id}", new { sample = true });
    }

    private void AddUnit(BodyId body, string code, string name, string nameEn, string parent, string mark, DateTimeOffset now)
    {
        var unit = new Unit(new(Guid.CreateVersion7()), body, code, name, nameEn, parent, mark);
        db.Add(unit);
        db.Record(body, now, "unit.registered", $"unit/{unit.Id}", new { code });
    }

    private async Task AddPeopleAsync(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var person in SampleCast.All)
        {
            var doer = new Doer(person.Body, null, now);
            var id = new StaffId(Guid.CreateVersion7());
            db.Add(new Staff(id, person.Body, person.Name.Ja, person.Name.En, person.Login));
            db.Record(person.Body, now, "staff.registered", $"staff/{id}");
            var facts = new PostingFacts(UnitOf(person.Body, person.Unit), person.Post, person.Section, person.Rank, person.IsHead, Since);
            if (await postings.EnterAsync(doer, id, facts, ct) is { } refusal)
            {
                throw new InvalidOperationException($"{person.Login}: {refusal.Text.En}");
            }
        }
    }

    private void AddAppointments(DateTimeOffset now)
    {
        Appoint("horiguchi", SampleCast.Gunma, SystemRole.Administrator, now);
        Appoint("yanagida", SampleCast.Gunma, SystemRole.Auditor, now);
        Appoint("ishikawa-admin", SampleCast.Ishikawa, SystemRole.Administrator, now);
        Appoint("okayama-admin", SampleCast.Okayama, SystemRole.Administrator, now);
        Appoint("tochigi-admin", SampleCast.Tochigi, SystemRole.Administrator, now);
        var deputy = new Deputy(
            Guid.CreateVersion7(), SampleCast.Gunma, Regulation, "unit-head", UnitOf(SampleCast.Gunma, SampleCast.Maebashi), Staff("shimizu"),
            1, Since, null, OfficeRule);
        db.Add(deputy);
        db.Record(SampleCast.Gunma, now, "deputy.registered", $"staff/{deputy.Staff}", new { deputy = deputy.Id, clause = "gx-15-1-3" });
    }

    private void Appoint(string login, BodyId body, string role, DateTimeOffset now) => postings.Appoint(
        new Doer(body, null, now),
        new Appointment(Guid.CreateVersion7(), body, Appointment.System, role, Staff(login), null, Since, null, "見本の設定"), null);

    private void AddTerminal(DateTimeOffset now)
    {
        var id = new TerminalId(Guid.CreateVersion7());
        db.Add(new Terminal(id, SampleCast.Gunma, "広報広聴課 HP管理用端末", "本部庁舎 広報広聴課", "127.0.0.1/32\n::1/128", ""));
        db.Record(SampleCast.Gunma, now, "terminal.registered", $"terminal/{id}", new { clause = "gx-11-2" });
    }

    private void AddAccounts(DateTimeOffset now)
    {
        foreach (var (channel, handle, name) in new[] { ("drill", "gunma_police", "群馬県警察"), ("website", "gunma_police_site", "県警ホームページ") })
        {
            var account = new OfficialAccount(
                new(Guid.CreateVersion7()), SampleCast.Gunma, Regulation, channel, handle, name,
                UnitOf(SampleCast.Gunma, SampleCast.PrDivision), Since);
            db.Add(account);
            db.Record(SampleCast.Gunma, now, "account.registered", $"account/{account.Id}", new { channel });
        }
    }

    private UnitId UnitOf(BodyId body, string code) => db.Units.Local.Single(u => u.Body == body && u.Code == code).Id;

    private StaffId Staff(string login) => db.Staff.Local.Single(s => s.LoginName == login).Id;

    private static List<SampleUnit> Units()
    {
        using var file = typeof(SampleInstallation).Assembly.GetManifestResourceStream("Shirase.Samples.gunma-police.json")!;
        return JsonSerializer.Deserialize<SampleOrganisation>(file, JsonSerializerOptions.Web)!.Units;
    }

    private sealed record SampleOrganisation(List<SampleUnit> Units);

    private sealed record SampleUnit(string Code, string Name, string NameEn, string Parent, string Mark);
}
