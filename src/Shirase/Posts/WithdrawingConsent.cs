using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>
/// A person shown in an image takes the consent back (to-2-3-c): it is put on record for every post outside that shows the same image, so that
/// each has its task to be removed. The journal tells no names.
/// </summary>
public sealed class WithdrawingConsent(ShiraseDb db, CaseReader reader)
{
    public const string Fact = "media.consent-withdrawn";

    /// <param name="media">The image of this case.</param>
    /// <param name="why">How it became known, such as 「5月13日、電話」; no names.</param>
    /// <returns>How many posts have to go.</returns>
    public async Task<Result<int>> RunAsync(PostApplicationId id, Who who, Guid media, string? why, CancellationToken ct)
    {
        if (Entries.Refuse(why) is { } tooLong)
        {
            return tooLong;
        }

        await using var change = await db.BeginChangeAsync(who.Body, ct);
        if (await reader.OpenAsync(id, ct) is not { } open || !open.IsVisibleTo(who.Staff))
        {
            return new CaseNotFound();
        }

        var clause = open.Regulation.ClauseFor("verb:withdraw-consent");
        if (!open.IsOfUnit(who.Staff))
        {
            return new NotOfThisUnit();
        }

        if (open.Application.Current.Content.Media.FirstOrDefault(m => m.Id == media) is not { } item)
        {
            return new NoSuchEntry();
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return new WithdrawalNeedsNote(clause);
        }

        var act = new Act(who.Staff, reader.Now, why.Trim());
        var showing = await db.Media.AsNoTracking().Where(m => m.Body == who.Body && m.Sha256 == item.Sha256).Select(m => m.Application).Distinct().ToListAsync(ct);
        var standing = await db.Deliveries.AsNoTracking().Where(d => d.Body == who.Body && showing.Contains(d.Application) && d.State == DeliveryState.Published)
            .Select(d => d.Application).Distinct().ToListAsync(ct);
        var cases = await db.Applications.AsNoTracking().Include(a => a.Versions).Where(a => standing.Contains(a.Id)).OrderBy(a => a.Number).ToListAsync(ct);
        var shown = cases.Where(a => a.Current.Content.Media.Any(m => m.Sha256 == item.Sha256)).ToList();
        foreach (var found in shown)
        {
            db.Record(who.Body, act, Fact, $"application/{found.Id}", new { about = $"{found.Number}：同意が撤回された画像", image = item.Sha256, clause });
        }

        // Nothing outside shows it: what is known all the same stands in the record of the case
        if (shown.Count == 0)
        {
            db.Record(who.Body, act, "media.consent-noted", $"application/{id}", new { image = item.Sha256, clause });
        }

        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return shown.Count;
    }
}

public sealed record WithdrawalNeedsNote(string? By) : Refusal(new Localized(
    "撤回をいつ、どのように受けたかを入力してください（氏名は書かない）。", "Say when and how the withdrawal reached you; write no names."), By);
