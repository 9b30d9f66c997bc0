namespace Shirase.Site;

/// <summary>What can be said to the question "is this really from them?".</summary>
public enum Verdict
{
    /// <summary>Nothing was asked.</summary>
    None,

    /// <summary>More was pasted than is compared.</summary>
    TooLong,

    /// <summary>A post of an official account that stands.</summary>
    Genuine,

    /// <summary>Some words of a post that stands, and no others.</summary>
    Part,

    /// <summary>A post that stands, with words added, left out or changed.</summary>
    Altered,

    /// <summary>A post of an official account that was removed.</summary>
    Removed,

    /// <summary>An exercise; never genuine news.</summary>
    Drill,

    /// <summary>The address or handle of an official account.</summary>
    OfficialAccount,

    /// <summary>The same of an account that is stopped.</summary>
    StoppedAccount,

    /// <summary>The same of an account that was given up.</summary>
    EndedAccount,

    /// <summary>The handle of a practice account, in the sample installation.</summary>
    DrillAccount,

    /// <summary>A name that imitates an official one, or an official name at an address that is not official.</summary>
    LookAlike,

    /// <summary>Not found among what was published.</summary>
    NotFound,
}

/// <summary>The answer with what it rests on.</summary>
/// <param name="Post">The post it speaks of; never an exercise, and without words once removed.</param>
/// <param name="Handle">The official handle it speaks of, or empty.</param>
/// <param name="Profile">Where the official account is seen, or null.</param>
/// <param name="Pasted">The altered words, to be shown beside the official ones; else empty.</param>
public sealed record Answer(Verdict Verdict, PublicPost? Post = null, string Handle = "", Uri? Profile = null, string Pasted = "");
