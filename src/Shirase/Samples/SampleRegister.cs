using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Samples;

/// <summary>What every sample body enters: itself, its units, people, appointments, terminals and accounts, each with its journal entry.</summary>
internal sealed class SampleRegister(ShiraseDb db, Postings postings, DateTimeOffset now)
{
    public ShiraseDb Db => db;

    public DateTimeOffset Now => now;

    /// <param name="regulation">Slug of the regulation it files new applications under; null for a body that files none yet.</param>
    /// <param name="hosts">Hosts of its own website.</param>
    public void Body(BodyId id, string name, string nameEn, string? regulation, params string[] hosts)
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

    public void Unit(BodyId body, string code, string name, string nameEn, string parent, string mark)
    {
        var unit = new Unit(new(Guid.CreateVersion7()), body, code, name, nameEn, parent, mark);
        db.Add(unit);
        db.Record(body, now, "unit.registered", $"unit/{unit.Id}", new { code });
    }

    public async Task PeopleAsync(IEnumerable<SamplePerson> people, CancellationToken ct)
    {
        foreach (var person in people)
        {
            var id = new StaffId(Guid.CreateVersion7());
            db.Add(new Staff(id, person.Body, person.Name.Ja, person.Name.En, person.Login));
            db.Record(person.Body, now, "staff.registered", $"staff/{id}");
            var facts = new PostingFacts(
                UnitOf(person.Body, person.Unit), person.Post, person.Section, person.Rank, person.IsHead, SampleInstallation.Since);
            if (await postings.EnterAsync(new Doer(person.Body, null, now), id, facts, ct) is { } refusal)
            {
                throw new InvalidOperationException($"{person.Login}: {refusal.Text.En}");
            }
        }
    }

    /// <summary>A role of the installation itself, such as the administrator's.</summary>
    public void System(BodyId body, string login, string role) =>
        Appoint(body, Appointment.System, role, login, null, "見本の設定", null);

    public void Appoint(BodyId body, string regulation, string role, string login, UnitId? unit, string basis, string? clause) =>
        postings.Appoint(
            new Doer(body, null, now),
            new Appointment(Guid.CreateVersion7(), body, regulation, role, Staff(login), unit, SampleInstallation.Since, null, basis), clause);

    /// <summary>The terminal that the machine itself is, so that the sample can be tried on one machine.</summary>
    public TerminalId Terminal(BodyId body, string name, string location, string clause, UnitId? unit = null)
    {
        var id = new TerminalId(Guid.CreateVersion7());
        var terminal = new Terminal(id, body, name, location, "127.0.0.1/32\n::1/128", "");
        terminal.StandsIn(unit);
        db.Add(terminal);
        db.Record(body, now, "terminal.registered", $"terminal/{id}", new { clause });
        return id;
    }

    public void Account(BodyId body, string regulation, string channel, string handle, string name, string unit)
    {
        var account = new OfficialAccount(
            new(Guid.CreateVersion7()), body, regulation, channel, handle, name, UnitOf(body, unit), SampleInstallation.Since);
        db.Add(account);
        db.Record(body, now, "account.registered", $"account/{account.Id}", new { channel });
    }

    public UnitId UnitOf(BodyId body, string code) => db.Units.Local.Single(u => u.Body == body && u.Code == code).Id;

    public StaffId Staff(string login) => db.Staff.Local.Single(s => s.LoginName == login).Id;
}
