using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Regulations;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.People;

/// <summary>Who holds what in which unit, and the units in which nobody does.</summary>
public sealed class VacancyTests(CaseApp app) : IClassFixture<CaseApp>
{
    private const string Mail = "gunma-police-mail";

    private static readonly BodyId Body = Office.Body;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Regulation Document => TestStore.Regulations.Versions(Mail)[0];

    [Theory]
    [InlineData("交通機動隊", "副隊長")]
    [InlineData("警察学校", "副校長")]
    [InlineData("広報広聴課", "次席")]
    public void gm_3_3_a_1_Given_a_corps_a_school_and_a_section_When_their_posts_are_asked_Then_each_has_its_own_supervisor(string unit, string post)
    {
        foreach (var held in new[] { "次席", "副隊長", "副校長" })
        {
            var roles = AppointmentRules.ExOfficio(Document, Held(held), "some-unit", unit).Select(r => r.Role.Id);

            Assert.Equal(held == post, roles.Contains("hq-supervisor"));
        }
    }

    [Fact]
    public void gm_3_3_a_2_Given_stations_and_sections_When_nobody_is_appointed_Then_each_station_misses_its_deputy_chief_and_no_section_does()
    {
        var (station, section) = (Named("前橋警察署"), Named("広報広聴課"));

        var vacant = Vacancies.Of(Document, [station, section], new Roster([], [], new(2026, 6, 11)));

        Assert.Equal([("unit-head", station), ("unit-head", section), ("hq-supervisor", section), ("operation-officer", station)], vacant.Select(v => (v.Role.Id, v.Unit)));
        Assert.Equal("副署長", vacant[^1].Post);
    }

    [Fact]
    public void gm_3_2_a_Given_a_unit_with_a_head_and_one_with_a_deputy_only_When_listed_Then_the_second_stands_there_with_its_deputy()
    {
        var (led, deputised) = (Named("前橋警察署"), Named("高崎警察署"));
        var roster = new Roster(
            [new(Guid.NewGuid(), Body, Mail, "unit-head", new(Guid.NewGuid()), led.Id, new(2026, 4, 1), null, "")],
            [new(Guid.NewGuid(), Body, Mail, "unit-head", deputised.Id, new(Guid.NewGuid()), 1, new(2026, 4, 1), null, "")],
            new(2026, 6, 11));

        var line = Assert.Single(Vacancies.Of(Document, [led, deputised], roster), v => v.Role.Id == "unit-head");

        Assert.Equal((deputised, true), (line.Unit, line.HasDeputy));
    }

    [Fact]
    public async Task gm_3_2_a_Given_the_guidelines_for_mail_When_the_administrator_opens_the_list_Then_units_without_a_manager_are_named()
    {
        await app.Store.DbAsync(
            async db =>
            {
                (await db.Bodies.SingleAsync(b => b.Id == Body, Ct)).Adopt(Mail);
                return await db.SaveChangesAsync(Ct);
            },
            Body);
        using var reader = await app.SignInAsync("horiguchi", Ct);

        await reader.GetAsync("/people/vacancies", Ct);

        var rows = reader.Document().QuerySelectorAll("tbody tr").Select(CaseApp.Words).ToList();
        Assert.Contains(rows, r => r.Contains("高崎警察署", StringComparison.Ordinal) && r.Contains("副署長", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("高崎警察署", StringComparison.Ordinal) && r.Contains("所属長", StringComparison.Ordinal));
    }

    private static Unit Named(string name) => new(new(Guid.CreateVersion7()), Body, name, name, name, "", "");

    private static Posting Held(string post) => new(Guid.CreateVersion7(), Body, new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), post, "", Rank.Keibu, false, new(2026, 4, 1));
}
