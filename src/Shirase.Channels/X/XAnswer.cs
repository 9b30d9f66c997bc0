using System.Text.Json;

namespace Shirase.Channels.X;

/// <summary>What a call to X came to.</summary>
internal abstract record XAnswer
{
    private XAnswer()
    {
    }

    /// <summary>A 2xx with data. <paramref name="Body"/> may carry <c>errors</c> beside it.</summary>
    public sealed record Ok(JsonElement Body) : XAnswer
    {
        public JsonElement Data => Body.GetProperty("data");
    }

    /// <summary>X said no, by its status or by a 200 that holds nothing but errors.</summary>
    /// <param name="Status">HTTP status; 0 when the product itself would not ask.</param>
    /// <param name="Kind">Last part of the problem's type, such as <c>resource-not-found</c>, or ours.</param>
    /// <param name="Code">X's old number, such as 187; 0 when it gave none.</param>
    /// <param name="Message">X's sentence.</param>
    /// <param name="After">How long to wait.</param>
    public sealed record No(int Status, string Kind, int Code, string Message, TimeSpan? After) : XAnswer;

    /// <summary>It certainly never arrived.</summary>
    public sealed record NotSent(string Why) : XAnswer;

    /// <summary>It left the house, and nothing readable came back.</summary>
    public sealed record Lost(string Why) : XAnswer;

    /// <summary>One line for logs and records: codes and X's own sentence, cut short.</summary>
    public string Said => this switch
    {
        No no => $"{no.Status} {no.Kind} {no.Code}: {(no.Message.Length > 200 ? no.Message[..200] : no.Message)}",
        NotSent n => n.Why,
        Lost l => l.Why,
        _ => "OK",
    };
}
