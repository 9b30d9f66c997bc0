using Microsoft.Extensions.DependencyInjection;
using Shirase.Outbox;
using Shirase.Records;

namespace Shirase.Duties;

public static class DutiesRegistration
{
    /// <summary>Reminders and duties, with their jobs.</summary>
    public static IServiceCollection AddDuties(this IServiceCollection services) => services
        .AddScoped<DutyNames>().AddScoped<DutyNotices>().AddScoped<DutyRounds>().AddScoped<DutyEvents>().AddScoped<DutyDates>().AddScoped<DutyDays>().AddScoped<KeepDuties>().AddScoped<KeepOnCallList>()
        .AddBodyJob<ReminderJob>(ReminderJob.Kind).AddBodyJob<DutyJob>(DutyJob.Kind).AddBodyJob<MorningMail>(MorningMail.Kind).AddJob<LetterJob>(LetterJob.Kind)
        .AddScoped<ArchiveFile>().AddBodyJob<ArchiveCheckJob>(ArchiveCheckJob.Kind)
        .AddBodyJob<MonthlyReportJob>(MonthlyReportJob.Kind);
}
