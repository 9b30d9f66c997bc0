namespace Shirase.Core.Duties;

/// <summary>Carries mail to staff inside the office. Nothing of a case but its number goes into it.</summary>
public interface IOfficeMail
{
    /// <summary>False where no server is set: nothing is prepared then.</summary>
    bool IsOn { get; }

    /// <exception cref="OfficeMailException">It was not taken; try again later.</exception>
    Task SendAsync(OfficeLetter letter, CancellationToken ct);
}

/// <summary>One letter.</summary>
/// <param name="Id">Names it in logs, which never hold address or text; the same letter keeps it however often it is sent.</param>
public sealed record OfficeLetter(string Id, string To, string Subject, string Text)
{
    public override string ToString() => Id;
}

/// <summary>The mail server did not take a letter. Says how it answered and nothing of the letter.</summary>
public sealed class OfficeMailException(string message) : Exception(message);
