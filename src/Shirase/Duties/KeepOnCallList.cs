using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>Whom to telephone, as it is entered.</summary>
public sealed record OnCallFacts(int Order, string? Name, string? Post, string? Telephone, string? Hours);

/// <summary>The on-call list (緊急連絡先). The journal tells that it changed and by whom, and nothing of who stands on it.</summary>
public sealed class KeepOnCallList(ShiraseDb db)
{
    /// <summary>Most entries of a body. Ours: who is called after twenty others is not on call.</summary>
    public const int Most = 20;

    public async Task<Refusal?> AddAsync(Doer doer, OnCallFacts facts, CancellationToken ct)
    {
        if (Entries.Refuse(facts.Name, facts.Post, facts.Telephone, facts.Hours) is { } tooLong)
        {
            return tooLong;
        }

        if (string.IsNullOrWhiteSpace(facts.Name) || !IsTelephone(facts.Telephone))
        {
            return new ContactIsIncomplete();
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.OnCallContacts.CountAsync(c => c.Body == doer.Body, ct) >= Most)
        {
            return new OnCallListIsFull(Most);
        }

        var contact = new OnCallContact(
            Guid.CreateVersion7(), doer.Body, Math.Clamp(facts.Order, 1, 99), facts.Name.Trim(), facts.Post?.Trim() ?? "", facts.Telephone!.Trim(), facts.Hours?.Trim() ?? "");
        db.Add(contact);
        db.Record(doer, "on-call.added", $"on-call/{contact.Id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    public async Task<Refusal?> RemoveAsync(Doer doer, Guid id, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        if (await db.OnCallContacts.SingleOrDefaultAsync(c => c.Body == doer.Body && c.Id == id, ct) is not { } contact)
        {
            return new NoSuchEntry();
        }

        db.Remove(contact);
        db.Record(doer, "on-call.removed", $"on-call/{id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    // Figures in either width, with the signs that stand between them; extensions (内線) too
    private static bool IsTelephone(string? text) => text is { Length: <= 50 } && text.Count(char.IsDigit) >= 3;
}

public sealed record ContactIsIncomplete() : Refusal(new Localized("氏名と電話番号を入力してください。", "Enter the name and the telephone number."));

public sealed record OnCallListIsFull(int Max) : Refusal(new Localized(
    $"登録できるのは{Max}人までです。不要な人を外してから登録してください。", $"At most {Max} people can be entered. Remove somebody first."));
