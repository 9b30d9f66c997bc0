using System.ComponentModel.DataAnnotations;

namespace Shirase.People;

/// <summary>How people sign in. Configuration section <c>SignIn</c>. None of the figures stands in a document.</summary>
public sealed class SignInSettings
{
    public const string Section = "SignIn";

    /// <summary>Least length of a password. Default: 12 characters.</summary>
    [Range(8, 128)]
    public int PasswordLength { get; set; } = 12;

    /// <summary>Wrong attempts until the sign-in is locked. Default: 5.</summary>
    [Range(3, 50)]
    public int Attempts { get; set; } = 5;

    /// <summary>How long it stays locked. Default: 15 minutes.</summary>
    [Range(1, 1440)]
    public int LockMinutes { get; set; } = 15;

    /// <summary>
    /// Failed attempts from one address, with whatever names, until it is closed. Default: 50, as a whole office may share an address.
    /// </summary>
    [Range(5, 100_000)]
    public int AddressAttempts { get; set; } = 50;

    /// <summary>Minutes in which they are counted, and after which the address is open again. Default: 15.</summary>
    [Range(1, 1440)]
    public int AddressMinutes { get; set; } = 15;

    /// <summary>Without any request the session ends after this time. Default: 30 minutes.</summary>
    [Range(5, 480)]
    public int IdleMinutes { get; set; } = 30;

    /// <summary>A session ends after this time whatever happens. Default: 8 hours.</summary>
    [Range(1, 24)]
    public int SessionHours { get; set; } = 8;

    /// <summary>Seconds after which a withdrawn sign-in is noticed in open sessions. Default: 60.</summary>
    [Range(0, 3600)]
    public int RecheckSeconds { get; set; } = 60;

    /// <summary>Everybody must hold an authenticator; who has none is led to the enrolment first. Default: true; never asked of sample people.</summary>
    public bool RequireAuthenticator { get; set; } = true;

    /// <summary>
    /// The name to which passkeys are bound, such as <c>shirase.example.lg.jp</c>. Unset: the host of the request.
    /// </summary>
    public string? PasskeyDomain { get; set; }
}
