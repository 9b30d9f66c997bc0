using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.Duties;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Accounts;

/// <summary>
/// Proposes another version of the policy of each account when an address that it names was changed in the register of contacts
/// (gx-p-3-2-c-3): the newest version again, with the new address, as a draft that the officer adopts, changes or throws away.
/// </summary>
public sealed class PolicyProposals(ShiraseDb db, Rosters rosters)
{
    public const string Proposed = "policy.proposed";

    /// <summary>Whether a setting of the document is an entry of the register of contacts: it has the id of something that its policy asks for.</summary>
    public static bool IsContact(Regulation regulation, string setting) => regulation.Policy?.Asks.Any(a => a.Id == setting) == true;

    /// <summary>Prepares the drafts within a change that is open already; the caller saves.</summary>
    /// <param name="ask">Id of the question of the policy, and of the setting that was changed.</param>
    public async Task ProposeAsync(BodyId body, Regulation regulation, string ask, string address, Act act, CancellationToken ct)
    {
        var accounts = await db.Accounts.Where(a => a.Body == body && a.Regulation == regulation.Slug && a.State != AccountState.Deleted).ToListAsync(ct);
        var roster = await rosters.OnAsync(body, act.At.JapanDay(), ct);
        foreach (var account in accounts)
        {
            var versions = await db.PolicyDocuments.Where(p => p.Account == account.Id).OrderByDescending(p => p.Number).ToListAsync(ct);
            var draft = versions.Find(v => v.State == PolicyDocumentState.Draft);
            if (versions.Find(v => v.State == PolicyDocumentState.Adopted) is not { } adopted || (draft ?? adopted).Fill().Answers.GetValueOrDefault(ask) == address)
            {
                continue;
            }

            if (draft is null)
            {
                db.Add(draft = PolicyDocument.Begin(account, versions[0], adopted, act));
            }

            var fill = draft.Fill();
            draft.Save(fill with { Answers = new SortedDictionary<string, string>(fill.Answers.ToDictionary(), StringComparer.Ordinal) { [ask] = address } }, draft.Revision, act);
            var clause = regulation.Policy!.Asks.First(a => a.Id == ask).Clause;
            db.Record(body, act, Proposed, $"account/{account.Id}", new { document = draft.Id, number = draft.Number, ask, clause });
            db.Tell(
                body, roster.ActingFor(regulation.Slug, "operation-officer", account.Owner), Proposed,
                new(
                    $"窓口のページのアドレスが改められました。「{account.DisplayName}」の運用ポリシー第{draft.Number}版の案を作りました。アカウントの「運用ポリシー」の画面で確かめ、策定してください。",
                    $"The address of a contact was changed. A draft of version {draft.Number} of the policy of \"{account.DisplayName}\" was made; look at it on the page of the policy and have it adopted."),
                clause, act.At);
        }
    }
}
