namespace Shirase.Core.Channels;

/// <summary>A platform that is connected by a person who says yes on the platform's own page (OAuth 2 with PKCE, RFC 7636).</summary>
public interface IConnectByConsent : IChannel
{
    /// <summary>The service an account of this channel is reached at.</summary>
    Uri Service { get; }

    /// <summary>False until the app's id stands in the settings.</summary>
    bool CanAsk { get; }

    /// <summary>Where the person says yes.</summary>
    Uri ConsentAt(ConsentQuestion question);

    /// <summary>Changes the code for tokens, at once: codes live half a minute. Null when the platform does not accept it.</summary>
    /// <exception cref="ChannelUnreachableException">The platform could not be asked.</exception>
    Task<TokenPair?> RedeemAsync(string code, ConsentQuestion question, CancellationToken ct);
}

/// <summary>What was asked, and by what the answer is recognised. State and verifier are secrets until the answer is there.</summary>
/// <param name="State">Comes back with the answer; binds it to the session that asked.</param>
/// <param name="Verifier">The PKCE code verifier.</param>
/// <param name="Back">Where the platform sends the person afterwards.</param>
public sealed record ConsentQuestion(string State, string Verifier, Uri Back)
{
    public override string ToString() => Back.ToString();
}
