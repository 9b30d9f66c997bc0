using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Channels;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Incidents;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Accounts;

/// <summary>プロフィール: what the account says about itself on its platform, what the regulation asks of it, and a text that would do (gx-p-2-2, ok-4-6-a, to-7-1-a-1).</summary>
public sealed class ProfileModel(
    ShiraseDb db, AccountProfiles profiles, ProfileWatch watch, OwnProfileChange own, CaseReader reader, RegulationLibrary library, SignedInAccessor me, IText text)
    : PageModel
{
    public OfficialAccount Account { get; private set; } = null!;

    public Regulation Regulation { get; private set; } = null!;

    public ProfileLook? Look { get; private set; }

    /// <summary>Rules that the last look found broken.</summary>
    public IReadOnlySet<string> Lacking { get; private set; } = new HashSet<string>();

    /// <summary>What the regulation asks of an account of this mode.</summary>
    public IReadOnlyList<ProfileRule> Rules { get; private set; } = [];

    public string Proposed { get; private set; } = "";

    /// <summary>The channel that tells the profile; null where nobody can ask.</summary>
    public IReadProfiles? Reader { get; private set; }

    public int ProposedLength => GraphemeCount.Of(Proposed);

    public bool MayLook { get; private set; }

    public bool MayOwn { get; private set; }

    /// <summary>The reason as it was typed.</summary>
    public string Why { get; private set; } = "";

    /// <summary>False where there is nothing to compare: no mark on this platform, no page of the policy seen yet.</summary>
    public bool Knows(ProfileRule rule) => rule.Aspect switch
    {
        ProfileAspect.Mark => Look?.Seen?.IsMarked is not null,
        ProfileAspect.Policy => HasPolicyPage,
        ProfileAspect.FollowsNobody => Look?.Seen?.Following is not null,
        _ => true,
    };

    private bool HasPolicyPage { get; set; }

    private Who Who => new(me.Required.Staff, me.Required.Body);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLookAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var refusal = !MayLook ? new NotYoursToOwnProfile(Regulation.ClauseFor("record:profile-watch"))
            : Reader is null ? new ProfileCannotBeRead()
            : await watch.LookAsync(Account, Regulation, reader.Now, ct) ? null
            : (Refusal)new ProfileDidNotAnswer();
        return refusal is null ? this.Done(text["Profiles.Looked"], $"/accounts/{id}/profile") : this.Refused(refusal);
    }

    public async Task<IActionResult> OnPostOwnAsync(Guid id, string? why, CancellationToken ct)
    {
        var refusal = await own.RunAsync(Who, new(id), why, ct);
        Why = why ?? "";
        return refusal is null ? this.Done(text["Profiles.Owned"], $"/accounts/{id}/profile")
            : await FindAsync(id, ct) ? this.Refused(refusal) : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        db.Forget();
        var key = new AccountId(id);
        var day = reader.Now.JapanDay();
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == key, ct) is not { } account
            || library.InForce(account.Regulation, day) is not { Profile.Count: > 0 } regulation)
        {
            return false;
        }

        (Account, Regulation, Reader) = (account, regulation, profiles.ReaderOf(account));
        Look = await db.ProfileLooks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == key, ct);
        Lacking = (Look?.Lacking ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        var facts = await profiles.FactsAsync(account, day, ct);
        (Proposed, HasPolicyPage) = (ProfileComparison.Propose(regulation.Profile, facts, Reader?.LongestProfile ?? 0), facts.Policy is not null);
        Rules = [.. regulation.Profile.Where(r => !r.IsOnlyProposed && ProfileComparison.IsFor(r, facts))];
        var roster = await reader.RosterAsync(account.Body, day, ct);
        MayLook = account.State != AccountState.Deleted && KeepPolicyDocument.Sits(roster, me.Required.Staff, account, KeepPolicyDocument.Drafting);
        MayOwn = Look?.ChangedAt is not null && KeepPolicyDocument.Sits(roster, me.Required.Staff, account, OwnProfileChange.Knowing);
        return true;
    }
}

public sealed record ProfileCannotBeRead() : Refusal(new Localized(
    "このアカウントは発信先に接続していないか、発信先がプロフィールを知らせません。発信先の画面で確かめてください。",
    "The account is not connected, or its platform does not tell profiles. Look at the platform's own page."));

public sealed record ProfileDidNotAnswer() : Refusal(new Localized(
    "発信先又はホームページが応答しません。しばらくしてから、もう一度押してください。", "The platform or the website does not answer. Press again in a while."));
