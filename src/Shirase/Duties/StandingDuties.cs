using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Outbox;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Duties;

/// <summary>The reminders and the duties of every body.</summary>
public sealed class StandingDuties(ShiraseDb db) : IStandingJobs
{
    public async Task<IReadOnlyList<Job>> ListAsync(DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Bodies.AsNoTracking().Select(b => b.Id).ToListAsync(ct)).SelectMany(body => new[] { ReminderJob.Kind, DutyJob.Kind, MorningMail.Kind }
            .Select(kind => new Job(NamedId.Of($"{kind}/{body.Slug}"), body, kind, Guid.Empty, now, now)))];
}

public static class DutiesRegistration
{
    /// <summary>Reminders and duties, with their jobs.</summary>
    public static IServiceCollection AddDuties(this IServiceCollection services) => services
        .AddScoped<DutyNames>().AddScoped<DutyNotices>().AddScoped<DutyRounds>().AddScoped<DutyEvents>().AddScoped<DutyDates>().AddScoped<DutyDays>().AddScoped<KeepDuties>().AddScoped<KeepOnCallList>()
        .AddJob<ReminderJob>(ReminderJob.Kind).AddJob<DutyJob>(DutyJob.Kind)
        .AddScoped<ArchiveFile>().AddJob<ArchiveCheckJob>(ArchiveCheckJob.Kind).AddStandingJobs<StandingArchiveChecks>()
        .AddJob<MonthlyReportJob>(MonthlyReportJob.Kind).AddStandingJobs<StandingMonthlyReports>()
        .AddJob<MorningMail>(MorningMail.Kind).AddJob<LetterJob>(LetterJob.Kind).AddStandingJobs<StandingDuties>();
}
