using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.Mastodon;

/// <summary>Uploads images with their descriptions and waits until the server has processed them. All or nothing.</summary>
public sealed class MastodonMedia(MastodonClient client, IOptions<MastodonOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>The ids in order, or why the post cannot go out. A post never goes out with fewer images than were approved.</summary>
    internal async Task<(IReadOnlyList<string> Ids, DeliveryOutcome? Failure)> UploadAsync(LiveDelivery delivery, CancellationToken ct)
    {
        var ids = new List<string>(delivery.Images.Count);
        foreach (var image in delivery.Images)
        {
            var answer = await client.CallAsync(delivery.Account, MastodonCalls.Upload(image, options.Value.UploadTimeout), ct);
            var id = answer is Answer.Ok ok ? Json.Text(ok.Body, "id") : "";
            if (answer is Answer.Ok { Body: var body } && !IsReady(body))
            {
                answer = await ProcessedAsync(delivery.Account, id, ct);
            }

            // Nothing of the post exists yet, so silence is harmless
            if (answer is not Answer.Ok || id.Length == 0)
            {
                return ([], answer is Answer.Ok ? new DeliveryOutcome.TryLater(null, "The server named no media.") : MastodonErrors.Outcome(answer, wrote: false));
            }

            ids.Add(id);
        }

        return (ids, null);
    }

    private async Task<Answer> ProcessedAsync(ChannelAccount account, string id, CancellationToken ct)
    {
        for (var since = clock.GetTimestamp(); clock.GetElapsedTime(since) <= options.Value.UploadTimeout; await Task.Delay(Pause, ct))
        {
            var answer = await client.CallAsync(account, MastodonCalls.Media(id), ct);
            if (answer is not Answer.Ok ok || IsReady(ok.Body))
            {
                return answer;
            }
        }

        return new Answer.NotSent("The server did not finish processing the image in time.");
    }

    // 202 and 206 come without an address
    private static bool IsReady(System.Text.Json.JsonElement media) => Json.Text(media, "url").Length > 0;
}
