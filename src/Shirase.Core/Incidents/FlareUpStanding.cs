namespace Shirase.Core.Incidents;

/// <summary>How an open flare-up stands at one moment. Pure.</summary>
/// <param name="LastWord">The last public word on it, or the declaration where there was none.</param>
/// <param name="IsHoldingDue">Nothing is decided after the time of the document: the text that it takes time is asked for (ok-6-4-c).</param>
/// <param name="IsSilentTooLong">The last word is older than the document lets it be, and silence was not decided on (ok-6-4-d).</param>
/// <param name="IsPromiseBroken">The public was promised a word by now (ok-6-4-c).</param>
public sealed record FlareUpStanding(DateTimeOffset LastWord, bool IsHoldingDue, bool IsSilentTooLong, bool IsPromiseBroken)
{
    public bool IsRed => IsSilentTooLong || IsPromiseBroken;

    /// <param name="lastStatement">When a text of the unit on it last went out; null for never.</param>
    /// <param name="lastAnswer">The same without texts that only say that it takes time.</param>
    public static FlareUpStanding Of(FlareUp flareUp, FlareUpRule rule, DateTimeOffset? lastStatement, DateTimeOffset? lastAnswer, DateTimeOffset now)
    {
        var last = lastStatement ?? flareUp.At;
        return new(
            last,
            flareUp.IsOpen && rule.HasHolding && !flareUp.IsDecided && lastStatement is null && now >= flareUp.At.AddMinutes(rule.HoldingMinutes),
            flareUp.IsOpen && rule.SilenceHours > 0 && flareUp.Decision != FlareUpRule.Nothing && now - last > TimeSpan.FromHours(rule.SilenceHours),
            flareUp.IsOpen && flareUp.PromisedAt is { } promised && now > promised && (lastAnswer is null || lastAnswer < flareUp.PromiseMadeAt));
    }

    public int HoursOfSilence(DateTimeOffset now) => (int)(now - LastWord).TotalHours;
}
