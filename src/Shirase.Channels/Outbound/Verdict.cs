using Shirase.Core.Channels;

namespace Shirase.Channels.Outbound;

/// <summary>From an answer to an outcome. What a platform's words mean stands in its own table; what silence means is the same everywhere.</summary>
internal static class Verdict
{
    /// <summary>The outcome of an answer that is not <see cref="Answer.Ok"/>.</summary>
    /// <param name="answer">What was heard.</param>
    /// <param name="wrote">True when the call would have put the post on the platform, so that silence may mean success.</param>
    /// <param name="because">The platform's own table; null where it does not say no for good.</param>
    public static DeliveryOutcome Of(Answer answer, bool wrote, Func<Answer.No, RefusedBecause?> because) => answer switch
    {
        Answer.No no when because(no) is { } reason => new DeliveryOutcome.Refused(reason, no.Said),
        Answer.No { Status: 429 } no => new DeliveryOutcome.TryLater(no.After, no.Said),
        // A gateway may have passed the call on before it gave up
        Answer.No { Status: >= 500 } no => wrote ? new DeliveryOutcome.Unknown(no.Said) : new DeliveryOutcome.TryLater(no.After, no.Said),
        Answer.No no => new DeliveryOutcome.Refused(RefusedBecause.Invalid, no.Said),
        Answer.Lost lost when wrote => new DeliveryOutcome.Unknown(lost.Said),
        _ => new DeliveryOutcome.TryLater(null, answer.Said),
    };

    public static ChannelUnreachableException Unreachable(Answer answer) =>
        new(answer.Said, answer is Answer.No no ? no.After : null);
}
