using Shirase.Site;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Site;

/// <summary>公式アカウント一覧: made from the register, so it cannot be out of date (gx-4-1, gx-6-2).</summary>
public sealed class AccountsModel(PublicArchive archive, PublicAccounts accounts, IText text) : SitePage(archive, text)
{
    public IReadOnlyList<PublicAccount> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Accounts = await accounts.AllAsync(ct);
}
