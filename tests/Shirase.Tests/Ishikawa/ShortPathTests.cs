using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Ishikawa;

/// <summary>石川: simple and standard posts, and who may approve them (is-2-4 ただし書).</summary>
public abstract class ShortPathTests(TestStore store) : IshikawaTests(store)
{
    private const string Filled = "【交通死亡事故の発生】6月17日、金沢市香林坊で交通死亡事故が発生しました。夕暮れ時は早めにライトを点灯し、横断歩道では歩行者を優先してください。";

    [Fact]
    public async Task is_2_4_d_Given_a_form_with_only_its_slots_filled_When_filed_Then_the_designated_inspector_approves_it()
    {
        var id = await FiledAsync(await StandardAsync());

        Assert.Equal(("short", "short-approval"), ((await Office.ReadAsync(id)).Route, (await Office.ReadAsync(id)).Step));
        Assert.Contains(await Office.NoticesAsync("taniguchi", id), n => n.Kind == "application.waiting");
        Fine(await Office.ApproveAsync(id, "taniguchi"));

        var approval = (await Office.ReadAsync(id)).Decisions.Single(d => d.Verb == Verb.Approve);
        Assert.Equal(("designated-approver", "is-2-4-d"), (approval.Role, approval.Clause));
        Fine(await Office.PublishAsync(id));
        await RunJobsAsync();
        Assert.Equal(ApplicationState.Published, (await Office.ReadAsync(id)).State);
    }

    [Fact]
    public async Task is_t_1_4_Given_a_post_of_the_short_path_When_sent_at_ten_past_five_Then_a_reason_is_demanded_there_too()
    {
        var id = await FiledAsync(await StandardAsync());
        Fine(await Office.ApproveAsync(id, "taniguchi"));
        Office.Store.Clock.SetJapan(2026, 6, 18, 17, 10);

        Assert.Equal("is-t-1-4", Assert.IsType<GateIsClosed>(await Office.PublishAsync(id)).Clause);
    }

    [Theory]
    [InlineData("被疑者は逃走中です。")]
    [InlineData("\n目撃した方は連絡してください。")]
    public async Task is_2_4_d_Given_a_free_sentence_added_to_the_form_When_filed_Then_the_short_path_is_lost_for_those_words_and_the_head_decides(string added)
    {
        var content = await StandardAsync() with { Body = Filled + added };
        var id = await FiledAsync(added.Contains("被疑者", StringComparison.Ordinal) ? Justified(content, "case-words|被疑者") : content);

        var application = await Office.ReadAsync(id);
        Assert.Equal(("ordinary", "unit-head"), (application.Route, application.Step));
        var filed = application.Decisions.Single(d => d.Verb == Verb.Submit);
        Assert.Contains(added.Trim().TrimEnd('。'), filed.Opinion, StringComparison.Ordinal);
        Assert.Equal("is-2-4-d", filed.Clause);
        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "taniguchi"));
        Fine(await Office.ApproveAsync(id));
    }

    [Fact]
    public async Task is_2_4_d_Given_a_sentence_hidden_in_a_slot_When_filed_Then_the_short_path_is_lost()
    {
        var id = await FiledAsync(await StandardAsync() with { Body = Filled.Replace("金沢市香林坊", "金沢市香林坊。犯人は逃げました", StringComparison.Ordinal) });

        Assert.Equal("ordinary", (await Office.ReadAsync(id)).Route);
    }

    [Fact]
    public async Task is_2_4_d_Given_a_form_the_head_retired_When_filed_Then_the_short_path_is_lost()
    {
        var unit = new UnitId(await Office.UnitAsync("traffic-planning"));
        Fine(await Office.AskAsync<StandardForms, Refusal?>("kinoshita", (f, w) => f.ProposeAsync(w, unit, "古い様式", "{日時}に呼び掛けます。", Ct)));
        var form = await Office.Store.DbAsync(db => db.StandardForms.AsNoTracking().SingleAsync(f => f.Name == "古い様式", Ct), IshikawaOffice.Body);
        Fine(await Office.AskAsync<StandardForms, Refusal?>("nishida", (f, w) => f.ApproveAsync(w, form.Id, Ct)));
        var content = await StandardAsync() with { StandardForm = form.Id, Body = "6月20日に呼び掛けます。" };
        Assert.Equal("short", (await Office.ReadAsync(await FiledAsync(content))).Route);

        Fine(await Office.AskAsync<StandardForms, Refusal?>("nishida", (f, w) => f.RetireAsync(w, form.Id, Ct)));

        Assert.Equal("ordinary", (await Office.ReadAsync(await FiledAsync(content))).Route);
    }

    [Fact]
    public async Task is_2_4_d_Given_a_proposed_form_When_somebody_but_the_head_approves_it_Then_refused_and_it_opens_nothing_until_the_head_does()
    {
        var unit = new UnitId(await Office.UnitAsync("traffic-planning"));
        Fine(await Office.AskAsync<StandardForms, Refusal?>("nakamura", (f, w) => f.ProposeAsync(w, unit, "街頭活動", "{日時}、{場所}で街頭活動を行います。", Ct)));
        var form = await Office.Store.DbAsync(db => db.StandardForms.AsNoTracking().SingleAsync(f => f.Name == "街頭活動" && f.State == StandardFormState.Proposed, Ct), IshikawaOffice.Body);

        Assert.Equal("is-2-4-d", Assert.IsType<OnlyTheHeadApprovesForms>(await Office.AskAsync<StandardForms, Refusal?>("taniguchi", (f, w) => f.ApproveAsync(w, form.Id, Ct))).Clause);
        Assert.IsType<OnlyTheHeadApprovesForms>(await Office.AskAsync<StandardForms, Refusal?>("higashi", (f, w) => f.ApproveAsync(w, form.Id, Ct)));
        var content = await StandardAsync() with { StandardForm = form.Id, Body = "6月20日、香林坊で街頭活動を行います。" };
        Assert.Equal("ordinary", (await Office.ReadAsync(await FiledAsync(content))).Route);

        Fine(await Office.AskAsync<StandardForms, Refusal?>("nishida", (f, w) => f.ApproveAsync(w, form.Id, Ct)));
        Assert.Equal("short", (await Office.ReadAsync(await FiledAsync(content))).Route);
        Fine(await Office.AskAsync<StandardForms, Refusal?>("nishida", (f, w) => f.RetireAsync(w, form.Id, Ct)));
    }

    [Fact]
    public async Task is_2_4_d_Given_a_text_that_meets_every_criterion_When_filed_as_simple_Then_the_short_path_is_open()
    {
        var id = await FiledAsync(await Office.ContentAsync() with { Ground = "simple" });

        Assert.Equal("short", (await Office.ReadAsync(id)).Route);
        Fine(await Office.ApproveAsync(id, "taniguchi"));
    }

    [Theory]
    [InlineData("case", "事件")]
    [InlineData("length", "140")]
    [InlineData("link", "example.com")]
    [InlineData("name", "山田太郎")]
    [InlineData("class", "区分")]
    [InlineData("party", "候補者")]
    public async Task is_2_4_d_Given_one_criterion_that_is_not_met_When_filed_as_simple_Then_the_head_decides_and_the_reason_stands_there(string which, string said)
    {
        var content = await Office.ContentAsync() with { Ground = "simple" };
        content = which switch
        {
            "case" => content with { CaseInformation = "yes", RelatedUnits = [await Office.UnitAsync("investigation-1")] },
            "length" => content with { Body = new string('あ', 141) },
            "link" => content with { Body = content.Body + "https://example.com/" },
            "name" => Justified(content with { Body = content.Body + "山田太郎さんも参加します。" }, "pii-name|山田太郎"),
            "class" => content with { ContentClass = "other" },
            _ => Justified(content with { Body = content.Body + "候補者の演説会場周辺は混雑します。" }, "political-words|候補者"),
        };
        var id = await FiledAsync(content);

        var application = await Office.ReadAsync(id);
        Assert.Equal("ordinary", application.Route);
        Assert.Contains(said, application.Decisions.Single(d => d.Verb == Verb.Submit).Opinion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_t_3_7_Given_a_candidate_in_a_simple_post_When_filed_Then_the_short_path_is_closed()
    {
        var content = await Office.ContentAsync() with { Ground = "simple" };

        var id = await FiledAsync(Justified(content with { Body = content.Body + "候補者の演説会場周辺は混雑します。" }, "political-words|候補者"));

        Assert.Equal("unit-head", (await Office.ReadAsync(id)).Step);
    }

    [Fact]
    public async Task is_3_4_a_Given_a_case_When_filed_as_simple_Then_the_short_path_is_closed_and_the_head_confirms_that_its_release_was_cleared()
    {
        var content = await Office.ContentAsync() with { Ground = "simple", CaseInformation = "yes", RelatedUnits = [await Office.UnitAsync("investigation-1")] };
        var id = await FiledAsync(content);

        Assert.Equal("is-3-4-a", Assert.IsType<ChecklistLineIsOpen>(await Office.ApproveAsync(id, without: "case-information")).Clause);
        Fine(await Office.ApproveAsync(id));
    }

    [Fact]
    public async Task is_3_4_a_Given_no_answer_or_a_word_against_it_When_filed_Then_refused_until_answered_or_justified()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync() with { CaseInformation = null });
        Assert.Equal("is-3-4-a", Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id)).Clause);

        Fine(await Office.EditAsync(id, c => c with { CaseInformation = "no", Body = "被疑者を装った詐欺の電話に注意してください。" }));
        Assert.Equal("is-3-4-a", Assert.IsType<Core.Posts.ReasonIsMissing>(await Office.SubmitAsync(id)).Clause);

        Fine(await Office.EditAsync(id, c => c with { CaseInformation = "yes" }));
        Assert.Equal("is-3-4-a", Assert.IsType<FindingRefuses>(await Office.SubmitAsync(id)).Clause);
        var unit = await Office.UnitAsync("investigation-1");
        Fine(await Office.EditAsync(id, c => c with { RelatedUnits = [unit] }));
        Fine(await Office.SubmitAsync(id));
    }

    [Fact]
    public async Task is_2_4_d_Given_a_simple_post_When_the_approver_sends_it_up_Then_the_head_decides()
    {
        var id = await FiledAsync(await Office.ContentAsync() with { Ground = "simple" });

        Fine(await Office.AskAsync<Concerning, Refusal?>("taniguchi", (c, w) => c.SendUpAsync(id, w, "所属長の判断を仰ぐ", Ct)));

        Assert.Equal(("ordinary", "unit-head"), ((await Office.ReadAsync(id)).Route, (await Office.ReadAsync(id)).Step));
        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "taniguchi"));
    }

    [Fact]
    public async Task is_2_4_d_Given_a_simple_post_out_of_hours_When_filed_Then_the_short_path_does_not_lead_there()
    {
        var id = await Office.BeginAsync(await Office.ContentAsync() with { Ground = "simple", DesiredAt = new DateTimeOffset(2026, 6, 18, 20, 0, 0, JapanTime.Offset) });

        Assert.Equal("is-2-4-c", Assert.IsType<OutOfHoursNeedsGround>(await Office.SubmitAsync(id)).Clause);
    }

    [Fact]
    public async Task is_2_4_e_Given_an_assistant_inspector_When_the_head_designates_her_Then_refused_and_an_equivalent_post_is_taken()
    {
        var refusal = Assert.IsType<RankTooLow>(await DesignateAsync("nishida", "designated-approver", "kinoshita"));
        Assert.Equal("is-2-4-e", refusal.Clause);
        Assert.Contains("警部以上（同相当職を含む）に限ります", refusal.Text.Ja, StringComparison.Ordinal);

        await PostAsync("kinoshita", "課長補佐（一般職員）", Rank.None);
        Fine(await DesignateAsync("nishida", "designated-approver", "kinoshita"));
        await PostAsync("kinoshita", "主査（一般職員）", Rank.None);
        Assert.IsType<RankTooLow>(await DesignateAsync("nishida", "designated-approver", "kinoshita"));
        await PostAsync("kinoshita", "係長", Rank.Keibuho);
    }

    [Fact]
    public async Task is_2_4_e_Given_an_approver_who_was_demoted_or_deputised_for_When_he_decides_Then_neither_is_let_in()
    {
        var id = await FiledAsync(await Office.ContentAsync() with { Ground = "simple" });
        await Office.Store.InAsync(async s =>
        {
            var db = (Shirase.Storage.ShiraseDb)s.GetService(typeof(Shirase.Storage.ShiraseDb))!;
            var staff = (await Office.WhoAsync("taniguchi")).Staff;
            await db.Postings.Where(p => p.Staff == staff).ExecuteUpdateAsync(p => p.SetProperty(x => x.Rank, Rank.Keibuho), Ct);
            return 0;
        }, IshikawaOffice.Body);

        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "taniguchi"));
        Assert.IsType<NoSeatInThisStep>(await Office.ApproveAsync(id, "kinoshita"));

        await Office.Store.InAsync(async s =>
        {
            var db = (Shirase.Storage.ShiraseDb)s.GetService(typeof(Shirase.Storage.ShiraseDb))!;
            var staff = (await Office.WhoAsync("taniguchi")).Staff;
            await db.Postings.Where(p => p.Staff == staff).ExecuteUpdateAsync(p => p.SetProperty(x => x.Rank, Rank.Keibu), Ct);
            return 0;
        }, IshikawaOffice.Body);
        Fine(await Office.ApproveAsync(id, "taniguchi"));
    }

    [Fact]
    public async Task is_2_1_a_Given_anybody_but_the_head_of_the_unit_When_he_designates_Then_refused()
    {
        Assert.Equal("is-2-1-a", Assert.IsType<OnlyTheHeadDesignates>(await DesignateAsync("taniguchi", "information-sender", "kinoshita")).Clause);
        Assert.IsType<NotOfYourUnit>(await DesignateAsync("higashi", "information-sender", "kinoshita"));
    }

    [Fact]
    public async Task is_2_1_a_Given_a_sender_who_is_transferred_When_the_day_comes_Then_the_designation_ends_and_without_any_sender_nothing_goes_out()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync());
        foreach (var login in new[] { "nakamura", "yamamoto" })
        {
            var designation = await DesignationAsync(login);
            Fine(await Office.AskAsync<Designating, Refusal?>("nishida", (d, w) => d.EndAsync(new Doer(w.Body, w.Staff, Office.Store.Clock.Now), designation, Ct)));
        }

        Assert.IsType<OnlyPrOfficers>(await Office.PublishAsync(id));
        Fine(await DesignateAsync("nishida", "information-sender", "nakamura"));
        Fine(await DesignateAsync("nishida", "information-sender", "yamamoto"));
        Assert.IsType<IsDesignatedAlready>(await DesignateAsync("nishida", "information-sender", "yamamoto"));
        Fine(await Office.PublishAsync(id, "yamamoto"));

        await PostAsync("yamamoto", "係員", Rank.Junsa);
        Assert.IsType<OnlyPrOfficers>(await Office.PublishAsync(await Office.ReadyAsync(await Office.ContentAsync("別件です。反射材を着けましょう。")), "yamamoto"));
    }

    [Fact]
    public async Task is_2_1_b_Given_a_post_scheduled_by_a_sender_whose_designation_ends_When_its_time_comes_Then_it_is_held_and_not_sent()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync("予約の件です。反射材を着けましょう。"));
        Fine(await Office.PublishAsync(id, at: new DateTimeOffset(2026, 6, 18, 14, 0, 0, JapanTime.Offset)));
        var designation = await DesignationAsync("nakamura");
        Fine(await Office.AskAsync<Designating, Refusal?>("nishida", (d, w) => d.EndAsync(new Doer(w.Body, w.Staff, Office.Store.Clock.Now), designation, Ct)));

        Office.Store.Clock.SetJapan(2026, 6, 18, 14, 0);
        await RunJobsAsync();

        Assert.Equal(DeliveryState.Held, (await Office.DeliveriesAsync(id)).Single().State);
        foreach (var login in new[] { "nishida", "yamamoto" })
        {
            Assert.Contains(await Office.NoticesAsync(login, id), n => n.Kind == "delivery.held");
        }

        Assert.NotEqual(ApplicationState.Published, (await Office.ReadAsync(id)).State);
        Fine(await DesignateAsync("nishida", "information-sender", "nakamura"));
    }

    [Fact]
    public async Task is_2_3_Given_a_terminal_that_the_register_gives_to_another_unit_When_sending_Then_refused_naming_that_unit()
    {
        var id = await Office.ReadyAsync(await Office.ContentAsync("端末の件です。反射材を着けましょう。"));
        var other = new UnitId(await Office.UnitAsync("investigation-1"));
        await MoveTerminalAsync(other);

        var refusal = Assert.IsType<GateIsClosed>(await Office.PublishAsync(id));

        Assert.Equal("is-2-3", refusal.Clause);
        Assert.Contains("捜査第一課", refusal.Text.Ja, StringComparison.Ordinal);
        await MoveTerminalAsync(new UnitId(await Office.UnitAsync("traffic-planning")));
        Fine(await Office.PublishAsync(id));
    }

    private async Task MoveTerminalAsync(UnitId unit)
    {
        var admin = await Office.WhoAsync("ishikawa-admin");
        var terminal = await Office.Store.DbAsync(db => db.Terminals.AsNoTracking().SingleAsync(t => t.Body == IshikawaOffice.Body, Ct), IshikawaOffice.Body);
        Fine(await Office.Store.AskAsync<RegisterTerminal, Refusal?>(r => r.ChangeAsync(
            new Doer(admin.Body, admin.Staff, Office.Store.Clock.Now), terminal.Id, new(terminal.Name, terminal.Location, terminal.AddressRanges, "", unit), Ct), IshikawaOffice.Body));
    }

    private Task<Refusal?> DesignateAsync(string by, string role, string login) => Office.AskAsync<Designating, Refusal?>(by, async (d, w) =>
        await d.RunAsync(new Doer(w.Body, w.Staff, Office.Store.Clock.Now), role, (await Office.WhoAsync(login)).Staff, Office.Store.Clock.Now.JapanDay(), "総第5号", Ct));

    private async Task<Guid> DesignationAsync(string login)
    {
        var staff = (await Office.WhoAsync(login)).Staff;
        return await Office.Store.DbAsync(
            db => db.Appointments.AsNoTracking().Where(a => a.Staff == staff && a.Role == "information-sender" && a.To == null).Select(a => a.Id).SingleAsync(Ct), IshikawaOffice.Body);
    }

    // A posting of tomorrow would need tomorrow; each call takes the next day
    private async Task PostAsync(string login, string post, Rank rank)
    {
        Office.Store.Clock.Pass(TimeSpan.FromDays(1));
        var admin = await Office.WhoAsync("ishikawa-admin");
        var unit = new UnitId(await Office.UnitAsync("traffic-planning"));
        Fine(await Office.Store.AskAsync<TransferStaff, Refusal?>(async t => await t.RunAsync(
            new Doer(admin.Body, admin.Staff, Office.Store.Clock.Now), (await Office.WhoAsync(login)).Staff,
            new(unit, post, "企画係", rank, false, Office.Store.Clock.Now.JapanDay()), Ct), IshikawaOffice.Body));
    }

    private async Task<PostContent> StandardAsync()
    {
        var form = await Office.Store.DbAsync(db => db.StandardForms.AsNoTracking().Where(f => f.Name == "死亡事故注意喚起").OrderByDescending(f => f.ProposedAt).FirstAsync(Ct), IshikawaOffice.Body);
        return await Office.ContentAsync(Filled) with { Ground = "standard-form", StandardForm = form.Id };
    }

    private async Task<PostApplicationId> FiledAsync(PostContent content)
    {
        var id = await Office.BeginAsync(content);
        Fine(await Office.SubmitAsync(id));
        return id;
    }
}

public sealed class ShortPathOnSqlite(SqliteOffice store) : ShortPathTests(store), IClassFixture<SqliteOffice>;

public sealed class ShortPathOnPostgres(PostgresOffice store) : ShortPathTests(store), IClassFixture<PostgresOffice>;
