using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Shirase.Core.Channels;

namespace Shirase.Channels.Outbound;

/// <summary>A platform's own number of an account, asked once.</summary>
public sealed class KnownIds
{
    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>The number, or why it is not known.</summary>
    /// <param name="account">The account.</param>
    /// <param name="ask">Asks the platform who the account is.</param>
    /// <param name="read">Finds the number in its answer; empty when it is not there.</param>
    internal async Task<(string? Id, Answer? Failure)> OfAsync(ChannelAccount account, Func<Task<Answer>> ask, Func<Answer.Ok, string> read)
    {
        var key = KeyOf(account);
        if (_ids.TryGetValue(key, out var known))
        {
            return (known, null);
        }

        var answer = await ask();
        return answer is not Answer.Ok ok ? (null, answer)
            : read(ok) is { Length: > 0 } id ? (_ids[key] = id, null)
            : (null, new Answer.NotSent("The platform did not name the account."));
    }

    // The secret is part of the key, as a hash: other credentials must never inherit what was opened with these
    internal static string KeyOf(ChannelAccount account) =>
        $"{account.Service}|{account.Handle}|{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(account.Secret ?? "")))}";
}
