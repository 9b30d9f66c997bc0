using Microsoft.Extensions.DependencyInjection;
using Shirase.Outbox;

namespace Shirase.Incidents;

public static class IncidentsRegistration
{
    /// <summary>Watch, stop, resumption and their announcements, with their jobs.</summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddOptions<WatchOptions>().BindConfiguration(WatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddScoped<Freezing>().AddScoped<ForeignPosts>().AddScoped<ReadingPages>().AddScoped<StopNotices>().AddScoped<AskForStop>().AddJob<StopLetterJob>(StopLetterJob.Kind)
            .AddScoped<ResumeAccount>().AddScoped<PolicyChanges>().AddScoped<PolicyPublicity>().AddScoped<FlareUpRooms>().AddScoped<DeclareFlareUp>().AddScoped<FlareUpCases>().AddScoped<FlareUpTexts>().AddScoped<ReadingOperators>().AddScoped<StandingFindings>()
            .AddJob<TimelineWatch>(TimelineWatch.Kind).AddJob<StopNoticeJob>(StopNoticeJob.Kind).AddJob<RevokeJob>(RevokeJob.Kind)
            .AddJob<WebsiteWatch>(WebsiteWatch.Kind).AddScoped<ProfileWatch>().AddJob<ProfileWatch>(ProfileWatch.Kind).AddJob<PolicyAnnouncementJob>(PolicyAnnouncementJob.Kind);
    }

    /// <summary>Lets the watch of every connected account begin by itself.</summary>
    public static IServiceCollection AddWatch(this IServiceCollection services) => services.AddStandingJobs<StandingWatches>().AddStandingJobs<StandingWebsiteWatches>().AddStandingJobs<StandingProfileWatches>();
}
