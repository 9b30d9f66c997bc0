using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Shirase.Core.Channels;

namespace Shirase.TestKit.X;

/// <summary>Who asks: tokens of two hours whose refresh tokens work once, and calls that are signed.</summary>
public sealed partial class XServer
{
    public const string ClientId = "test-client";
    public const string ClientSecret = "test-client-secret-9f2c";

    private readonly Dictionary<string, (XUser User, DateTimeOffset Until)> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (XUser User, bool Used)> _refresh = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (XUser User, string Challenge, string Back, DateTimeOffset Until)> _codes = new(StringComparer.Ordinal);

    /// <summary>Who says yes on the page of consent; null says no.</summary>
    public XUser? Consenting { get; set; }

    /// <summary>Refreshes that were answered with a new pair.</summary>
    public int Renewed { get; private set; }

    /// <summary>Every token that was ever given; none of them may stand on a page or in a log.</summary>
    public IReadOnlyList<string> Secrets
    {
        get
        {
            lock (_lock)
            {
                return [.. _access.Keys, .. _refresh.Keys];
            }
        }
    }

    /// <summary>A pair as the platform gives it.</summary>
    public TokenPair NewPair(XUser user)
    {
        lock (_lock)
        {
            var (access, refresh) = ("at-" + RandomNumberGenerator.GetHexString(32, lowercase: true), "rt-" + RandomNumberGenerator.GetHexString(32, lowercase: true));
            var until = _clock.GetUtcNow().AddHours(2);
            _access[access] = (user, until);
            _refresh[refresh] = (user, false);
            return new(access, refresh, until);
        }
    }

    /// <summary>All access tokens given so far stop working, as after a revocation of sessions; refresh tokens go on.</summary>
    public void EndAccessTokens()
    {
        lock (_lock)
        {
            _access.Clear();
        }
    }

    private (XUser? User, Answer? Refusal) WhoAsks(Asked asked)
    {
        var header = asked.Http.Headers.Authorization.ToString();
        var user = header.StartsWith("OAuth ", StringComparison.Ordinal) ? Signer(asked, header["OAuth ".Length..])
            : header.StartsWith("Bearer ", StringComparison.Ordinal) && _access.TryGetValue(header["Bearer ".Length..], out var token) && token.Until > _clock.GetUtcNow() ? token.User
            : null;
        return user is null ? (null, new(401, Problem("Unauthorized", "Unauthorized"))) : (user, null);
    }

    // Written anew from RFC 5849, so that a mistake of the product is not repeated here
    private XUser? Signer(Asked asked, string header)
    {
        var given = header.Split(',').Select(p => p.Trim().Split('=', 2)).ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1].Trim('"')), StringComparer.Ordinal);
        var user = _users.SingleOrDefault(u => u.Keys.Token == given["oauth_token"]);
        if (user is null || given["oauth_consumer_key"] != user.Keys.ConsumerKey)
        {
            return null;
        }

        var all = given.Where(p => p.Key != "oauth_signature").Select(p => (Uri.EscapeDataString(p.Key), Uri.EscapeDataString(p.Value)))
            .Concat(asked.Http.Query.SelectMany(q => q.Value.Select(v => (Uri.EscapeDataString(q.Key), Uri.EscapeDataString(v ?? ""))))).Order().ToList();
        var address = $"{asked.Http.Scheme}://{asked.Http.Host}{asked.Http.Path}";
        var text = string.Join('&', asked.Http.Method, Uri.EscapeDataString(address), Uri.EscapeDataString(string.Join('&', all.Select(p => p.Item1 + "=" + p.Item2))));
#pragma warning disable CA5350 // As the platform does
        using var hmac = new HMACSHA1(Encoding.ASCII.GetBytes(Uri.EscapeDataString(user.Keys.ConsumerSecret) + "&" + Uri.EscapeDataString(user.Keys.TokenSecret)));
#pragma warning restore CA5350
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.ASCII.GetBytes(text))) == given["oauth_signature"] ? user : null;
    }

    /// <summary>True while the platform takes either token of the pair.</summary>
    public bool Takes(TokenPair pair)
    {
        lock (_lock)
        {
            return _access.ContainsKey(pair.Access) || (pair.Refresh is { } refresh && _refresh.TryGetValue(refresh, out var known) && !known.Used);
        }
    }

    // RFC 7009; X answers so
    private Answer Revoked(Asked asked)
    {
        if (NotTheApp(asked) is { } refusal)
        {
            return refusal;
        }

        var token = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(asked.Body))["token"].ToString();
        _access.Remove(token);
        _refresh.Remove(token);
        return new(200, new JsonObject { ["revoked"] = true });
    }

    private static Answer? NotTheApp(Asked asked) =>
        asked.Http.Headers.Authorization == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}")) ? null
            : new(401, new JsonObject { ["error"] = "unauthorized_client", ["error_description"] = "Missing valid authorization header" });

    private Answer Tokens(Asked asked)
    {
        if (NotTheApp(asked) is { } refusal)
        {
            return refusal;
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(asked.Body));
        return form["grant_type"].ToString() == "refresh_token" ? Refreshed(form["refresh_token"].ToString())
            : Redeemed(form["code"].ToString(), form["code_verifier"].ToString(), form["redirect_uri"].ToString());
    }

    private Answer Refreshed(string refresh)
    {
        if (!_refresh.TryGetValue(refresh, out var known) || known.Used)
        {
            return Invalid();
        }

        _refresh[refresh] = (known.User, true);
        Renewed++;
        return Given(known.User);
    }

    private Answer Redeemed(string code, string verifier, string back)
    {
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return !_codes.Remove(code, out var asked) || asked.Until < _clock.GetUtcNow() || asked.Challenge != challenge || asked.Back != back
            ? Invalid()
            : Given(asked.User);
    }

    // The page of consent, without the page: whoever is set by the test says yes at once
    private Answer Consented(Asked asked)
    {
        var back = asked.Query("redirect_uri");
        var state = Uri.EscapeDataString(asked.Query("state"));
        if (Consenting is not { } user)
        {
            return new(302, null) { Location = $"{back}?error=access_denied&state={state}" };
        }

        var code = "code-" + RandomNumberGenerator.GetHexString(24, lowercase: true);
        _codes[code] = (user, asked.Query("code_challenge"), back, _clock.GetUtcNow().AddSeconds(30));
        return new(302, null) { Location = $"{back}?state={state}&code={code}" };
    }

    private Answer Given(XUser user)
    {
        var pair = NewPair(user);
        return new(200, new JsonObject
        {
            ["token_type"] = "bearer",
            ["expires_in"] = (int)(pair.EndsAt - _clock.GetUtcNow()).TotalSeconds,
            ["access_token"] = pair.Access,
            ["refresh_token"] = pair.Refresh,
            ["scope"] = string.Create(CultureInfo.InvariantCulture, $"tweet.read tweet.write users.read media.write offline.access"),
        });
    }

    private static Answer Invalid() =>
        new(400, new JsonObject { ["error"] = "invalid_request", ["error_description"] = "Value passed for the token was invalid." });
}
