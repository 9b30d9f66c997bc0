using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Channels;

/// <summary>
/// 訓練の相手方: an administrator writes, changes and removes posts of practice partners, so that reposts of targets that change
/// or vanish can be tried (gx-12-5-1). The body's own drills are never touched.
/// </summary>
public sealed partial class PracticePartners(ShiraseDb db, Rosters rosters)
{
    /// <summary>Most characters of a partner's post.</summary>
    public const int MaxText = 1000;

    public async Task<Refusal?> AddAsync(BodyId body, Act act, string handle, string text, CancellationToken ct)
    {
        var author = handle.Trim().TrimStart('@');
        if (!Handle().IsMatch(author))
        {
            return new PartnerHandleIsBad();
        }

        if (Refuse(text) is { } wrong)
        {
            return wrong;
        }

        await using var change = await db.BeginChangeAsync(body, ct);
        if (await RefuseAsync(body, act, author, ct) is { } refusal)
        {
            return refusal;
        }

        var id = $"partner-{Guid.CreateVersion7(act.At):N}";
        db.Add(new StoredPracticePost(body, id, author, text.Trim(), "[]", act.At, null, null));
        db.Record(body, act, "practice-post.added", $"practice-post/{id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    public async Task<Refusal?> RewriteAsync(BodyId body, Act act, string id, string text, CancellationToken ct) =>
        Refuse(text) ?? await AlterAsync(body, act, id, "practice-post.rewritten", p => p.Rewrite(text.Trim()), ct);

    public Task<Refusal?> RemoveAsync(BodyId body, Act act, string id, CancellationToken ct) =>
        AlterAsync(body, act, id, "practice-post.removed", p => p.Remove(act.At), ct);

    private async Task<Refusal?> AlterAsync(BodyId body, Act act, string id, string verb, Action<StoredPracticePost> alter, CancellationToken ct)
    {
        await using var change = await db.BeginChangeAsync(body, ct);
        if (await db.PracticePosts.SingleOrDefaultAsync(p => p.Body == body && p.Id == id && p.RemovedAt == null, ct) is not { } post)
        {
            return new NoSuchPracticePost();
        }

        if (await RefuseAsync(body, act, post.Author, ct) is { } refusal)
        {
            return refusal;
        }

        alter(post);
        db.Record(body, act, verb, $"practice-post/{id}");
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return null;
    }

    private async Task<Refusal?> RefuseAsync(BodyId body, Act act, string author, CancellationToken ct)
    {
        var roster = await rosters.OnAsync(body, act.At.JapanDay(), ct);
        if (!roster.SeatsOf(act.By).Any(s => s is { Regulation: Appointment.System, Role: SystemRole.Administrator }))
        {
            return new OnlyAdministratorsKeepPartners();
        }

        return await db.Accounts.AnyAsync(a => a.Body == body && a.Handle == author, ct) ? new OwnPostsAreNotTouched() : null;
    }

    private static PartnerTextIsBad? Refuse(string text) =>
        string.IsNullOrWhiteSpace(text) || text.Length > MaxText ? new PartnerTextIsBad(MaxText) : null;

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,64}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Handle();
}

public sealed record PartnerHandleIsBad() : Refusal(new Localized(
    "相手方のアカウント名は半角の英数字と _ . - で、64字以内で書いてください。",
    "Write the partner's handle in letters, digits, _ . and -, at most 64 characters."));

public sealed record PartnerTextIsBad(int Max) : Refusal(new Localized(
    $"投稿の文面を1字以上{Max}字以内で書いてください。", $"Write a text of 1 to {Max} characters."));

public sealed record NoSuchPracticePost() : Refusal(new Localized(
    "その訓練の投稿は見つからないか、削除済みです。", "There is no such practice post, or it was removed."));

public sealed record OnlyAdministratorsKeepPartners() : Refusal(new Localized(
    "訓練の相手方の投稿はシステム管理者だけが変えられます。", "Only administrators change the posts of practice partners."));

public sealed record OwnPostsAreNotTouched() : Refusal(new Localized(
    "自団体のアカウントの投稿はここでは変えられません。「発信」の画面から削除してください。",
    "Posts of the body's own accounts are not changed here; delete them on the publishing page."));
