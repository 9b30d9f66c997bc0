using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>A word of the glossary as it holds now.</summary>
/// <param name="Entry">What the office entered last; null where the word is still as the file has it.</param>
/// <param name="CheckedAt">When the wording was last entered or confirmed as unchanged; null where nobody has looked yet.</param>
/// <param name="CheckedPage">The page that was read then.</param>
public sealed record GlossaryWord(GlossaryRule Rule, GlossaryEntry? Entry, DateTimeOffset? CheckedAt, string? CheckedPage)
{
    public string Wording => Entry?.Wording ?? Rule.Wording;

    public string Source => Entry?.Source ?? Rule.Source.ToString();

    public string Means(string language) => Entry?.Means ?? Rule.Means.In(language);
}

/// <summary>The glossary (用語集, gx-2-2): read by everybody, kept by the officer and the manager.</summary>
public sealed class KeepGlossary(ShiraseDb db, CaseReader reader, RegulationLibrary library)
{
    /// <summary>The duty by which the office looks at the platform's terms and words; one closed as unchanged confirms every word.</summary>
    public const string Review = "terms-review";

    public static readonly IReadOnlyList<string> Keepers = ["operation-officer", "operation-manager"];

    /// <summary>The words of a document, in its order.</summary>
    public async Task<IReadOnlyList<GlossaryWord>> ReadAsync(Regulation regulation, CancellationToken ct)
    {
        var entries = await db.GlossaryEntries.AsNoTracking().Where(e => e.Regulation == regulation.Slug).ToListAsync(ct);
        var unchanged = regulation.Duty(Review) is { IsTwoWay: true } rule ? rule.Choices[rule.ChoiceOpens.ToList().IndexOf(null)].Ja : null;
        var looks = unchanged is null ? [] : await db.Duties.AsNoTracking()
            .Where(d => d.Regulation == regulation.Slug && d.Rule == Review && d.ClosedAt != null && d.Outcome.StartsWith(unchanged)).ToListAsync(ct);
        var look = looks.MaxBy(d => d.ClosedAt);
        return
        [
            .. regulation.Glossary.Select(word =>
            {
                var entry = entries.Where(e => e.Word == word.Id).MaxBy(e => e.At);
                var isNewer = look is not null && (entry is null || look.ClosedAt > entry.At);
                return new GlossaryWord(word, entry, isNewer ? look!.ClosedAt : entry?.At, isNewer ? look!.Evidence : entry?.Source);
            }),
        ];
    }

    public async Task<Refusal?> SetAsync(Who who, string? slug, string? word, string? wording, string? means, string? source, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(who.Body, ct);
        var act = new Act(who.Staff, reader.Now);
        if (slug is null || library.InForce(slug, act.At.JapanDay()) is not { } regulation || regulation.Glossary.FirstOrDefault(g => g.Id == word) is not { } rule)
        {
            return new NoSuchEntry();
        }

        if (!(await reader.RosterAsync(who.Body, act.At.JapanDay(), ct)).SeatsOf(who.Staff).Any(s => s.Regulation == slug && Keepers.Contains(s.Role)))
        {
            return new OnlyTheOfficerKeepsTheGlossary(regulation.Role("operation-officer")?.Name ?? new("運用責任者", "the officer"), rule.Clause);
        }

        if (GlossaryEntry.Refuse(wording, means, source, rule.Clause) is { } refusal)
        {
            return refusal;
        }

        db.Add(new GlossaryEntry(Guid.CreateVersion7(act.At), who.Body, slug, rule.Id, wording!.Trim(), means!.Trim(), source!.Trim(), who.Staff, act.At));
        db.Record(who.Body, act, "glossary.changed", $"body/{who.Body}", new { word = rule.Id, source = source.Trim(), clause = rule.Clause });
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }
}

public sealed record OnlyTheOfficerKeepsTheGlossary(Localized Role, string? By) : Refusal(new Localized(
    $"用語集を改めるのは{Role.Ja}又は運用管理者です。", $"The glossary is kept by {Role.En} or the manager."), By);
