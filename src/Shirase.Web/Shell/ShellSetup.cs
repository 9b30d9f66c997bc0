using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Shirase.Web.Parts;
using Shirase.Web.Words;

namespace Shirase.Web.Shell;

/// <summary>What every page stands on, whatever room it belongs to.</summary>
public static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<IValidateOptions<InstallationOptions>, InstallationRules>();
        services.AddOptions<InstallationOptions>().BindConfiguration(InstallationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IClauseIndex>(new ClauseIndex([]));
        services.TryAddSingleton<IOwnClauses, NamedClauses>();
        services.TryAddScoped<IFrameSource, SignInFrame>();

        // Nobody needs to know which server it is
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);

        // Without this Japanese leaves as eight bytes of character references for each letter
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.AddWords().AddForms(environment).AddProxies().AddErrors().AddRateLimits();
    }

    private static IServiceCollection AddWords(this IServiceCollection services)
    {
        services.AddSingleton<IText, ResourceText>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.Culture(Languages.Japanese));
            options.SupportedCultures = options.SupportedUICultures =
                [Languages.Culture(Languages.Japanese), Languages.Culture(Languages.English)];
            options.RequestCultureProviders = [new CookieLanguage()];
        });
        return services;
    }

    private static IServiceCollection AddForms(this IServiceCollection services, IHostEnvironment environment)
    {
        var secure = environment.IsProduction() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        var text = new ResourceText();
        services.AddRazorPages()
            .AddMvcOptions(options =>
            {
                FormMessages.Bind(options, text);
                options.ModelBinderProviders.Insert(0, new OfficeDateBinders());
                options.Filters.Add<ExpiredForms>();
                options.Filters.Add<NullsInForms>();
            })
            .AddDataAnnotationsLocalization(options =>
                options.DataAnnotationLocalizerProvider = (_, _) => new TextLocalizer(text))
            .AddCookieTempDataProvider(options =>
                (options.Cookie.Name, options.Cookie.SecurePolicy) = (CookieNames.Of("shirase-said", environment), secure));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = CookieNames.Of("shirase-form", environment);
            options.Cookie.SecurePolicy = secure;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.HeaderName = "X-Form-Token";
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<FormOptions>().Configure<IOptions<InstallationOptions>>((form, installation) =>
            form.MultipartBodyLengthLimit = installation.Value.RequestBytes);
        return services;
    }

    // Only what a configured proxy says is believed; anybody could send these headers
    private static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<InstallationOptions>>((headers, installation) =>
        {
            headers.ForwardedHeaders = installation.Value.Proxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            headers.KnownProxies.Clear();
            headers.KnownIPNetworks.Clear();
            foreach (var proxy in installation.Value.Proxies)
            {
                if (IPAddress.TryParse(proxy, out var address))
                {
                    headers.KnownProxies.Add(address);
                }
                else
                {
                    headers.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                }
            }
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        return services;
    }

    private static IServiceCollection AddErrors(this IServiceCollection services)
    {
        services.AddExceptionHandler<UnexpectedErrors>();
        services.AddExceptionHandler(options =>
        {
            options.ExceptionHandlingPath = "/error/500";
            options.StatusCodeSelector = UnexpectedErrors.StatusOf;
        });
        return services;
    }
}
