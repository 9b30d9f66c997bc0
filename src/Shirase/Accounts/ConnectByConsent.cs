using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>A consent that was asked for.</summary>
/// <param name="At">The platform's page on which the person says yes.</param>
/// <param name="Ticket">Encrypted; stays in the browser that asked and is brought back with the answer.</param>
public sealed record ConsentAsked(Uri At, string Ticket)
{
    public override string ToString() => nameof(ConsentAsked);
}

/// <summary>
/// Connects an account by a person's consent on the platform's own page (OAuth 2 with PKCE). The answer is accepted only from the person
/// and the browser that asked, once, and within ten minutes.
/// </summary>
public sealed class ConnectByConsent(
    ShiraseDb db, IEnumerable<ILiveChannel> channels, TokenStore tokens, ConnectAccount connect, IDataProtectionProvider protection)
{
    /// <summary>How long a person may take on the platform's page. Ours.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("Shirase.Consent.v1");

    public async Task<Result<ConsentAsked>> BeginAsync(Doer doer, AccountId id, string channel, Uri back, CancellationToken ct)
    {
        if (Find(channel) is not { } platform)
        {
            return new NoSuchChannel(channel);
        }

        if (!platform.CanAsk)
        {
            return new ConsentNotPossible();
        }

        if (!await db.Accounts.AnyAsync(a => a.Body == doer.Body && a.Id == id, ct))
        {
            return new NoSuchAccount();
        }

        var question = new ConsentQuestion(RandomNumberGenerator.GetHexString(40, lowercase: true), RandomNumberGenerator.GetHexString(64, lowercase: true), back);
        var ticket = new Ticket(id.Value, channel, doer.Body.Slug, doer.Staff?.Value, question.State, question.Verifier, back, doer.At);
        return new ConsentAsked(platform.ConsentAt(question), _protector.Protect(JsonSerializer.Serialize(ticket)));
    }

    /// <summary>Takes the answer. The code lives half a minute, so it is redeemed at once, before anything else is asked.</summary>
    public async Task<(AccountId? Account, Refusal? Refusal)> FinishAsync(Doer doer, string? ticket, string? state, string? code, CancellationToken ct)
    {
        if (Open(ticket) is not { } asked || asked.Staff != doer.Staff?.Value || asked.Body != doer.Body.Slug || doer.At - asked.At > Patience
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(asked.State), Encoding.UTF8.GetBytes(state ?? ""))
            || Find(asked.Channel) is not { } platform)
        {
            return (null, new ConsentIsStale());
        }

        var id = new AccountId(asked.Account);
        if (string.IsNullOrEmpty(code))
        {
            return (id, new ConsentDeclined());
        }

        TokenPair? pair;
        try
        {
            pair = await platform.RedeemAsync(code, new(asked.State, asked.Verifier, asked.Back), ct);
        }
        catch (ChannelUnreachableException)
        {
            return (id, new ServiceNotReached());
        }

        return (id, pair is null ? new ConsentIsStale() : await BindAsync(doer, id, asked.Channel, platform.Service, pair, ct));
    }

    private async Task<Refusal?> BindAsync(Doer doer, AccountId id, string channel, Uri service, TokenPair pair, CancellationToken ct)
    {
        var secret = await tokens.AddAsync(doer.Body, id, pair, ct);
        var refusal = await connect.RunAsync(doer, id, channel, service.ToString(), secret, ct);
        if (refusal is not null)
        {
            // The account keeps the consent it had; what was given for another account is forgotten
            var grant = GrantSecret.Parse(secret);
            await db.AccountTokens.Where(t => t.Id == grant).ExecuteDeleteAsync(ct);
        }

        return refusal;
    }

    private IConnectByConsent? Find(string channel) => channels.OfType<IConnectByConsent>().SingleOrDefault(c => c.Name == channel);

    private Ticket? Open(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : JsonSerializer.Deserialize<Ticket>(_protector.Unprotect(ticket));
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private sealed record Ticket(Guid Account, string Channel, string Body, Guid? Staff, string State, string Verifier, Uri Back, DateTimeOffset At);
}
