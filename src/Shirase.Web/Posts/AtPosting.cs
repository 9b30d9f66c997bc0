using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Accounts;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Local;
using Shirase.Storage;

namespace Shirase.Web.Posts;

/// <summary>What was in force when something went out: the version of the guidelines and of the policy that the account published (gx-0-1).</summary>
/// <param name="Guidelines">Title and version.</param>
/// <param name="Policy">Number of the policy's version; null where none was in force.</param>
/// <param name="PolicyFrom">First day of that version, or the day on which it was entered.</param>
/// <param name="Address">Page on which its words stand, or null.</param>
public sealed record AtPosting(Localized Guidelines, int? Policy, DateOnly? PolicyFrom, string? Address)
{
    /// <summary>For every delivery that went out. Read from the versions as they are kept, so nothing can be changed afterwards.</summary>
    public static async Task<IReadOnlyDictionary<DeliveryId, AtPosting>> OfAsync(
        ShiraseDb db, RegulationLibrary library, PostApplication application, IReadOnlyCollection<PostDelivery> deliveries, CancellationToken ct)
    {
        var sent = deliveries.Where(d => d.PublishedAt is not null).ToList();
        var accounts = sent.Select(d => d.Account).Distinct().ToList();
        var texts = await db.PolicyDocuments.AsNoTracking().Where(p => accounts.Contains(p.Account) && p.State != PolicyDocumentState.Draft).ToListAsync(ct);
        var items = await db.PublishedPolicies.AsNoTracking().Where(p => accounts.Contains(p.Account)).ToListAsync(ct);
        return sent.ToDictionary(d => d.Id, d =>
        {
            var at = d.PublishedAt!.Value;
            var day = at.JapanDay();
            var regulation = library.InForce(application.Regulation, day) ?? library.Find(application.Regulation, application.RegulationVersion);
            var guidelines = regulation is null
                ? new Localized(application.RegulationVersion, application.RegulationVersion)
                : new Localized($"{regulation.Title.Ja}（{regulation.Version}）", $"{regulation.Title.En} ({regulation.Version})");
            if (PolicyDocument.On(texts.Where(p => p.Account == d.Account), day) is { } text)
            {
                return new(guidelines, text.Number, text.ValidFrom, $"/accounts/{d.Account}/policy-text/{text.Number}");
            }

            var item = items.Where(p => p.Account == d.Account && p.At <= at).MaxBy(p => p.Number);
            return new AtPosting(guidelines, item?.Number, item?.At.JapanDay(), item is null ? null : $"/accounts/{d.Account}/published-policy");
        });
    }

    /// <summary>What the service was called when the case was filed; for a draft what it is called now.</summary>
    public static async Task<ServiceNames?> ServiceAsync(ShiraseDb db, RegulationLibrary library, CaseFile file, CancellationToken ct)
    {
        var rules = await db.LocalRules.AsNoTracking().Where(r => r.Regulation == file.Regulation.Slug).ToListAsync(ct);
        return ServiceNames.At(library.Document(file.Regulation), rules, file.Application.SubmittedAt ?? file.Now);
    }
}
