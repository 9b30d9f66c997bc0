using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Shirase.Channels.Outbound;
using Shirase.Core.Channels;

namespace Shirase.Channels.X;

/// <summary>OAuth 2 with PKCE (RFC 6749, RFC 7636): the page on which a person says yes, and the code that comes back.</summary>
public sealed class XConsent(XClient client, IOptions<XOptions> options, TimeProvider clock)
{
    // What publishing needs, and offline.access for a refresh token; nothing about messages or followers
    private const string Scope = "tweet.read tweet.write users.read media.write offline.access";

    internal bool CanAsk => !string.IsNullOrWhiteSpace(options.Value.ClientId);

    internal Uri At(ConsentQuestion question)
    {
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(question.Verifier)))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var query = new (string Name, string Value)[]
        {
            ("response_type", "code"),
            ("client_id", options.Value.ClientId ?? ""),
            ("redirect_uri", question.Back.ToString()),
            ("scope", Scope),
            ("state", question.State),
            ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        };
        return new UriBuilder(options.Value.ConsentPage) { Query = string.Join('&', query.Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value)}")) }.Uri;
    }

    internal async Task<TokenPair?> RedeemAsync(string code, ConsentQuestion question, CancellationToken ct)
    {
        var nobody = new ChannelAccount(default, "", options.Value.Service, null);
        var answer = await client.SendAsync(nobody, XCalls.Redeem(code, question, options.Value), new XKey.App(), ct);
        return answer switch
        {
            Answer.Ok ok => XTokens.Read(ok.Body, clock.GetUtcNow()),
            Answer.No { Status: 400 or 401 or 403 } => null,
            _ => throw Verdict.Unreachable(answer),
        };
    }

    /// <summary>Takes both tokens back (RFC 7009), the lasting one first.</summary>
    internal async Task RevokeAsync(TokenPair pair, CancellationToken ct)
    {
        var nobody = new ChannelAccount(default, "", options.Value.Service, null);
        foreach (var token in new[] { pair.Refresh, pair.Access }.OfType<string>())
        {
            var answer = await client.SendAsync(nobody, XCalls.Revoke(token, options.Value), new XKey.App(), ct);
            // 400: it does not work any more, which is all that is wanted
            if (answer is not (Answer.Ok or Answer.No { Status: 400 }))
            {
                throw Verdict.Unreachable(answer);
            }
        }
    }
}
