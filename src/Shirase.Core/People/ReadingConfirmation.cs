using Shirase.Core.Regulations;

namespace Shirase.Core.People;

/// <summary>That a person confirmed a reading: which words, on which day, until when it holds.</summary>
public sealed record ReadingConfirmation(string Hash, DateOnly On, DateOnly Until)
{
    public static ReadingConfirmation Of(ReadingRule rule, DateOnly day) => new(rule.Hash(), day, day.AddMonths(rule.Months).AddDays(-1));
}

/// <summary>How a person stands to a reading on a day. Pure.</summary>
public sealed record ReadingState(string Regulation, ReadingRule Rule, ReadingConfirmation? Last, DateOnly Day)
{
    /// <summary>True when it was confirmed in these words and holds still.</summary>
    public bool Holds => Last is { } last && last.Hash == Rule.Hash() && Day <= last.Until;

    /// <summary>True when what waits for it is refused today.</summary>
    public bool IsDue => Day >= Rule.From && !Holds;

    /// <summary>True when it holds and ends soon; the person is asked to renew it.</summary>
    public bool EndsSoon => Holds && Day >= Last!.Until.AddDays(-Rule.RemindDays);
}

public sealed record ReadingIsDue(Localized Name, string? By) : Refusal(new Localized(
    $"{Name.Ja}の確認が済んでいません。「定期の確認」の画面で確認してから、もう一度行ってください。書いたものは残っています。",
    $"{Name.En} was not confirmed, or not within the time. Confirm it on the page of confirmations and try again; nothing that was saved is lost."), By);

public sealed record ReadingSentenceIsOpen(Localized Sentence, string? By) : Refusal(new Localized(
    $"確認していない文があります：{Sentence.Ja}", $"This sentence is not confirmed yet: {Sentence.En}"), By);

public sealed record NoSuchReading() : Refusal(new Localized(
    "この確認は見つかりません。画面を開き直してください。", "There is no such confirmation. Open the page again."));
