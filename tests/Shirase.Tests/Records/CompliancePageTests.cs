using System.Net;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shirase.TestKit.Posts;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Records;

/// <summary>遵守状況 over HTTP: every clause with its state, and its evidence one click away.</summary>
public sealed class CompliancePageTests(CaseApp app) : IClassFixture<CaseApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task gx_0_1_Given_a_published_post_and_one_out_of_hours_When_the_auditor_looks_Then_each_clause_has_its_state_and_leads_to_its_evidence()
    {
        app.Clock.SetJapan(2026, 6, 11);
        var published = await app.Office.PublishedAsync(await app.Office.ContentAsync());
        var urgent = await app.Office.UrgentFiledAsync();
        using var auditor = await app.SignInAsync("yanagida", Ct);

        await auditor.GetAsync("/compliance/gunma-police-x?From.Year=2026&From.Month=6&From.Day=1&To.Year=2026&To.Month=6&To.Day=30", Ct);

        var page = auditor.Document();
        Assert.Equal(126, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("遵守", CaseApp.Words(page.QuerySelector("#gx-12-1-2 td")), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"#gx-12-1-2 a[href='/posts/{published}/evidence']"));
        var ground = page.QuerySelector("#gx-10-2-1")!;
        Assert.Contains("例外あり", CaseApp.Words(ground), StringComparison.Ordinal);
        Assert.NotNull(ground.QuerySelector($"a[href='/posts/{urgent}']"));
    }

    [Fact]
    public async Task Given_a_period_without_cases_When_looked_at_as_CSV_and_JSON_Then_nothing_is_called_kept()
    {
        using var auditor = await app.SignInAsync("yanagida", Ct);
        const string Period = "From.Year=2025&From.Month=5&From.Day=1&To.Year=2025&To.Month=5&To.Day=31";

        using var csv = await auditor.GetAsync("/compliance/gunma-police-x?handler=csv&" + Period, Ct);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Equal(127, auditor.Page.TrimEnd().Split('\n').Count(l => l.Contains("gx-", StringComparison.Ordinal)) + 1);
        await auditor.GetAsync("/compliance/gunma-police-x?handler=json&" + Period, Ct);
        var report = JsonDocument.Parse(auditor.Page).RootElement;
        Assert.Equal(0, report.GetProperty("messages").GetInt32());
        Assert.DoesNotContain(report.GetProperty("clauses").EnumerateArray(), c => c.GetProperty("state").GetString() is "Kept" or "Exception");
    }

    [Fact]
    public async Task gx_0_1_Given_a_post_out_of_hours_When_the_auditor_takes_the_workbook_Then_it_has_every_clause_the_exception_with_its_time_and_the_open_tasks()
    {
        app.Clock.SetJapan(2026, 6, 11);
        await app.Office.UrgentFiledAsync();
        using var auditor = await app.SignInAsync("yanagida", Ct);
        await auditor.GetAsync("/compliance/gunma-police-x?From.Year=2026&From.Month=6&From.Day=1&To.Year=2026&To.Month=6&To.Day=30", Ct);
        var link = auditor.Document().QuerySelectorAll("a").Single(a => a.TextContent == "Excel").GetAttribute("href")!;

        using var answer = await auditor.GetAsync(link, Ct);
        using var file = SpreadsheetDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct)), isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(file, Ct).Select(e => e.Description));
        var sheets = file.WorkbookPart!.Workbook.Descendants<Sheet>().ToList();
        Assert.Equal(["遵守状況", "例外", "残る期限"], sheets.Select(s => s.Name!.Value));
        var rows = sheets.Select(s => ((WorksheetPart)file.WorkbookPart.GetPartById(s.Id!.Value!)).Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().ToList()).ToList()).ToList();
        Assert.Equal(127, rows[0].Count);
        Assert.Equal(["条項", "規程の番号", "要旨", "状態", "遵守の回数", "例外", "残る期限", "整理番号"], rows[0][0].Select(c => c.InnerText));
        Assert.Contains(rows[1], r => r[0].InnerText == "gx-10-2-1" && r[1].DataType!.Value == CellValues.Number);
    }

    [Fact]
    public async Task Given_somebody_who_decides_nothing_When_he_asks_for_it_Then_refused_and_an_unknown_regulation_is_not_there()
    {
        using var author = await app.SignInAsync("tamura", Ct);
        using var auditor = await app.SignInAsync("yanagida", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, (await author.GetAsync("/compliance/gunma-police-x", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await author.GetAsync("/compliance/gunma-police-x?handler=xlsx", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/compliance/no-such", Ct)).StatusCode);
    }
}
