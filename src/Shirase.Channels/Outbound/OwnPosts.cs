using Shirase.Core.Channels;

namespace Shirase.Channels.Outbound;

/// <summary>One page of an account's own posts, newest first, and the name of the next page; null on the last.</summary>
internal sealed record PostPage(IReadOnlyList<RemotePost> Posts, string? Next);

/// <summary>Looks through what stands on an account: to find what we sent and never heard of, and what we never sent.</summary>
internal static class OwnPosts
{
    private const int MostPages = 100;

    /// <summary>Every post since then, newest first.</summary>
    /// <exception cref="ChannelUnreachableException">The account has so many posts that silence would prove nothing.</exception>
    public static async Task<IReadOnlyList<RemotePost>> SinceAsync(DateTimeOffset since, Func<string?, Task<PostPage>> read)
    {
        var seen = new List<RemotePost>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var (posts, following) = await read(next);
            seen.AddRange(posts.Where(p => p.PostedAt >= since));
            if (following is null || posts.Any(p => p.PostedAt < since))
            {
                return [.. seen.OrderByDescending(p => p.PostedAt)];
            }

            next = following;
        }

        throw new ChannelUnreachableException("The account's posts are too many to be searched.");
    }

    /// <summary>
    /// The platform says that the same words stand there. They are this delivery when they stand there since it was due; an older post is
    /// another one; and where nothing can be seen yet, nobody may be told that a standing post failed.
    /// </summary>
    /// <param name="find">Looks for the delivery.</param>
    /// <param name="stoodBefore">True when the words stand there since before it was due.</param>
    /// <param name="refused">What it comes to then.</param>
    /// <param name="answer">The platform's words.</param>
    public static async Task<DeliveryOutcome> StandingAsync(
        Func<Task<RemotePost?>> find, Func<Task<bool>> stoodBefore, DeliveryOutcome refused, Answer answer)
    {
        try
        {
            return await find() is { } found ? new DeliveryOutcome.Published(found.Id, found.Address)
                : await stoodBefore() ? refused
                : new DeliveryOutcome.Unknown($"{answer.Said} It is not on the timeline yet.");
        }
        catch (ChannelUnreachableException e)
        {
            return new DeliveryOutcome.Unknown($"{answer.Said} {e.Message}");
        }
    }

    /// <summary>The first of these words among them: the first attempt's. Null when it is not there.</summary>
    public static RemotePost? First(IEnumerable<RemotePost> newestFirst, string text, Func<string, string>? spelling = null)
    {
        var hash = Wording.Hash(spelling?.Invoke(text) ?? text);
        return newestFirst.LastOrDefault(p => p.OriginalAuthorHandle is null && Wording.Hash(spelling?.Invoke(p.Text) ?? p.Text) == hash);
    }
}
