using Microsoft.Extensions.Options;
using Shirase.People;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Tokens;

/// <summary>The tokens of everybody, for administrators.</summary>
public sealed class AllModel(
    ShiraseDb db, IssueToken issue, RevokeToken revoke, Choices choices, SignedInAccessor me, IOptions<TokenSettings> settings, TimeProvider clock, IText text)
    : TokenDesk(db, issue, revoke, choices, me, settings, clock, text)
{
    public override bool IsForAll => true;

    public override string Address => "/tokens/all";
}
