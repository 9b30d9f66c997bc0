using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shirase.Core;

namespace Shirase.Web.Posts;

/// <summary>The evidence sheet as JSON for other systems: names of fields are kept; see docs/how-to/evidence-json.md.</summary>
public static class EvidenceJson
{
    /// <summary>Rises when a field changes its meaning or goes away; added fields leave it.</summary>
    public const string Format = "shirase-evidence-1";

    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public static string Of(EvidencePaper paper)
    {
        var (file, sheet) = (paper.File, paper.Sheet);
        return JsonSerializer.Serialize(
            new
            {
                Format,
                DrawnUpAt = Time(file.Now),
                Body = file.Application.Body.Slug,
                Application = file.Application.Id.Value,
                sheet.Number,
                State = file.Application.State.ToString(),
                Regulation = new { Slug = sheet.Regulation, sheet.Version, file.Regulation.Title },
                sheet.ContentHash,
                Versions = file.Application.Versions.OrderBy(v => v.Number)
                    .Select(v => new { v.Number, v.Hash, By = Person(file, v.CreatedBy), At = Time(v.CreatedAt), FrozenAt = Time(v.FrozenAt), v.IsIntact }),
                Lines = sheet.Lines.Select(l => new
                {
                    l.Clause,
                    l.Reference,
                    Gist = paper.Gist(l.Clause),
                    l.Means,
                    l.Kept,
                    l.How,
                    By = Person(file, l.By),
                    At = Time(l.At),
                }),
                Deliveries = file.Deliveries.Select(d => new
                {
                    Id = d.Id.Value,
                    Account = file.AccountName(d.Account).Ja,
                    d.Channel,
                    d.Version,
                    d.ContentHash,
                    State = d.State.ToString(),
                    OrderedBy = Person(file, d.OrderedBy),
                    OrderedAt = Time(d.OrderedAt),
                    d.Terminal,
                    Text = d.OutgoingText,
                    d.Address,
                    GuidelinesAtPosting = file.AtPosting.GetValueOrDefault(d.Id)?.Guidelines,
                    PolicyAtPosting = file.AtPosting.GetValueOrDefault(d.Id)?.Policy,
                    PublishedAt = Time(d.PublishedAt),
                    ReadBackAt = Time(d.ReadBackAt),
                    ReadBackMatches = d.ReadBackAt is null ? (bool?)null : d.ReadBackMatches,
                    ReadBackText = d.ReadBackText.Length == 0 ? null : d.ReadBackText,
                    RemovalBy = Person(file, d.RemovalBy),
                    d.RemovalReason,
                    RemovalKind = d.RemovalKind?.ToString(),
                    RemovalOrderedAt = Time(d.RemovalOrderedAt),
                    StoodAs = d.StoodAt is null ? null : d.StoodAs,
                    StoodAt = Time(d.StoodAt),
                    ByHandBy = Person(file, d.ByHandBy),
                    ByHandAt = Time(d.ByHandAt),
                    RemovedAt = Time(d.RemovedAt),
                }),
                Correction = file.Error.Correction is not { } c ? null : new
                {
                    c.Id,
                    c.Wrong,
                    c.Right,
                    c.Cause,
                    FoundBy = Person(file, c.FoundBy),
                    FoundAt = Time(c.FoundAt),
                    StandsSince = Time(c.StandsSince),
                    Application = c.Application?.Value,
                    AnnouncedAt = Time(c.AnnouncedAt),
                    CorrectedAt = Time(file.Error.CorrectedAt),
                },
                Journal = paper.Journal.Select(j => new
                {
                    j.Number,
                    At = Time(j.At),
                    Actor = j.Actor?.Value,
                    j.Verb,
                    j.Subject,
                    j.PreviousHash,
                    j.Hash,
                    IsIntact = j.ComputeHash() == j.Hash,
                }),
            },
            Written);
    }

    private static object? Person(CaseFile file, StaffId? id) => id is { } staff ? new { Id = staff.Value, Name = file.Names.Name(staff) } : null;

    private static string? Time(DateTimeOffset? at) => at?.InJapan().ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
