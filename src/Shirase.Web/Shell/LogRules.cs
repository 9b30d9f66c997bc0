using Microsoft.Extensions.Logging.Console;

namespace Shirase.Web.Shell;

/// <summary>
/// What the framework would write down of requests: addresses with what was searched for, and at Trace the values of forms. These
/// categories stay quiet whatever the level is set to; only naming one of them in the settings would open it.
/// </summary>
public static class LogRules
{
    private static readonly (string Category, LogLevel From)[] Talkative =
    [
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Error),
        ("Microsoft.AspNetCore.Mvc", LogLevel.Warning),
        ("Microsoft.AspNetCore.Routing", LogLevel.Warning),
        ("Microsoft.AspNetCore.StaticFiles", LogLevel.Warning),
        ("Microsoft.AspNetCore.HttpLogging", LogLevel.Warning),
        ("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Information),
        ("Microsoft.AspNetCore.Watch", LogLevel.Warning),
        ("System.Net.Http.HttpClient", LogLevel.Warning),
    ];

    public static void KeepPersonalDataOut(this ILoggingBuilder logging)
    {
        foreach (var (category, from) in Talkative)
        {
            logging.AddFilter(category, from).AddFilter<ConsoleLoggerProvider>(category, from);
        }
    }
}
