using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Web.Entry;

/// <summary>The registered terminal on which a session begins; when that is reported lost, the session ends (to-7-2-ka).</summary>
internal static class LoginTerminal
{
    public static async Task<TerminalId?> FindAsync(HttpContext context, ClaimsPrincipal? principal)
    {
        if (principal is null || EntryClaims.StaffOf(principal) is not { } staff)
        {
            return null;
        }

        var ct = context.RequestAborted;
        var services = context.RequestServices;
        var body = await services.GetRequiredService<ShiraseDb>().Staff.IgnoreQueryFilters().AsNoTracking().Where(s => s.Id == staff).Select(s => s.Body).SingleAsync(ct);
        var certificate = await context.Connection.GetClientCertificateAsync(ct);
        return (await services.GetRequiredService<TerminalIdentity>().FindAsync(
            body, context.Connection.RemoteIpAddress, certificate?.GetCertHashString(HashAlgorithmName.SHA256), ct))?.Id;
    }
}
