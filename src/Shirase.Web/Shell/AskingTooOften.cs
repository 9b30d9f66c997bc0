using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Shirase.Web.Shell;

/// <summary>Answers 429 to an address that signs in, or has texts compared on the public site, more often than people do.</summary>
internal static class AskingTooOften
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, ours) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Of(context, ours.Value));
            limiter.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
                rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
        return services;
    }

    private static RateLimitPartition<string> Of(HttpContext context, LimitOptions limits)
    {
        var path = context.Request.Path;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        // Sample people sign in without a password, on this machine only: there is nothing to guess
        if (path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase))
        {
            return string.Equals(context.Request.Query["handler"], "sample", StringComparison.OrdinalIgnoreCase)
                ? RateLimitPartition.GetNoLimiter("")
                : Window("sign-in", context, limits.SignInsPerMinute);
        }

        return path.StartsWithSegments("/site", StringComparison.OrdinalIgnoreCase)
            ? Window("paste", context, limits.PastesPerMinute)
            : RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> Window(string what, HttpContext context, int most) =>
        RateLimitPartition.GetFixedWindowLimiter($"{what} {Caller.Of(context)}", _ => new() { PermitLimit = most, Window = Minute, QueueLimit = 0 });
}

/// <summary>Who asks, as far as a network tells.</summary>
internal static class Caller
{
    /// <summary>The address; of IPv6 the first half, since one household owns the whole of the second.</summary>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
