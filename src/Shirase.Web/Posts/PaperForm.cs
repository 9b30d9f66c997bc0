using System.Globalization;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Web.Posts;

/// <summary>A box of the 決裁欄 on paper.</summary>
/// <param name="Key">Key of its heading, such as <c>Case.Seal.Head</c>.</param>
/// <param name="IsUndecided">True where the box prints 「未決裁」 across (gx-f-4).</param>
/// <param name="Marks">代 and 後 where they apply.</param>
public sealed record PaperSeal(string Key, string Post, Localized? Name, DateTimeOffset? At, bool IsUndecided, string Marks);

/// <summary>A row of the grid of characters: what stands in its cells, and how many characters there are up to its end.</summary>
public sealed record GridRow(IReadOnlyList<string> Cells, int UpTo);

/// <summary>The application as the paper form shows it (gx-f-1 to gx-f-7).</summary>
public sealed class PaperForm(CaseFile file, Core.Regulations.Local.ServiceNames? service = null)
{
    public const int CellsInRow = 20;

    private static readonly string[] Endings = ["運用要領", "運用要綱", "運用ガイドライン", "要領", "要綱", "ガイドライン"];

    public CaseFile File => file;

    public string Text { get; } = ComposedText.Of(file.Content, file.Regulation.Composition);

    public int Limit { get; } = OutgoingView.LimitOf(file.Regulation);

    public int Characters => LiteralCount.Of(Text);

    public int Weight => WeightedCount.Of(Text);

    public int HeadingCharacters => file.Regulation.Composition is { } c ? LiteralCount.Of($"{c.HeadingOpen}{file.Content.Subject}{c.HeadingClose}") : 0;

    public int BodyCharacters => LiteralCount.Of(ComposedText.Lf(file.Content.Body));

    public int UrlCharacters => LiteralCount.Of(file.Content.Url?.Trim() ?? "");

    /// <summary>What the service was called when the case was filed, or is called while it is a draft; null where the document names none (gx-0-1).</summary>
    public Core.Regulations.Local.ServiceNames? Service => service;

    /// <summary>What the regulation's title names, with the name of the form behind it.</summary>
    public Localized Title
    {
        get
        {
            var ja = service?.In(file.Regulation.Title.Ja) ?? file.Regulation.Title.Ja;
            var ending = Array.Find(Endings, e => ja.EndsWith(e, StringComparison.Ordinal)) ?? "";
            return new($"{ja[..^ending.Length].TrimEnd()}投稿申請書", $"Application for a post ({file.Regulation.Title.En})");
        }
    }

    /// <summary>The composed text, one character a cell; a line break takes a cell as it takes a character.</summary>
    public IReadOnlyList<GridRow> Grid
    {
        get
        {
            var cells = new List<string>();
            var walk = StringInfo.GetTextElementEnumerator(Composed.Of(Text));
            while (walk.MoveNext())
            {
                cells.Add(walk.GetTextElement() is "\n" ? "↵" : walk.GetTextElement());
            }

            var rows = Math.Max((Limit + CellsInRow - 1) / CellsInRow, (cells.Count + CellsInRow - 1) / CellsInRow);
            return [.. Enumerable.Range(0, rows).Select(r => new GridRow(
                [.. Enumerable.Range(r * CellsInRow, CellsInRow).Select(i => i < cells.Count ? cells[i] : "")], (r + 1) * CellsInRow))];
        }
    }

    public RouteStep? StepOf(StepKind kind) => file.Regulation.Route(file.Application.Route)?.Steps.FirstOrDefault(s => s.Kind == kind);

    /// <summary>The last act of the examination: found suitable, unsuitable, or overruled; null before.</summary>
    public Decision? Result => file.Application.Decisions.LastOrDefault(d =>
        d.Step == StepOf(StepKind.Examination)?.Id && d.Verb is Verb.Approve or Verb.Return or Verb.Reject or Verb.Overrule);

    public Decision? Assignment => file.Application.Decisions.LastOrDefault(d => d.Verb == Verb.Assign);

    public IReadOnlyList<PaperSeal> Seals
    {
        get
        {
            var approvals = file.Application.StandingApprovals().ToList();
            var head = approvals.Find(d => d.Step == StepOf(StepKind.Decision)?.Id);
            var examined = approvals.Where(d => d.Step == StepOf(StepKind.Examination)?.Id).ToList();
            var assigned = StepOf(StepKind.Assignment) is { } step ? CaseStates.ActOf(file, step) : null;
            var published = file.Deliveries.FirstOrDefault(d => d.PublishedAt is not null);
            return
            [
                file.Application.SubmittedAt is { } at
                    ? new("Case.Seal.Author", file.Names.Post(file.Application.Author, at), file.Names.Name(file.Application.Author), at, false, "")
                    : new("Case.Seal.Author", "", null, null, false, ""),
                Seal("Case.Seal.Head", head, isUndecided: head is null),
                Seal("Case.Seal.Manager", examined.Find(d => d.Role == "operation-manager") ?? assigned),
                Seal("Case.Seal.Officer", examined.Find(d => d.Role == "operation-officer")),
                published is null
                    ? new("Case.Seal.Publisher", "", null, null, false, "")
                    : new("Case.Seal.Publisher", file.Names.Post(published.OrderedBy, published.OrderedAt), file.Names.Name(published.OrderedBy), published.PublishedAt, false, ""),
            ];
        }
    }

    private PaperSeal Seal(string key, Decision? d, bool isUndecided = false) => d is null
        ? new(key, "", null, null, isUndecided, "")
        : new(key, file.Names.Post(d.By, d.At), file.Names.Name(d.By), d.At, false,
            $"{(d.IsProxy ? "代" : "")}{(d.RecordedBy is null ? "" : "電")}{(d.SettledAt is null ? "" : "後")}");
}
