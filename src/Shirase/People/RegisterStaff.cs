using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>What the register holds of a person.</summary>
public sealed record StaffFacts(string LoginName, string Name, string NameEn);

/// <summary>Enters a member of staff; with a posting when one is given. Nobody can sign in before credentials are set.</summary>
public sealed partial class RegisterStaff(ShiraseDb db, Postings postings)
{
    public async Task<Entered<StaffId>> RunAsync(Doer doer, StaffFacts facts, PostingFacts? posting, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var entered = await EnterAsync(doer, facts, posting, ct);
        if (entered.Refusal is null)
        {
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
        }

        return entered;
    }

    public async Task<Refusal?> RenameAsync(Doer doer, StaffId id, string name, string nameEn, CancellationToken ct, string? mail = null)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return new NameIsMissing();
        }

        if (Entries.Refuse(name, nameEn) is { } refusal)
        {
            return refusal;
        }

        if (!string.IsNullOrWhiteSpace(mail) && !IsAddress(mail.Trim()))
        {
            return new MailAddressIsBad();
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var staff = await db.Staff.SingleOrDefaultAsync(s => s.Body == doer.Body && s.Id == id, ct);
        if (staff is null)
        {
            return new NoSuchEntry();
        }

        staff.Rename(name.Trim(), string.IsNullOrWhiteSpace(nameEn) ? name.Trim() : nameEn.Trim());
        if (mail is not null)
        {
            staff.MailTo(mail.Trim() is { Length: > 0 } address ? address : null);
        }

        db.Record(doer, "staff.renamed", $"staff/{staff.Id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    // One plain address of the printable ASCII that mail servers of offices take
    private static bool IsAddress(string text) =>
        text.Length <= 254 && text.All(c => c is > ' ' and < '\u007f' and not ('<' or '>' or ',' or ';' or '"'))
        && text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && System.Net.Mail.MailAddress.TryCreate(text, out _);

    /// <summary>The entry without its transaction, for imports that enter many people or nobody.</summary>
    internal async Task<Entered<StaffId>> EnterAsync(Doer doer, StaffFacts facts, PostingFacts? posting, CancellationToken ct)
    {
        var login = facts.LoginName.Trim();
        if (!LoginName().IsMatch(login))
        {
            return new LoginNameIsBad();
        }

        if (string.IsNullOrWhiteSpace(facts.Name))
        {
            return new NameIsMissing();
        }

        if (Entries.Refuse(facts.Name, facts.NameEn) is { } tooLong)
        {
            return tooLong;
        }

        if (!await db.Bodies.AnyAsync(b => b.Id == doer.Body, ct))
        {
            return new NoSuchBody(doer.Body.Slug);
        }

        // Login names are unique in the installation, not in the body alone
        if (await db.Staff.IgnoreQueryFilters().AnyAsync(s => s.LoginName == login, ct) || db.Staff.Local.Any(s => s.LoginName == login))
        {
            return new LoginNameIsTaken(login);
        }

        var id = new StaffId(Guid.CreateVersion7());
        var name = facts.Name.Trim();
        db.Add(new Staff(id, doer.Body, name, string.IsNullOrWhiteSpace(facts.NameEn) ? name : facts.NameEn.Trim(), login));
        db.Record(doer, "staff.registered", $"staff/{id}");
        return posting is not null && await postings.EnterAsync(doer, id, posting, ct) is { } refusal ? refusal : id;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex LoginName();
}
