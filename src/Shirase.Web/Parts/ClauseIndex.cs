using Shirase.Core;
using Shirase.Core.Regulations;

namespace Shirase.Web.Parts;

/// <summary>Finds the clause that a finding, a tick or a document cites.</summary>
public interface IClauseIndex
{
    ClauseView? Find(string id);
}

/// <summary>A clause as screens cite it.</summary>
/// <param name="Address">Where it can be read.</param>
/// <param name="Label">Such as 要領13(2).</param>
/// <param name="Gist">What it says.</param>
public sealed record ClauseView(string Address, Localized Label, Localized Gist);

/// <summary>The clauses of the regulations in use, by id.</summary>
public sealed class ClauseIndex(IEnumerable<Regulation> regulations) : IClauseIndex
{
    private static readonly (string Ja, string En)[] Forms =
    [
        ("要領", "Guidelines"), ("要綱", "Outline"), ("ガイドライン", "Guideline"), ("要項", "Outline"),
    ];

    // What else a notice consists of
    private static readonly (string Ja, string En)[] Parts = [("通達本文", "Notice"), ("別記様式", "Form"), ("別紙", "Annex "), ("別表", "Table ")];

    private readonly Dictionary<string, ClauseView> byId = regulations
        .SelectMany(r => r.Clauses, View)
        .DistinctBy(c => c.Id, StringComparer.Ordinal)
        .ToDictionary(c => c.Id, c => c.View, StringComparer.Ordinal);

    public ClauseView? Find(string id) => byId.GetValueOrDefault(id);

    private static (string Id, ClauseView View) View(Regulation regulation, Clause clause) => (
        clause.Id,
        new ClauseView($"/regulations/{regulation.Slug}#{clause.Id}", Label(regulation, clause), clause.Gist));

    // 「13(2) 第１文（140文字）」 is cited as 要領13(2); what is no article names its part itself, without how it was derived
    private static Localized Label(Regulation regulation, Clause clause)
    {
        var reference = clause.Reference.Split(' ', '　', '（')[0];
        if (reference.Length == 0 || !char.IsDigit(reference[0]))
        {
            var part = Array.Find(Parts, p => reference.StartsWith(p.Ja, StringComparison.Ordinal));
            return new Localized(reference, part.Ja is null ? reference : (part.En + reference[part.Ja.Length..]).TrimEnd());
        }

        var form = Array.Find(Forms, f => regulation.Title.Ja.Contains(f.Ja, StringComparison.Ordinal)) is { Ja: not null } known
            ? known
            : (Ja: "規程", En: "Regulation");
        return new Localized(form.Ja + reference, $"{form.En} {reference}");
    }
}
