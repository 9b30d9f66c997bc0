using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.TestKit.Images;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>Versions, journal and evidence sheet of a whole case.</summary>
public abstract class RecordTests(TestStore store) : OfficeTests(store)
{
    [Fact]
    public async Task Given_two_writers_of_one_draft_When_the_second_saves_what_he_was_not_shown_Then_refused_and_nothing_is_lost()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        var shown = await Office.ReadAsync(id);
        Office.Fine(await Office.EditAsync(id, c => c with { Extension = "3344" }, "sekiguchi"));

        var refusal = await Office.AskAsync<Drafting, Refusal?>("tamura", (d, w) =>
            d.SaveAsync(id, w, shown.Current.Content with { Extension = "5566" }, shown.Revision, Ct));

        Assert.IsType<ChangedMeanwhile>(refusal);
        Assert.Equal("3344", (await Office.ReadAsync(id)).Current.Content.Extension);
    }

    [Fact]
    public async Task Given_a_recalled_form_When_filed_again_with_the_same_words_Then_the_former_decisions_do_not_count()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.AskAsync<Drafting, Refusal?>("tamura", (d, w) => d.RecallAsync(id, w, Ct)));
        Office.Fine(await Office.SubmitAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "negishi"));

        Assert.IsType<TooLateToRecall>(await Office.AskAsync<Drafting, Refusal?>("tamura", (d, w) => d.RecallAsync(id, w, Ct)));
    }

    [Fact]
    public async Task Given_a_case_from_draft_to_deletion_When_the_journal_is_read_Then_every_change_stands_in_a_whole_chain_and_an_alteration_shows()
    {
        var id = await RemovedAsync();
        var delivery = await Office.DeliveryAsync(id);

        var journal = await JournalAsync();

        Assert.Empty(JournalChain.Faults(journal));
        Assert.Equal(
            [
                "application.begun", "application.submitted", "application.confirmed", "application.approved", "application.assigned",
                "application.approved", "delivery.ordered", "delivery.removal-ordered",
            ],
            journal.Where(j => j.Subject == $"application/{id}").Select(j => j.Verb));
        Assert.Equal(
            ["delivery.claimed", "delivery.published", "delivery.copied", "delivery.removed"],
            journal.Where(j => j.Subject == $"delivery/{delivery.Id}").Select(j => j.Verb));
        Assert.DoesNotContain(journal, j => j.Detail.Contains("市役所", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_refused_acts_When_the_journal_is_read_Then_nothing_was_written_or_told_but_the_attempt_to_send()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        var before = (await JournalAsync()).Count;
        Assert.NotNull(await Office.ApproveAsync(id, "kobayashi", null, "law"));
        Assert.Equal(before, (await JournalAsync()).Count);
        Assert.NotNull(await Office.PublishAsync(id));
        Assert.NotNull(await Office.PublishAsync(id));

        Assert.Equal("access.refused", Assert.Single((await JournalAsync()).Skip(before)).Verb);
    }

    [Fact]
    public async Task gx_f_7_Given_a_posted_and_deleted_item_When_its_evidence_is_drawn_up_Then_every_clause_of_its_course_stands_there_with_names_and_times()
    {
        var id = await RemovedAsync();
        var sheet = await SheetAsync(id);
        var regulation = TestStore.Regulations.Find(sheet.Regulation, sheet.Version)!;

        var asked = regulation.Checks.Where(c => c.Kinds.Count == 0 || c.Kinds.Contains("post")).Select(c => c.Clause)
            .Concat(regulation.Gates.Select(g => g.Clause))
            .Concat(regulation.Attestations.Select(a => a.Clause))
            .Concat(regulation.Route("ordinary")!.Steps.Select(s => s.Clause))
            .Append("gx-13-4-5").Append("gx-15-2-2").ToHashSet(StringComparer.Ordinal);
        Assert.Empty(asked.Except(sheet.Lines.Select(l => l.Clause)));
        Assert.All(sheet.Lines, l => Assert.True(l.Kept, $"{l.Clause} {l.How.Ja}"));
        Assert.All(sheet.Lines.Where(l => l.Means == "person"), l => Assert.NotNull(l.By));
        Assert.Contains(sheet.Lines, l => l.Clause == "gx-12-4-1" && l.Means == "record" && l.At is not null);
        Assert.Contains(sheet.Lines, l => l is { Clause: "gx-15-2-2", Means: "record" });
        Assert.Contains(sheet.Lines, l => l.Clause == "gx-13-4-5" && l.How.Ja.Contains("消えたことを確認", StringComparison.Ordinal));
        Assert.Equal(sheet.Lines.Select(l => regulation.OrderOf(l.Clause)).Order(), sheet.Lines.Select(l => regulation.OrderOf(l.Clause)));
    }

    [Fact]
    public async Task gx_0_1_Given_a_filed_case_When_it_is_opened_later_Then_the_version_of_the_guidelines_it_was_checked_against_stands_there()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Clock.SetJapan(2027, 6, 11);

        var sheet = await SheetAsync(id);

        Assert.Equal(("gunma-police-x", "2023"), (sheet.Regulation, sheet.Version));
        Assert.Contains(await JournalAsync(), j => j.Subject == $"application/{id}" && j.Detail.Contains("gunma-police-x/2023", StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_15_1_4_Given_an_image_with_hidden_data_When_attached_Then_it_is_stripped_journalled_and_seen_by_those_concerned_only()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        var attached = await Office.AskAsync<Attaching, Result<MediaItem>>("tamura", (a, w) =>
            a.AttachAsync(id, w, PngFile.Of(4, 4, PngFile.Text("Author", "TAMURA Yumi")), Ct));
        Assert.True(attached.IsDone, attached.Refusal?.Text.Ja);
        var media = new MediaId(attached.Value.Id);

        var stored = await Office.AskAsync<Attaching, StoredMedia?>("tamura", (a, w) => a.ReadAsync(media, w, Ct));
        Assert.DoesNotContain("TAMURA", System.Text.Encoding.Latin1.GetString(stored!.Bytes), StringComparison.Ordinal);
        Assert.Null(await Office.AskAsync<Attaching, StoredMedia?>("nakajima", (a, w) => a.ReadAsync(media, w, Ct)));
        Assert.Contains(await JournalAsync(), j => j.Verb == "media.attached" && j.Detail.Contains(stored.Sha256, StringComparison.Ordinal));
    }

    [Fact]
    public async Task gx_f_4_Given_an_undecided_form_When_its_evidence_is_drawn_up_Then_the_head_stands_there_only_after_he_decided()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        Office.Fine(await Office.SubmitAsync(id));
        Assert.DoesNotContain((await SheetAsync(id)).Lines, l => l.Clause == "gx-12-1-2");

        Office.Fine(await Office.CheckAsync(id));
        Office.Fine(await Office.ApproveAsync(id, "shimizu", "署長が出張のため"));

        var line = Assert.Single((await SheetAsync(id)).Lines, l => l is { Clause: "gx-12-1-2", Means: "person" });
        Assert.Equal(((await Office.WhoAsync("shimizu")).Staff, (DateTimeOffset?)Office.Clock.Now), (line.By!.Value, line.At));
        Assert.Contains("代決", line.How.Ja, StringComparison.Ordinal);
    }

    private async Task<PostApplicationId> RemovedAsync()
    {
        var id = await Office.PublishedAsync(await Office.ContentAsync());
        Office.Fine(await Office.RemoveAsync(id, why: "番号の誤り"));
        await Office.RunJobsAsync();
        return id;
    }

    private Task<List<JournalEntry>> JournalAsync() =>
        Office.Store.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.Body == Office.Body).OrderBy(j => j.Number).ToListAsync(Ct));

    private async Task<EvidenceSheet> SheetAsync(PostApplicationId id)
    {
        var application = await Office.ReadAsync(id);
        var regulation = TestStore.Regulations.Find(application.Regulation, application.RegulationVersion)!;
        var unit = await Office.Store.DbAsync(db => db.Units.SingleAsync(u => u.Id == application.Unit, Ct));
        var findings = await Office.Store.AskAsync<Screening, IReadOnlyList<Finding>>(
            s => s.FindAsync(regulation, application.Current.Content, unit, Stage.Send, Office.Clock.Now, null, null, null, Ct), Office.Body);
        var deliveries = await Office.Store.DbAsync(db => db.Deliveries.AsNoTracking().Where(d => d.Application == id).ToListAsync(Ct));
        return Evidence.Of(regulation, application, findings, [.. deliveries.Select(d => (d, new Localized("訓練", "Drill"), GateKeeper.FromJson(d.GateJson)))]);
    }
}

public sealed class RecordOnSqlite(SqliteOffice store) : RecordTests(store), IClassFixture<SqliteOffice>;

public sealed class RecordOnPostgres(PostgresOffice store) : RecordTests(store), IClassFixture<PostgresOffice>;
