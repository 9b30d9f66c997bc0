using System.Text.Json;

namespace Shirase.Channels.Outbound;

/// <summary>What a call to a platform came to, before it is known what that means for a message.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>The platform said yes.</summary>
    public sealed record Ok(JsonElement Body) : Answer;

    /// <summary>The platform said no.</summary>
    /// <param name="Status">HTTP status; 0 when the product itself would not ask.</param>
    /// <param name="Kind">The platform's word, such as <c>ExpiredToken</c>, or ours.</param>
    /// <param name="Code">The platform's number, such as 187; 0 when it gave none.</param>
    /// <param name="Message">The platform's sentence.</param>
    /// <param name="After">How long to wait.</param>
    public sealed record No(int Status, string Kind, int Code, string Message, TimeSpan? After) : Answer
    {
        /// <summary>A second number where a platform has one (Facebook's <c>error_subcode</c>); 0 when it gave none.</summary>
        public int Subcode { get; init; }
    }

    /// <summary>It certainly never arrived.</summary>
    public sealed record NotSent(string Why) : Answer;

    /// <summary>It left the house, and nothing readable came back.</summary>
    public sealed record Lost(string Why) : Answer;

    /// <summary>One line for logs and records: codes and the platform's own sentence, cut short.</summary>
    public string Said => this switch
    {
        No no => $"{string.Join(' ', Codes(no))}: {(no.Message.Length > 200 ? no.Message[..200] : no.Message)}",
        NotSent n => n.Why,
        Lost l => l.Why,
        _ => "OK",
    };

    private static IEnumerable<object> Codes(No no)
    {
        yield return no.Status;
        if (no.Kind.Length > 0)
        {
            yield return no.Kind;
        }

        if (no.Code != 0)
        {
            yield return no.Subcode == 0 ? no.Code : $"{no.Code}/{no.Subcode}";
        }
    }
}
