using Microsoft.Extensions.Options;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Tokens;

/// <summary>APIトークン: the own ones (gx-14-1-1, reading A9).</summary>
public sealed class IndexModel(
    ShiraseDb db, IssueToken issue, RevokeToken revoke, Choices choices, SignedInAccessor me, IOptions<TokenSettings> settings, TimeProvider clock, IText text)
    : TokenDesk(db, issue, revoke, choices, me, settings, clock, text)
{
    public override bool IsForAll => false;

    public override string Address => "/tokens";
}
