using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shirase.Core;

namespace Shirase.Operations.Health;

/// <summary>One thing the installation needs, in words for people who are no engineers.</summary>
/// <param name="State">
/// Unhealthy: this node must get no requests. Degraded: something is wrong that every node shares, or that will get worse; taking this
/// node away would mend nothing.
/// </param>
/// <param name="Says">How it stands, in a sentence.</param>
/// <param name="Mend">What to do, and who; null when it is fine.</param>
public sealed record Condition(HealthStatus State, Localized Title, Localized Says, Localized? Mend)
{
    private const string Key = "condition";

    public static Condition Fine(Localized title, Localized says) => new(HealthStatus.Healthy, title, says, null);

    public static Condition? Of(HealthReportEntry entry) => entry.Data.GetValueOrDefault(Key) as Condition;

    // Without a description: the framework logs it, and sentences name files and machines
    public HealthCheckResult Result() => new(State, data: new Dictionary<string, object> { [Key] = this });
}
