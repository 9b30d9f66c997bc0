using Microsoft.Extensions.Options;
using Shirase.Web.Shell;

namespace Shirase.Web.Operations.Telemetry;

/// <summary>Refuses a start whose telemetry settings cannot be read.</summary>
internal sealed class TelemetryRules : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var wrong = options.MetricsFrom.Where(a => !AddressList.IsReadable(a)).Select(a =>
            $"Telemetry:MetricsFrom: 「{a}」はIPアドレスでもネットワークでもありません。10.0.0.5 か 10.0.0.0/24 の形で書いてください。"
            + $" / '{a}' is neither an address nor a network; write 10.0.0.5 or 10.0.0.0/24.").ToList();
        if (options.Collector is { } collector && (!collector.IsAbsoluteUri || collector.Scheme is not ("http" or "https") || collector.UserInfo.Length > 0))
        {
            wrong.Add("Telemetry:Collector: http:// か https:// で始まるアドレスを、パスワードを含めずに書いてください。"
                + " / Write an address that begins with http:// or https:// and holds no password.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
