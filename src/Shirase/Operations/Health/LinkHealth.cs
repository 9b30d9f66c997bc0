using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Posts.Images;

namespace Shirase.Operations.Health;

/// <summary>Says whether links are followed and QR codes read; without them the checks know less, and nothing is broken.</summary>
public sealed class LinkHealth(IFollowLinks follower, QrReading qr) : IHealthCheck
{
    private static readonly Localized Title = new("リンクとQRコードの確認", "Links and QR codes");

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        new Condition(
            HealthStatus.Healthy,
            Title,
            new(
                $"リンク先を{(follower.IsOn ? "たどって確かめます" : "たどりません（Links:Follow）")}。画像のQRコードを{(qr.IsAvailable ? "読み取ります" : "読み取りません")}。",
                $"Links are {(follower.IsOn ? "followed" : "not followed (Links:Follow)")}. QR codes in images are {(qr.IsAvailable ? "read" : "not read")}."),
            qr.IsAvailable ? null : new("読み取るには、サーバーに zbar-tools と libvips-tools をインストールしてください。", "To have them read, install zbar-tools and libvips-tools on the server.")).Result());
}
