using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Incidents;
using Shirase.Core.Regulations;

namespace Shirase.Samples;

/// <summary>The published policies of the sample accounts: adopted, and as if their pages had been seen on the website.</summary>
internal static class SamplePolicyDocuments
{
    private static readonly Dictionary<string, string> Gunma = new(StringComparer.Ordinal)
    {
        ["station-list"] = "https://www.police.pref.gunma.jp/stations",
        ["consultation-page"] = "https://www.police.pref.gunma.jp/soudan",
    };

    private static readonly Dictionary<string, string> Ishikawa = new(StringComparer.Ordinal) { ["inquiry-page"] = "https://www2.police.pref.ishikawa.lg.jp/soudan" };

    private static readonly Dictionary<string, string> Confirming = new(StringComparer.Ordinal) { ["personal-data"] = "条例が現行であるかを総務課に照会中（見本）。" };

    public static void Add(SampleRegister register, RegulationLibrary library, Uri here)
    {
        Add(register, library, here, SampleCast.Gunma, "gunma_police", "hoshino", new() { Answers = Gunma });
        Add(register, library, here, SampleCast.Ishikawa, "ishikawa_kotsu", "nishida", new() { Answers = Ishikawa, Reasons = Confirming });
    }

    private static void Add(SampleRegister register, RegulationLibrary library, Uri here, BodyId body, string handle, string head, PolicyFill fill)
    {
        var account = register.Db.Accounts.Local.Single(a => a.Body == body && a.Handle == handle);
        if (library.InForce(account.Regulation, register.Now.JapanDay()) is not { Policy: not null } regulation)
        {
            return;
        }

        var act = new Act(register.Staff(head), JapanTime.StartOf(SampleInstallation.Since).AddHours(9));
        var unit = register.Db.Units.Local.Single(u => u.Id == account.Owner);
        var of = register.Db.Bodies.Local.Single(b => b.Id == body);
        var policy = PolicyDocument.Begin(account, null, null, act);
        var refusal = policy.Save(fill, policy.Revision, act)
            ?? policy.Adopt(regulation, new(of.Name, unit.Parent, unit.Name, account.DisplayName, account.Handle, account.Channel, SampleInstallation.Since), null, act);
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal.Text.En);
        }

        register.Db.Add(policy);
        register.Db.Add(Seen(policy.Id, Told.PolicyPage, $"/policies/{account.Id}"));
        register.Db.Add(Seen(account.Id.Value, Told.Start, "/accounts"));
        register.Db.Add(Seen(account.Id.Value, Told.Listing, "/accounts"));
        register.Db.Record(body, register.Now, "policy.adopted", $"account/{account.Id}", new { document = policy.Id, number = 1, hash = policy.Hash, sample = true });

        PageProof Seen(Guid subject, Told told, string path) =>
            new(Guid.CreateVersion7(act.At), body, subject, told, new Uri(here, $"/site/{body}{path}").ToString(), policy.Hash, account.DisplayName, act.By, act.At);
    }
}
