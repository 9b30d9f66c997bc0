namespace Shirase.Channels.Outbound;

/// <summary>One exchange over HTTP, and the one ladder from what can go wrong on the way to an <see cref="Answer"/>. It knows no retries: the job queue has them.</summary>
internal static class Exchange
{
    public const string Product = "Shirase";

    private const int LongestAnswer = 4_000_000;

    /// <summary>Sends the request and reads the answer whole.</summary>
    /// <param name="http">The channel's own client.</param>
    /// <param name="request">Used once.</param>
    /// <param name="patience">Longest wait for the whole answer.</param>
    /// <param name="read">Makes an answer of head and body.</param>
    /// <param name="ct">Stops it; then it throws.</param>
    public static async Task<Answer> AskAsync(
        HttpClient http, HttpRequestMessage request, TimeSpan patience, Func<HttpResponseMessage, byte[], Answer> read, CancellationToken ct)
    {
        request.Headers.UserAgent.ParseAdd(Product);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(patience);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, timeout.Token);
            return read(response, await response.Content.ReadAsByteArrayAsync(timeout.Token));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Answer.Lost($"No answer within {patience.TotalSeconds:0} seconds.");
        }
        catch (HttpRequestException e) when (e.HttpRequestError
            is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new Answer.NotSent($"Not reached: {e.HttpRequestError}.");
        }
        catch (HttpRequestException e)
        {
            return new Answer.Lost($"The answer was lost: {e.HttpRequestError}.");
        }
        catch (IOException)
        {
            return new Answer.Lost("The answer was lost on the way.");
        }
    }
}
