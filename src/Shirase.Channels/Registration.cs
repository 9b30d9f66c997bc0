using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Shirase.Channels.Bluesky;
using Shirase.Channels.Drill;
using Shirase.Channels.Facebook;
using Shirase.Channels.Links;
using Shirase.Channels.Mastodon;
using Shirase.Channels.OfficeMail;
using Shirase.Channels.Outbound;
using Shirase.Channels.Webhooks;
using Shirase.Channels.Website;
using Shirase.Channels.X;
using Shirase.Core.Channels;
using Shirase.Core.Duties;
using Shirase.Core.Webhooks;

namespace Shirase.Channels;

/// <summary>One line for each channel in the table of contents of a program.</summary>
public static class Registration
{
    /// <summary>Mail to staff; off where no server is set.</summary>
    public static IServiceCollection AddOfficeMail(this IServiceCollection services, Action<OfficeMailSettings>? configure = null)
    {
        services.Settings<OfficeMailSettings>(OfficeMailSettings.Section, configure);
        services.AddOptions<OfficeMailSettings>().Validate(
            o => o.Host.Length == 0 || System.Net.Mail.MailAddress.TryCreate(o.From, out _),
            "OfficeMail:From に差出人のメールアドレスを設定してください。 / Set OfficeMail:From to the sender's address.");
        return services.AddSingleton<IOfficeMail, SmtpOfficeMail>();
    }

    /// <summary>The practice channel. Needs an <see cref="IPracticeTimeline"/>.</summary>
    public static IServiceCollection AddDrill(this IServiceCollection services, Action<DrillOptions>? configure = null)
    {
        services.Settings<DrillOptions>(DrillOptions.Section, configure);
        return services
            .AddScoped<DrillChannel>()
            .AddScoped<IDrillChannel>(s => s.GetRequiredService<DrillChannel>())
            .AddScoped<IChannel>(s => s.GetRequiredService<DrillChannel>())
            .AddScoped<ILookUpPosts>(s => s.GetRequiredService<DrillChannel>());
    }

    /// <summary>The body's own public site. Needs an <see cref="IWebsiteNotices"/>.</summary>
    public static IServiceCollection AddWebsite(this IServiceCollection services, Action<WebsiteOptions>? configure = null)
    {
        services.Settings<WebsiteOptions>(WebsiteOptions.Section, configure);
        services.AddHttpClient<IReadPages, PageReader>()
            .ConfigurePrimaryHttpMessageHandler(s => Way(s.GetRequiredService<IOptions<WebsiteOptions>>().Value))
            .RemoveAllLoggers();
        return services
            .AddScoped<WebsiteChannel>()
            .AddScoped<IWebsiteAddresses>(s => s.GetRequiredService<WebsiteChannel>())
            .AddScoped<ILiveChannel>(s => s.GetRequiredService<WebsiteChannel>())
            .AddScoped<IChannel>(s => s.GetRequiredService<WebsiteChannel>());
    }

    /// <summary>Bluesky and other servers of the AT Protocol.</summary>
    public static IServiceCollection AddBluesky(this IServiceCollection services, Action<BlueskyOptions>? configure = null)
    {
        services.Settings<BlueskyOptions>(BlueskyOptions.Section, configure);
        services.AddSingleton<IValidateOptions<BlueskyOptions>, BlueskyOptionsValidator>();
        services.AddSingleton<BlueskySessions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient<XrpcClient>()
            .ConfigurePrimaryHttpMessageHandler(s => Way(s.GetRequiredService<IOptions<BlueskyOptions>>().Value))
            // The factory's own lines would show addresses with handles in them
            .RemoveAllLoggers();
        return services
            .AddScoped<BlueskyChannel>()
            .AddScoped<ILiveChannel>(s => s.GetRequiredService<BlueskyChannel>())
            .AddScoped<IChannel>(s => s.GetRequiredService<BlueskyChannel>())
            .AddScoped<ILookUpPosts>(s => s.GetRequiredService<BlueskyChannel>());
    }

    /// <summary>X. Needs an <see cref="IPlatformTokens"/> and an <see cref="IAccountMeter"/>.</summary>
    public static IServiceCollection AddX(this IServiceCollection services, Action<XOptions>? configure = null)
    {
        services.Settings<XOptions>(XOptions.Section, configure);
        services.AddSingleton<IValidateOptions<XOptions>, XOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<XSessions>();
        services.AddHttpClient<XClient>()
            .ConfigurePrimaryHttpMessageHandler(s => Way(s.GetRequiredService<IOptions<XOptions>>().Value))
            // The factory's own lines would show addresses with ids in them
            .RemoveAllLoggers();
        return services
            .AddScoped<XMedia>().AddScoped<XTimeline>().AddScoped<XConsent>().AddScoped<XChannel>()
            .AddScoped<ILiveChannel>(s => s.GetRequiredService<XChannel>())
            .AddScoped<IChannel>(s => s.GetRequiredService<XChannel>())
            .AddScoped<ILookUpPosts>(s => s.GetRequiredService<XChannel>());
    }

    /// <summary>Mastodon and servers that speak its API. Needs an <see cref="IAccountMeter"/>.</summary>
    public static IServiceCollection AddMastodon(this IServiceCollection services, Action<MastodonOptions>? configure = null)
    {
        services.Settings<MastodonOptions>(MastodonOptions.Section, configure);
        services.AddSingleton<IValidateOptions<MastodonOptions>, MastodonOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<KnownIds>();
        services.AddHttpClient<MastodonClient>()
            .ConfigurePrimaryHttpMessageHandler(s => Way(s.GetRequiredService<IOptions<MastodonOptions>>().Value))
            // The factory's own lines would show addresses with ids in them
            .RemoveAllLoggers();
        return services
            .AddScoped<MastodonMedia>().AddScoped<MastodonTimeline>().AddScoped<MastodonChannel>()
            .AddScoped<ILiveChannel>(s => s.GetRequiredService<MastodonChannel>())
            .AddScoped<IChannel>(s => s.GetRequiredService<MastodonChannel>());
    }

    /// <summary>Pages of Facebook. Needs an <see cref="IAccountMeter"/>.</summary>
    public static IServiceCollection AddFacebook(this IServiceCollection services, Action<FacebookOptions>? configure = null)
    {
        services.Settings<FacebookOptions>(FacebookOptions.Section, configure);
        services.AddSingleton<IValidateOptions<FacebookOptions>, FacebookOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<KnownIds>();
        services.AddHttpClient<FacebookClient>()
            .ConfigurePrimaryHttpMessageHandler(s => Way(s.GetRequiredService<IOptions<FacebookOptions>>().Value))
            // The factory's own lines would show addresses with ids and tokens in them
            .RemoveAllLoggers();
        return services
            .AddScoped<FacebookPosts>().AddScoped<FacebookTokens>().AddScoped<FacebookChannel>()
            .AddScoped<ILiveChannel>(s => s.GetRequiredService<FacebookChannel>())
            .AddScoped<IChannel>(s => s.GetRequiredService<FacebookChannel>());
    }

    /// <summary>The settings of calls to addresses that people enter; see <see cref="Outbound.Outbound.Handler"/>.</summary>
    public static IServiceCollection AddOutbound(this IServiceCollection services, Action<OutboundOptions>? configure = null)
    {
        services.Settings(OutboundOptions.Section, configure);
        return services;
    }

    /// <summary>Carries webhooks. Needs <see cref="AddOutbound"/>.</summary>
    public static IServiceCollection AddWebhookSender(this IServiceCollection services)
    {
        services.AddHttpClient<IWebhookSender, WebhookSender>(c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(s => Outbound.Outbound.Handler(s.GetRequiredService<IOptions<OutboundOptions>>().Value))
            // The factory's own lines would show addresses with secrets in them
            .RemoveAllLoggers();
        return services;
    }

    /// <summary>Follows links of messages. Needs <see cref="AddOutbound"/>.</summary>
    public static IServiceCollection AddLinkFollower(this IServiceCollection services, Action<LinkOptions>? configure = null)
    {
        services.Settings(LinkOptions.Section, configure);
        services.AddHttpClient<IFollowLinks, LinkFollower>(c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(s => Outbound.Outbound.Handler(s.GetRequiredService<IOptions<OutboundOptions>>().Value, isHttpAllowed: true))
            .RemoveAllLoggers();
        return services;
    }

    private static HttpMessageHandler Way(MastodonOptions options) => Outbound.Outbound.To(options.Services, options.Timeout);

    private static HttpMessageHandler Way(FacebookOptions options) => Outbound.Outbound.To([options.Service], options.Timeout);

    private static HttpMessageHandler Way(XOptions options) => Outbound.Outbound.To([options.Service], options.Timeout);

    private static HttpMessageHandler Way(WebsiteOptions options) => Outbound.Outbound.To(options.Sites, options.PageTimeout);

    private static HttpMessageHandler Way(BlueskyOptions options) =>
        Outbound.Outbound.To(options.Services.Count == 0 ? [BlueskyOptions.BlueskySocial] : options.Services, options.Timeout);

    private static void Settings<T>(this IServiceCollection services, string section, Action<T>? configure)
        where T : class
    {
        var options = services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }
    }
}
