using System.ComponentModel.DataAnnotations;
using Shirase.Accounts;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Web.Pages.Accounts;

/// <summary>The sheet of a comparison as it is typed.</summary>
public sealed class SheetForm
{
    public IList<RowForm> Rows { get; set; } = [];

    /// <summary>The rows of the document, filled with what was written so far.</summary>
    public static SheetForm Of(OpenRequest open, ComparisonRule? rule)
    {
        var written = (open.Draft ?? open.Current)?.Rows() ?? [];
        return new() { Rows = [.. (rule?.Rows ?? []).Select(r => RowForm.Of(written.FirstOrDefault(w => w.Id == r.Id) ?? new(r.Id)))] };
    }

    public IReadOnlyList<RiskRow> ToRows() => [.. Rows.Select(r => r.ToRow())];
}

public sealed class RowForm
{
    public string? Id { get; set; }

    [Display(Name = "Requests.Rating")]
    public int? Rating { get; set; }

    [Display(Name = "Requests.Reason")]
    public string? Reason { get; set; }

    [Display(Name = "Requests.Measure")]
    public string? Measure { get; set; }

    [Display(Name = "Requests.Owner")]
    public string? Owner { get; set; }

    [Display(Name = "Requests.Due")]
    public DateOnly? Due { get; set; }

    [Display(Name = "Requests.Evidence")]
    public string? Evidence { get; set; }

    [Display(Name = "Requests.Residual")]
    public int? Residual { get; set; }

    /// <summary>True where it is rated above the baseline, so that a measure is asked for.</summary>
    public bool IsAbove(RiskBaseline? baseline) => Measure?.Length > 0 || (baseline is not null && Rating > baseline.Ratings().GetValueOrDefault(Id ?? ""));

    public static RowForm Of(RiskRow row) => new()
    {
        Id = row.Id,
        Rating = row.Rating,
        Reason = row.Reason,
        Measure = row.Measure,
        Owner = row.Owner,
        Due = row.Due,
        Evidence = row.Evidence,
        Residual = row.Residual,
    };

    public RiskRow ToRow() => new(Id ?? "")
    {
        Rating = Rating,
        Reason = Reason?.Trim() ?? "",
        Measure = Measure?.Trim() ?? "",
        Owner = Owner?.Trim() ?? "",
        Due = Due,
        Evidence = Evidence?.Trim() ?? "",
        Residual = Residual,
    };
}
