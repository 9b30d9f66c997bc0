namespace Shirase.TestKit.Platforms;

/// <summary>What goes wrong with a call. Where it says "works", the server does its work first.</summary>
public enum PlatformFault
{
    /// <summary>Works, and the connection breaks before the answer.</summary>
    LoseTheAnswer,

    /// <summary>Works, and never answers.</summary>
    SwallowTheAnswer,

    /// <summary>Works, and the answer is cut in the middle.</summary>
    CutTheAnswer,

    /// <summary>Works, and says 500.</summary>
    ErrorAfterSuccess,

    /// <summary>Does nothing, and says 503.</summary>
    ErrorBefore,

    /// <summary>Does nothing, and the connection breaks.</summary>
    BreakBefore,

    /// <summary>Does nothing, and sends elsewhere.</summary>
    Redirect,

    /// <summary>Does nothing: the platform's way to say that the limit is used up.</summary>
    TooMany,

    /// <summary>Does nothing: the platform's way to say that a token does not work any more.</summary>
    ExpiredToken,

    /// <summary>Does nothing: the platform's way to say that the account is frozen.</summary>
    Suspended,

    /// <summary>Does nothing: the platform's way to say "try again".</summary>
    Transient,

    /// <summary>Processing of the media needs two looks, and succeeds.</summary>
    MediaTakesTime,

    /// <summary>Does nothing: the media is refused.</summary>
    MediaFails,
}
