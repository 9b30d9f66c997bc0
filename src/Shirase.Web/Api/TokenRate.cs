using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Shirase.Web.Api;

/// <summary>Counts calls: of each token, and refused ones of each address without a token. One node counts for itself.</summary>
public sealed class TokenRate(IOptions<ApiOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<Guid> _tokens = PartitionedRateLimiter.Create<Guid, Guid>(
        token => RateLimitPartition.GetTokenBucketLimiter(token, _ => Bucket(options.Value.CallsPerMinute)));

    private readonly PartitionedRateLimiter<string> _addresses = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => Bucket(options.Value.RefusedPerMinute)));

    /// <summary>Null when the call may go on, or seconds to wait.</summary>
    public int? Ask(Guid token) => Seconds(_tokens.AttemptAcquire(token));

    /// <summary>The same for a refused call of an address.</summary>
    public int? AskRefused(string address) => Seconds(_addresses.AttemptAcquire(address));

    public void Dispose()
    {
        _tokens.Dispose();
        _addresses.Dispose();
    }

    private static int? Seconds(RateLimitLease lease)
    {
        using (lease)
        {
            return lease.IsAcquired ? null
                : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 60;
        }
    }

    // Refilled six times a minute: a client that keeps its pace never meets the bound
    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 6),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perMinute < 6 ? 60.0 / perMinute : 10),
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
