using Shirase.People;

namespace Shirase.Web.Pages.Desk;

/// <summary>Which registered terminal, or permission, a request comes from; null on any other device (gx-11-2).</summary>
public static class Device
{
    public static async Task<string?> TerminalAsync(this TerminalIdentity identity, HttpContext context, SignedIn person, DateTimeOffset now, CancellationToken ct)
    {
        var certificate = await context.Connection.GetClientCertificateAsync(ct);
        return await identity.IdentifyAsync(
            person.Body,
            person.Staff,
            context.Connection.RemoteIpAddress,
            certificate?.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256),
            now,
            ct);
    }
}
