using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Samples;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Posts;

/// <summary>A form that was approved under a notice since repealed.</summary>
public abstract class RepealedFormTests(TestStore store) : MailCases(store)
{
    [Fact]
    public async Task gm_0_3_Given_a_form_of_the_repealed_table_When_it_is_used_for_a_new_mail_Then_refused_and_the_document_in_force_is_named()
    {
        var content = await MailAsync();
        var old = await FormAsync("群広第128号");
        var id = await Office.BeginAsync(content with { StandardForm = old });

        var refusal = Assert.IsType<RepealedDocumentNamed>(await SubmitAsync(id));
        Assert.Equal("gm-0-3", refusal.Clause);
        Assert.StartsWith("廃止済みの通達は適用できません", refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Contains(TestStore.Regulations.InForce(Mail, new DateOnly(2026, 6, 11))!.Title.Ja, refusal.Text.Ja, StringComparison.Ordinal);
        Assert.Equal(ApplicationState.Draft, (await Office.ReadAsync(id)).State);

        // What was proposed under the repealed table is not approved either; one of the table in force is
        var proposed = await FormAsync("群広第128号", approved: false);
        Assert.IsType<RepealedDocumentNamed>(await ApproveAsync(proposed));
        Office.Fine(await ApproveAsync(await FormAsync(Mail, approved: false)));
        var next = await Office.BeginAsync(content with { StandardForm = await FormAsync(Mail) });
        Office.Fine(await SubmitAsync(next));
    }

    private Task<Refusal?> ApproveAsync(Guid id) => Office.AskAsync<StandardForms, Refusal?>("negishi", (f, w) => f.ApproveAsync(w, id, Ct));

    private async Task<Guid> FormAsync(string regulation, bool approved = true)
    {
        var author = await Office.WhoAsync("tamura");
        return await Office.Store.DbAsync(async db =>
        {
            var unit = await db.Units.Where(u => u.Body == Office.Body && u.Code == SampleCast.Maebashi).Select(u => u.Id).SingleAsync(Ct);
            var form = new StandardForm(Guid.CreateVersion7(), Office.Body, unit, "不審者", "{場所}で不審者の情報がありました。", author.Staff, Office.Clock.Now.Truncated()).Under(regulation);
            if (approved)
            {
                Office.Fine(form.Approve(new Act(author.Staff, Office.Clock.Now.Truncated()), null));
            }

            db.Add(form);
            await db.SaveChangesAsync(Ct);
            return form.Id;
        }, Office.Body);
    }
}

public sealed class RepealedFormOnSqlite(SqliteOffice store) : RepealedFormTests(store), IClassFixture<SqliteOffice>;

public sealed class RepealedFormOnPostgres(PostgresOffice store) : RepealedFormTests(store), IClassFixture<PostgresOffice>;
