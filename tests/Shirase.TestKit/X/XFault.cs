namespace Shirase.TestKit.X;

/// <summary>What goes wrong with a call. Where it says "works", the server does its work first.</summary>
public enum XFault
{
    /// <summary>Works, and the connection breaks before the answer.</summary>
    LoseTheAnswer,

    /// <summary>Works, and never answers.</summary>
    SwallowTheAnswer,

    /// <summary>Works, and answers late (<see cref="XServer.SlowBy"/>).</summary>
    Slow,

    /// <summary>Works, and says 500.</summary>
    ErrorAfterSuccess,

    /// <summary>Works, and the answer is cut in the middle.</summary>
    CutTheAnswer,

    /// <summary>Works, and tells of errors beside the data.</summary>
    PartialErrors,

    /// <summary>Does nothing, and says 503.</summary>
    ErrorBefore,

    /// <summary>Does nothing, and the connection breaks.</summary>
    BreakBefore,

    /// <summary>Does nothing, and sends elsewhere.</summary>
    Redirect,

    /// <summary>Does nothing: 429 with the headers in <see cref="XServer.Resets"/>.</summary>
    TooMany,

    /// <summary>Does nothing: 401, as for a token that ran out.</summary>
    ExpiredToken,

    /// <summary>Does nothing: 402, as when the credits are used up.</summary>
    CreditsUsedUp,

    /// <summary>Does nothing: 403, the account is suspended.</summary>
    Suspended,

    /// <summary>Does nothing: 403, the account is locked until somebody signs in to it.</summary>
    Locked,

    /// <summary>Does nothing, and answers 200 with nothing but errors.</summary>
    ErrorsOnly,

    /// <summary>Processing of the media needs two looks, and succeeds.</summary>
    MediaTakesTime,

    /// <summary>Processing of the media fails.</summary>
    MediaFails,

    /// <summary>One part of the media is forgotten although it was acknowledged.</summary>
    MediaLosesAPart,
}
