using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shirase.Core;
using Shirase.Operations.Health;
using Shirase.Text;

namespace Shirase.Web.Pages.Operations;

/// <summary>稼働: green or red, for administrators who are no engineers; every fault with what to do.</summary>
public sealed class IndexModel(HealthCheckService health, TimeProvider clock) : PageModel
{
    private static readonly Localized NoAnswer = new("確かめられませんでした。", "It could not be checked.");

    private static readonly Localized AskForHelp = new("少し待って開き直し、続くときはシステム管理者が記録（ログ）を確かめてください。", "Open the page again; if it stays so, look into the log.");

    public IReadOnlyList<Condition> Conditions { get; private set; } = [];

    public int Faults => Conditions.Count(c => c.State != HealthStatus.Healthy);

    public DateTimeOffset At { get; private set; }

    public string Version { get; } = typeof(IndexModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Which of several servers answered.</summary>
    public string Node { get; } = Environment.MachineName;

    /// <summary>Folder of MeCab's dictionary, or null where texts are searched for names without it.</summary>
    public string? Dictionary { get; } = NameAnalysis.Dictionary;

    public async Task OnGetAsync(CancellationToken ct)
    {
        At = clock.GetUtcNow();

        // What is wrong comes first
        Conditions = [.. (await health.CheckHealthAsync(ct)).Entries
            .Select(e => Condition.Of(e.Value) ?? new Condition(e.Value.Status, new(e.Key, e.Key), NoAnswer, AskForHelp))
            .OrderBy(c => c.State)];
    }
}
