using System.Text.Json;

namespace Shirase.Channels.Bluesky;

/// <summary>What a call to a service of the AT Protocol came to.</summary>
internal abstract record XrpcAnswer
{
    private XrpcAnswer()
    {
    }

    public sealed record Ok(JsonElement Body) : XrpcAnswer;

    /// <summary>The service answered no. <paramref name="Code"/> is its own word, such as <c>ExpiredToken</c>.</summary>
    public sealed record No(int Status, string Code, string Message, TimeSpan? After) : XrpcAnswer;

    /// <summary>It certainly never arrived.</summary>
    public sealed record NotSent(string Why) : XrpcAnswer;

    /// <summary>It left the house, and nothing readable came back.</summary>
    public sealed record Lost(string Why) : XrpcAnswer;

    /// <summary>One line for logs and records: codes and the service's own sentence, cut short.</summary>
    public string Said => this switch
    {
        No no => $"{no.Status} {no.Code}: {(no.Message.Length > 200 ? no.Message[..200] : no.Message)}",
        NotSent n => n.Why,
        Lost l => l.Why,
        _ => "OK",
    };
}
