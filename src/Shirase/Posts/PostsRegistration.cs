using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core.Channels;
using Shirase.Incidents;
using Shirase.Operations.Telemetry;
using Shirase.Outbox;
using Shirase.Posts.Images;
using Shirase.Storage.Instances;
using Shirase.Text.Links;

namespace Shirase.Posts;

public static class PostsRegistration
{
    /// <summary>Applications, decisions, publication, and the jobs that carry them out.</summary>
    public static IServiceCollection AddPosts(this IServiceCollection services)
    {
        services.AddOptions<LinkLookOptions>().BindConfiguration(LinkLookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IFollowLinks, NoLinksFollowed>();
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddUseCases().AddJob<PublishJob>(PublishJob.Kind).AddJob<RemoveJob>(RemoveJob.Kind)
            .AddScoped<LookingAtLinks>().AddBodyJob<LinkRoundJob>(LinkRoundJob.Kind)
            .AddBodyJob<TermsWatch>(TermsWatch.Kind)
            .AddBodyJob<LinkCaptureJob>(LinkCaptureJob.Kind);
    }

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddImages().AddMeasures().AddScoped<CaseReader>().AddScoped<CaseContext>().AddScoped<CaseChange>().AddScoped<Notices>().AddScoped<Screening>()
        .AddScoped<Drafting>().AddScoped<People.KeepReadings>().AddScoped<Attaching>().AddScoped<Deciding>().AddScoped<Consulting>().AddScoped<Concerning>().AddScoped<StandardForms>()
        .AddScoped<GateKeeper>().AddScoped<Publishing>().AddScoped<LookingAtWebsite>().AddScoped<Removing>().AddScoped<Outgoing>().AddScoped<Rescheduling>().AddScoped<Correcting>()
        .AddScoped<Continuing>().AddScoped<KeepElections>().AddScoped<PublicBodies>().AddScoped<StandingOrders>().AddScoped<PressReleases>().AddScoped<OutOfHoursPosts>().AddScoped<Records.CheckTallies>()
        .AddScoped<VacantRoles>().AddScoped<HandingOver>().AddScoped<WithdrawingConsent>().AddScoped<Site.KeepPermissions>().AddScoped<PracticePartners>().AddScoped<ChannelSet>().AddScoped<IPracticeTimeline, PracticeTimeline>()
        .AddScoped<IWebsiteNotices, WebsiteNotices>().AddIncidents().AddScoped<OpenInstance>().AddScoped<Holding>().AddScoped<Settling>()
        .AddScoped<Accounts.KeepGlossary>().AddScoped<KeepPolicy>().AddScoped<ListedPoint>().AddScoped<PolicyReports>().AddScoped<KeepPolicyDocument>().AddScoped<AccountProfiles>().AddScoped<OwnProfileChange>()
        .AddScoped<KeepDormancy>().AddScoped<PasswordCustodies>().AddScoped<PasswordAttempts>().AddScoped<KeepPassword>().AddScoped<OpenPassword>().AddScoped<NamePasswordHolders>().AddScoped<PrintPassword>()
        .AddScoped<KeepTerms>().AddScoped<StartingAccounts>().AddScoped<ClosingAccounts>().AddScoped<KeepPlatforms>().AddScoped<AskingForAccounts>().AddScoped<ComparingPlatforms>().AddScoped<ComparisonNotices>();
}
