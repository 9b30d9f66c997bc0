using System.Globalization;

namespace Shirase.Core.Regulations;

/// <summary>What those who answer for the operation read and confirm when another version of their document comes into force (gm-0-2-1). Pure.</summary>
public static class AmendmentReading
{
    /// <summary>The control of a regulation that asks for it.</summary>
    public const string Control = "record:amendment-notices";

    /// <summary>Roles whose holders and deputies are told.</summary>
    public static IReadOnlyList<string> Managers { get; } = ["operation-manager", "unit-head", "operation-officer"];

    // Confirmed once, for good
    private const int ForGood = 1_200;

    private const int MostNamed = 20;

    /// <summary>The reading of a version; null where the document asks for none, or where it is the first.</summary>
    public static ReadingRule? Of(RegulationLibrary library, Regulation after)
    {
        if (after.ClauseFor(Control) is not { } clause
            || library.Versions(after.Slug).LastOrDefault(v => v.InForceFrom < after.InForceFrom) is not { } before)
        {
            return null;
        }

        var rows = AmendmentTable.Of(before, after);
        var day = after.InForceFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(
            $"amendment-{after.Version}", clause, new($"改正（{after.Version}）の確認", $"Amendment {after.Version}"),
            [new(clause, new($"{day}から適用される改正を、新旧対照表で読んだ。変わったところ：{Named(rows, r => r.Name.Ja)}", $"I have read the amendment in force from {day}. Changed: {Named(rows, r => r.Name.En)}"))],
            ForGood, 0, after.InForceFrom, BeforeDrafting: false);
    }

    private static string Named(IReadOnlyList<AmendmentRow> rows, Func<AmendmentRow, string> name) =>
        rows.Count == 0 ? "—" : string.Join('、', rows.Take(MostNamed).Select(r => $"{name(r)}（{r.Clause}）")) + (rows.Count > MostNamed ? " …" : "");
}
