using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Core.Site;

namespace Shirase.Site;

/// <summary>What can be said to the question "is this really from them?".</summary>
public enum Verdict
{
    /// <summary>Nothing was asked.</summary>
    None,

    /// <summary>A post of an official account that stands.</summary>
    Genuine,

    /// <summary>A post of an official account that was removed.</summary>
    Removed,

    /// <summary>The address or handle of an official account.</summary>
    OfficialAccount,

    /// <summary>A handle that imitates an official one.</summary>
    LookAlike,

    /// <summary>Not found among what was published.</summary>
    NotFound,
}

/// <summary>The answer with what it rests on.</summary>
public sealed record Answer(Verdict Verdict, PublicPost? Post = null, string Handle = "");

/// <summary>Compares what a resident pasted with the official accounts and everything they published.</summary>
public sealed class Genuineness(PublicArchive archive)
{
    /// <summary>Longest text that is compared, in characters. Ours.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Shortest text that can be told from others. Ours.</summary>
    private const int MinLength = 10;

    public async Task<Answer> AskAsync(string? pasted, CancellationToken ct)
    {
        var text = ComposedText.Lf(pasted ?? "").Trim();
        if (text.Length == 0)
        {
            return new(Verdict.None);
        }

        text = text[..Math.Min(text.Length, MaxLength)];
        return await ByPostAsync(text, ct) ?? await ByHandleAsync(text, ct) ?? new(Verdict.NotFound);
    }

    private async Task<Answer?> ByPostAsync(string text, CancellationToken ct)
    {
        var found = await archive.Published.Where(d => d.Address == text).ToListAsync(ct);
        if (found.Count == 0 && text.Length >= MinLength)
        {
            var bare = text.StartsWith(Core.Channels.DrillDelivery.Mark, StringComparison.Ordinal) ? text[Core.Channels.DrillDelivery.Mark.Length..] : text;
            found = await archive.Published.Where(d => d.OutgoingText.Contains(bare)).OrderByDescending(d => d.PublishedAt).Take(1).ToListAsync(ct);
        }

        return (await archive.ToPublicAsync(found, ct)) is [var post, ..]
            ? new(post.RemovedAt is null ? Verdict.Genuine : Verdict.Removed, post)
            : null;
    }

    private async Task<Answer?> ByHandleAsync(string text, CancellationToken ct)
    {
        var words = text.Split([' ', '\n', '/', '@', '　', '?', '＠'], StringSplitOptions.RemoveEmptyEntries);
        var handles = (await archive.AccountsAsync(ct)).Select(a => a.Handle).ToList();
        return handles.Find(h => words.Contains(h, StringComparer.OrdinalIgnoreCase)) is { } official ? new(Verdict.OfficialAccount, Handle: official)
            : handles.Find(h => words.Any(w => LookAlike.Of(w, h))) is { } imitated ? new(Verdict.LookAlike, Handle: imitated)
            : null;
    }
}
