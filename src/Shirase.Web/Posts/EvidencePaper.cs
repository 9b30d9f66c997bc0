using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.Core.Regulations;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Web.Posts;

/// <summary>The evidence sheet of a case with the journal entries that prove it.</summary>
public sealed record EvidencePaper(CaseFile File, EvidenceSheet Sheet, IReadOnlyList<JournalEntry> Journal)
{
    /// <summary>Reads what the sheet speaks of. A published content is judged as of its publication, any other as of now.</summary>
    public static async Task<EvidencePaper> ReadAsync(CaseFile file, ShiraseDb db, Screening screening, CancellationToken ct)
    {
        var application = file.Application;
        var at = file.Deliveries.Min(d => d.PublishedAt) ?? file.Now;
        var findings = await DecisionMaterial.FindAsync(screening, file, Stage.Send, at, ct);
        var deliveries = file.Deliveries.Select(d => (d, file.AccountOf(d), GateKeeper.FromJson(d.GateJson))).ToList();
        var subjects = file.Deliveries.Select(d => $"delivery/{d.Id}").Append($"application/{application.Id}").ToList();
        var journal = await db.Journal.AsNoTracking().Where(j => subjects.Contains(j.Subject)).OrderBy(j => j.Number).ToListAsync(ct);
        return new(file, Evidence.Of(file.Regulation, application, findings, deliveries, file.Error), journal);
    }

    public Localized Gist(string clause) => File.Regulation.Clause(clause)?.Gist ?? new("", "");
}
