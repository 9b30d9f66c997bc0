using Shirase.Core;
using Shirase.Core.Accounts;

namespace Shirase.Samples;

/// <summary>What the policies of the sample accounts say, complete and with every point of the procedure done.</summary>
internal static class SamplePolicies
{
    public static void Add(SampleRegister register, BodyId body, string handle, StaffId by, PolicyFacts facts)
    {
        var account = register.Db.Accounts.Local.Single(a => a.Body == body && a.Handle == handle);
        var points = new SortedDictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var point in Points)
        {
            points[point] = SampleInstallation.Since;
        }

        var policy = new PublishedPolicy(
            Guid.CreateVersion7(register.Now), body, account.Id, 1, (facts with { Points = points }).ToJson(), by, register.Now, "");
        register.Db.Add(policy);
        register.Db.Record(body, register.Now, "policy.entered", $"account/{account.Id}", new { number = 1, sample = true });
    }

    // Of both documents; what one of them does not ask for is not looked at there
    private static string[] Points =>
    [
        PublishedPolicy.PolicyAdopted, PublishedPolicy.TermsAdopted, "reported", "policy-live", "terms-live", "listed", "profile-unit", "profile-website",
        "credentials-kept", "terms-reviewed", "response-plan", "profile-mode", "profile-policy", "profile-public-body", "verification",
        "linked-from-website", "links-to-website", "strong-authentication",
    ];
}
