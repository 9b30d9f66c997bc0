using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Shirase.Core;
using Shirase.Core.Channels;

namespace Shirase.Channels.Website;

/// <summary>The body's own public site inside this system. There are no credentials: the account is the body itself.</summary>
public sealed class WebsiteChannel(IWebsiteNotices notices, IOptions<WebsiteOptions> options, ILogger<WebsiteChannel> logger)
    : ILiveChannel, IShowAccounts, IWebsiteAddresses
{
    // The longest grapheme clusters in use (families of emoji) stay below this many bytes
    private const int BytesOfOneGrapheme = 40;

    public const string ChannelName = "website";

    public string Name => ChannelName;

    public ChannelLimits Limits { get; } = new(
        options.Value.MaxGraphemes,
        options.Value.MaxGraphemes * BytesOfOneGrapheme,
        MaxWeighted: 0,
        options.Value.MaxImages,
        options.Value.MaxImageBytes,
        CanRepost: false);

    public async Task<DeliveryOutcome> PublishAsync(LiveDelivery delivery, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (BeforeLeaving.Check(delivery, Limits) is { } refused)
        {
            return refused.Logged(logger, Name, delivery.Key);
        }

        var account = delivery.Account;
        var standing = await notices.AddAsync(
            new(account.Body, IdOf(delivery), account.Handle, delivery.Text, delivery.Images, delivery.At), ct);
        return new DeliveryOutcome.Published(new(standing.Id), AddressOf(standing)).Logged(logger, Name, delivery.Key);
    }

    public async Task<DeliveryOutcome> RemoveAsync(ChannelAccount account, RemoteId id, CancellationToken ct)
    {
        await notices.RemoveAsync(account.Body, id.Value, ct);
        Log.Removed(logger, Name, id.Value);
        return new DeliveryOutcome.Removed();
    }

    public async Task<RemotePost?> ReadAsync(ChannelAccount account, RemoteId id, CancellationToken ct) =>
        await notices.ReadAsync(account.Body, id.Value, ct) is { } n
            ? new(new(n.Id), AddressOf(n), n.AuthorHandle, n.Text, n.PostedAt, null, [.. n.Images.Select(i => i.Alt)])
            : null;

    public Task<RemotePost?> FindAsync(LiveDelivery delivery, CancellationToken ct) =>
        ReadAsync(delivery.Account, new(IdOf(delivery)), ct);

    public Task<string?> WhoAmIAsync(ChannelAccount account, CancellationToken ct) => Task.FromResult<string?>(account.Handle);

    public Uri? ProfileOf(BodyId body, string handle, Uri? service) =>
        new(options.Value.BaseAddress, PathOf(body, "").TrimEnd('/'));

    private static string IdOf(LiveDelivery delivery) => delivery.Key.ToString("N");

    public Uri OfNotice(BodyId body, string id) => new(options.Value.BaseAddress, PathOf(body, id));

    private Uri AddressOf(WebsiteNotice notice) => OfNotice(notice.Body, notice.Id);

    private string PathOf(BodyId body, string id) => options.Value.NoticePath
        .Replace("{body}", body.Slug, StringComparison.Ordinal)
        .Replace("{id}", id, StringComparison.Ordinal);
}
