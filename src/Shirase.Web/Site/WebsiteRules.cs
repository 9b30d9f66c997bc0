using Microsoft.Extensions.Options;
using Shirase.Channels.Website;

namespace Shirase.Web.Site;

/// <summary>
/// Refuses a start in production without the address of the public site: addresses of notices and of the body's own profile are
/// given away and kept, and must not lead to a machine called localhost.
/// </summary>
public sealed class WebsiteRules(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<WebsiteOptions>
{
    private const string Key = $"{WebsiteOptions.Section}:{nameof(WebsiteOptions.BaseAddress)}";

    public ValidateOptionsResult Validate(string? name, WebsiteOptions options) =>
        environment.IsProduction() && string.IsNullOrWhiteSpace(configuration[Key])
            ? ValidateOptionsResult.Fail(
                $"{Key}: 住民が公開ページを開くアドレスを https://shirase.example.lg.jp/ の形で書いてください。お知らせのアドレスはこれで始まります。"
                + " / Write where the public opens the site, such as https://shirase.example.lg.jp/; addresses of notices begin with it.")
            : ValidateOptionsResult.Success;
}
