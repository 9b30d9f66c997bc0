using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>Uploads images in parts, waits until X has processed them, and gives each its alternative text. All or nothing.</summary>
public sealed class XMedia(XClient client, XSessions sessions, IOptions<XOptions> options, TimeProvider clock)
{
    /// <summary>Most characters of an alternative text, by X's description of its API.</summary>
    public const int LongestAlt = 1000;

    /// <summary>The ids in order, or why the post cannot go out. A post never goes out with fewer images than were approved.</summary>
    internal async Task<(IReadOnlyList<string> Ids, DeliveryOutcome? Failure)> UploadAsync(LiveDelivery delivery, CancellationToken ct)
    {
        var ids = new List<string>(delivery.Images.Count);
        foreach (var image in delivery.Images)
        {
            var (id, failure) = await UploadAsync(delivery.Account, image, ct);
            if (id is null)
            {
                return ([], failure);
            }

            ids.Add(id);
        }

        return (ids, null);
    }

    private async Task<(string? Id, DeliveryOutcome? Failure)> UploadAsync(ChannelAccount account, DeliveryImage image, CancellationToken ct)
    {
        var begun = await sessions.CallAsync(client, account, XCalls.Initialize(image), ct);
        if (begun is not Answer.Ok ok || Json.Text(XBody.Data(ok), "id") is not { Length: > 0 } id)
        {
            return (null, Failed(begun));
        }

        for (var (segment, from) = (0, 0); from < image.Bytes.Length; segment++, from += options.Value.UploadPart)
        {
            var part = image.Bytes.Slice(from, Math.Min(options.Value.UploadPart, image.Bytes.Length - from));
            var appended = await sessions.CallAsync(client, account, XCalls.Append(id, segment, part, options.Value.UploadTimeout), ct);
            if (appended is not Answer.Ok)
            {
                return (null, Failed(appended));
            }
        }

        var state = await ProcessedAsync(account, id, ct);
        if (state is not Answer.Ok)
        {
            return (null, Failed(state));
        }

        var described = image.Alt.Length == 0 ? state : await sessions.CallAsync(client, account, XCalls.Alt(id, image.Alt), ct);
        return described is Answer.Ok ? (id, null) : (null, Failed(described));
    }

    private async Task<Answer> ProcessedAsync(ChannelAccount account, string id, CancellationToken ct)
    {
        var until = clock.GetTimestamp();
        var answer = await sessions.CallAsync(client, account, XCalls.Complete(id), ct);
        while (answer is Answer.Ok ok && XBody.Data(ok).TryGetProperty("processing_info", out var info))
        {
            var state = Json.Text(info, "state");
            if (state is "succeeded" or "")
            {
                return answer;
            }

            if (state == "failed")
            {
                return new Answer.No(400, "media-failed", 324, "X could not process the image.", null);
            }

            if (clock.GetElapsedTime(until) > options.Value.UploadTimeout)
            {
                return new Answer.NotSent("X did not finish processing the image in time.");
            }

            await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(Json.Number(info, "check_after_secs") ?? 1, 0, 30)), ct);
            answer = await sessions.CallAsync(client, account, XCalls.Status(id), ct);
        }

        return answer;
    }

    // Nothing of the post exists yet, so silence is harmless; a 400 is about the file
    private static DeliveryOutcome Failed(Answer answer) => answer switch
    {
        Answer.No { Status: 400 } no => new DeliveryOutcome.Refused(RefusedBecause.BadMedia, no.Said),
        Answer.Ok => new DeliveryOutcome.TryLater(null, "X named no media."),
        _ => XErrors.Outcome(answer, wrote: false),
    };
}
