using System.Net;
using Microsoft.Extensions.Options;

namespace Shirase.Web.Shell;

/// <summary>Refuses a start that would open a sample installation to others, with a sentence for each reason.</summary>
public sealed class InstallationRules(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<InstallationOptions>
{
    public ValidateOptionsResult Validate(string? name, InstallationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var wrong = new List<string>();
        foreach (var proxy in options.Proxies.Where(p => !AddressList.IsReadable(p)))
        {
            wrong.Add($"Installation:Proxies: 「{proxy}」はIPアドレスでもネットワークでもありません。10.0.0.5 か 10.0.0.0/24 の形で書いてください。"
                + $" / '{proxy}' is neither an address nor a network; write 10.0.0.5 or 10.0.0.0/24.");
        }

        if (options.Sample && environment.IsProduction())
        {
            wrong.Add("Installation:Sample: 本番環境では見本のシステムを起動できません。Installation:Sample を false にしてください。"
                + " / The sample installation does not start in the environment Production; set Installation:Sample to false.");
        }

        if (options.Sample)
        {
            wrong.AddRange(Addresses().Where(a => !IsLoopback(a)).Select(a =>
                $"見本のシステムはこの端末だけで使えます。「{a}」ではなく {SampleBinding.Address} を指定してください。"
                + $" / The sample installation answers on this machine only; use {SampleBinding.Address} instead of {a}."));
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> Addresses() =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>());

    private static bool IsLoopback(string address) =>
        BindingAddress.Parse(address) is var binding
        && (string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
