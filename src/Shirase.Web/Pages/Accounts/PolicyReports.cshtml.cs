using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>報告の台帳: which versions of policy and terms of use were reported for which account, and which are owed (ok-4-2-c).</summary>
public sealed class PolicyReportsModel(ShiraseDb db, PolicyReports register, TimeProvider clock, IText text) : PageModel
{
    private static readonly string[] Columns = ["Account", "Unit", "PolicyVersion", "TermsVersion", "ReportState", "ReportedOn", "ReportDocument", "ReportedBy"];

    public IReadOnlyList<PolicyReport> Reports { get; private set; } = [];

    public IReadOnlyDictionary<StaffId, string> Names { get; private set; } = new Dictionary<StaffId, string>();

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        return CsvFile.Of("policy-reports.csv", [.. Columns.Select(c => text[$"Policies.{c}"])], Reports.Select(r => (IReadOnlyList<string>)
        [
            $"{r.Account.DisplayName} {r.Account.Handle}", r.Unit.In(text.Language), Version(r.Policy), Version(r.Terms), State(r),
            r.Duty.ClosedAt?.InJapan().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", r.Duty.Evidence, By(r),
        ]));
    }

    public string Version(int? number) => number is { } n ? text["Policies.VersionNumber", n] : "—";

    public string By(PolicyReport report) => report.Duty.ClosedBy is { } by ? Names.GetValueOrDefault(by) ?? "" : "";

    public string State(PolicyReport report) => text[report.IsReported ? "Policies.Reported" : report.Duty.IsOverdue(clock.GetUtcNow()) ? "Policies.NotReportedLate" : "Policies.NotReported"];

    private async Task ReadAsync(CancellationToken ct)
    {
        Reports = await register.ReadAsync(ct);
        var people = Reports.Select(r => r.Duty.ClosedBy).OfType<StaffId>().Distinct().ToList();
        Names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }
}
