using System.Globalization;
using Shirase.Core.Regulations;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Records;

/// <summary>Words of the statistics of checks: months in addresses and on the page, and rules by name.</summary>
internal static class CheckMonths
{
    private const string InAddress = "yyyy-MM";

    /// <summary>The month of an address, or null where it is none.</summary>
    public static DateOnly? Read(string? month) =>
        DateOnly.TryParseExact(month, InAddress, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;

    public static string Address(DateOnly month) => month.ToString(InAddress, CultureInfo.InvariantCulture);

    public static string Words(DateOnly month, IText text) =>
        month.ToString(text["Records.Checks.MonthFormat"], Languages.Culture(text.Language));

    /// <summary>What a rule is called, by the newest version of its document that has it; its id where none has it any more.</summary>
    public static (string Name, string? Clause) Rule(RegulationLibrary library, string slug, string rule, IText text)
    {
        var newest = library.Versions(slug).LastOrDefault(v => v.Checks.Any(c => c.Id == rule));
        var clause = newest?.Checks.First(c => c.Id == rule).Clause;
        return (text.Find($"Settings.Check.{rule}") ?? (clause is null ? null : newest!.Clause(clause)?.Gist.In(text.Language)) ?? rule, clause);
    }
}
