namespace Shirase.Core.Regulations;

/// <summary>What a finding does to the message, from mild to hard.</summary>
public enum Effect
{
    /// <summary>Tells; nothing is asked.</summary>
    Inform,

    /// <summary>A person confirms a stated sentence, with name and time.</summary>
    Attest,

    /// <summary>Passes with a recorded reason of the author.</summary>
    Warn,

    /// <summary>Passes with a reason on record, and only by the role that the rule names (<see cref="CheckRule.By"/>); where it names none, by whoever decides.</summary>
    Hold,

    /// <summary>Nobody can pass.</summary>
    Refuse,
}

/// <summary>The moments at which a message is checked. A rule of an earlier stage is checked at every later one too.</summary>
public enum Stage
{
    Draft,
    Submit,
    Decide,
    Send,
}
