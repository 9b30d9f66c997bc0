using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Outbox;
using Shirase.Storage;

namespace Shirase.Incidents;

/// <summary>Tells one manager by mail that a stop is asked for. No account, name or reason goes into it; those stand behind the sign-in.</summary>
public sealed class StopLetterJob(ShiraseDb db, IOfficeMail mail, TimeProvider clock) : IJobHandler
{
    public const string Kind = "stop-letter";

    // What was asked yesterday was answered by telephone
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public async Task<DateTimeOffset?> RunAsync(Job job, CancellationToken ct)
    {
        var id = new StaffId(job.Subject);
        var to = await db.Staff.AsNoTracking().Where(s => s.Body == job.Body && s.Id == id).Select(s => s.OfficeMail).SingleOrDefaultAsync(ct);
        if (to is not null && mail.IsOn && clock.GetUtcNow() - job.CreatedAt <= Longest)
        {
            await mail.SendAsync(
                new(job.Id.ToString(), to, "【Shirase・至急】アカウントの停止が求められています",
                    "アカウントの停止が求められています。\r\nShiraseに直ちにサインインし、「自分の仕事」のお知らせから理由を確かめて、停止するかどうかを判断してください。\r\n\r\nこのメールには返信できません。\r\n"), ct);
        }

        return null;
    }
}
