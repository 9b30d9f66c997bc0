using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Posts;
using Shirase.Regulations;
using Shirase.TestKit;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>Another version of the guidelines for mail comes into force on 1 July 2026.</summary>
public sealed class AmendmentNoticeTests(AmendedOffice store) : IClassFixture<AmendedOffice>
{
    private const string Mail = "gunma-police-mail";

    private Office Office { get; } = new(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gm_0_2_1_Given_version_2_When_it_comes_into_force_Then_managers_are_told_what_changed_and_confirm_that_they_read_it()
    {
        store.Clock.SetJapan(2026, 6, 30, 9);
        await store.SeedAsync(Ct);
        var head = await Office.WhoAsync("negishi");
        await store.DbAsync(
            async db =>
            {
                (await db.Bodies.SingleAsync(b => b.Id == Office.Body, Ct)).Adopt(Mail);
                var unit = await db.Postings.Where(p => p.Staff == head.Staff).Select(p => p.Unit).FirstAsync(Ct);
                db.Add(new Appointment(Guid.CreateVersion7(), Office.Body, Mail, "unit-head", head.Staff, unit, new(2026, 4, 1), null, "職による"));
                return await db.SaveChangesAsync(Ct);
            },
            Office.Body);
        await RemindAsync();
        Assert.Empty(await ToldAsync("negishi"));
        Assert.Empty(await StatesAsync(head));

        store.Clock.SetJapan(2026, 7, 1, 8, 5);
        await RemindAsync();
        await RemindAsync();

        var told = Assert.Single(await ToldAsync("negishi"));
        Assert.Contains("配信時間外に配信する理由の最低文字数（gm-4-2）", told, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync("tamura"));
        Assert.Empty(await StatesAsync(await Office.WhoAsync("tamura")));
        var state = Assert.Single(await StatesAsync(head));
        Assert.Equal(("amendment-2026", "gm-0-2-1", true), (state.Rule.Id, state.Rule.Clause, state.IsDue));
        Office.Fine(await store.AskAsync<KeepReadings, Refusal?>(k => k.ConfirmAsync(head, "amendment-2026", [0], Ct), Office.Body));
        Assert.True(Assert.Single(await StatesAsync(head)).Holds);
    }

    private Task<IReadOnlyList<ReadingState>> StatesAsync(Who who) => store.AskAsync<KeepReadings, IReadOnlyList<ReadingState>>(k => k.StatesAsync(who.Body, who.Staff, Ct), Office.Body);

    private async Task<List<string>> ToldAsync(string login) => [.. (await Office.NoticesAsync(login)).Where(n => n.Kind == AmendmentNotices.Kind).Select(n => n.Text)];

    private async Task RemindAsync() => await store.InAsync(
        s => s.GetRequiredKeyedService<IJobHandler>(ReminderJob.Kind).RunAsync(new Job(Guid.NewGuid(), Office.Body, ReminderJob.Kind, Guid.Empty, store.Clock.Now, store.Clock.Now), Ct), Office.Body);
}

/// <summary>The sample police with two versions of the guidelines for mail.</summary>
public sealed class AmendedOffice : SqliteStore
{
    public AmendedOffice() => Also = services =>
    {
        Office.Equip(services);
        services.AddDuties();
        services.AddSingleton(new InstalledRegulations(Library(Folder)));
    };

    private static RegulationLibrary Library(string folder)
    {
        var files = Directory.CreateDirectory(Path.Combine(folder, "regulations")).FullName;
        foreach (var file in Directory.EnumerateFiles(Places.Regulations, "*.yaml"))
        {
            File.Copy(file, Path.Combine(files, Path.GetFileName(file)));
        }

        var first = Path.Combine(files, "gunma-police-mail.yaml");
        var text = File.ReadAllText(first);
        File.WriteAllText(first, text.Replace("in_force: {from: 2021-03-18}", "in_force: {from: 2021-03-18, to: 2026-06-30}", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(files, "gunma-police-mail.2026.yaml"), text
            .Replace("id: \"2021\"\n  in_force: {from: 2021-03-18}", "id: \"2026\"\n  in_force: {from: 2026-07-01}", StringComparison.Ordinal)
            .Replace("id: out-of-hours-reason-min\n    value: 10", "id: out-of-hours-reason-min\n    value: 20", StringComparison.Ordinal));
        var (library, problems) = RegulationFolder.Load(files, RegulationVocabulary.Of(TextChecks.All, KnownGates.All));
        return problems.Count == 0 ? library : throw new InvalidOperationException(problems[0].ToString());
    }
}
