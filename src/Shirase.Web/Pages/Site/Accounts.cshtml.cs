using Shirase.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Site;

/// <summary>公式アカウント一覧: made from the register, so it cannot be out of date (gx-4-1, gx-6-2).</summary>
public sealed class AccountsModel(PublicArchive archive, PublicAccounts accounts, PublicPolicies policies, IText text) : SitePage(archive, text)
{
    public IReadOnlyList<PublicAccount> Accounts { get; private set; } = [];

    /// <summary>Keys of those whose policy can be read.</summary>
    public IReadOnlySet<Guid> WithPolicy { get; private set; } = new HashSet<Guid>();

    public async Task OnGetAsync(CancellationToken ct) => (Accounts, WithPolicy) = (await accounts.AllAsync(ct), await policies.OfAsync(ct));
}
