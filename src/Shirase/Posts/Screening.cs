using Microsoft.EntityFrameworkCore;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Links;
using Shirase.Storage;
using Shirase.Text;
using Shirase.Text.Links;

namespace Shirase.Posts;

/// <summary>点検: gathers what checks may know of a content and runs the regulation's checks over it.</summary>
public sealed class Screening(ShiraseDb db, Evaluator evaluator, ChannelSet channels, ChannelAccounts accounts, LookingAtLinks links)
{
    private const int DuplicateDays = 7, MostPrevious = 50;

    /// <summary>Findings of a content in clause order.</summary>
    /// <param name="pressReleasedAt">When the press release was made, where it is on record.</param>
    /// <param name="repost">What was looked up of a repost's target; null when nothing was.</param>
    /// <param name="self">The application itself, which does not repeat its own posts; null before there is one.</param>
    public async Task<IReadOnlyList<Finding>> FindAsync(
        Regulation regulation,
        PostContent content,
        Unit unit,
        Stage stage,
        DateTimeOffset now,
        DateTimeOffset? pressReleasedAt,
        RepostFacts? repost,
        PostApplicationId? self,
        CancellationToken ct)
    {
        var subject = await SubjectAsync(regulation, content, unit, stage, now, pressReleasedAt, repost, self, ct);
        return evaluator.Evaluate(regulation, subject with { Previous = await PreviousAsync(regulation, content, unit.Body, now, self, ct) });
    }

    /// <summary>What closes the path of the ground that the content chose; nothing where it may be taken, or none was chosen.</summary>
    public async Task<IReadOnlyList<Finding>> ClosingAsync(Regulation regulation, PostContent content, Unit unit, DateTimeOffset now, CancellationToken ct) =>
        regulation.Routes.SelectMany(r => r.Grounds).FirstOrDefault(g => g.Id == content.Ground) is { Criteria.Count: > 0 } ground
            ? evaluator.Closing(ground, await SubjectAsync(regulation, content, unit, Stage.Submit, now, null, null, null, ct))
            : [];

    // Asked only where the document has the rule; what went to the practice timeline repeats nothing
    private async Task<IReadOnlyList<PastPost>> PreviousAsync(
        Regulation regulation, PostContent content, BodyId body, DateTimeOffset now, PostApplicationId? self, CancellationToken ct)
    {
        if (content.Accounts.Count == 0 || regulation.Checks.FirstOrDefault(c => c.Check == "duplicate-post") is not { } rule)
        {
            return [];
        }

        var from = (content.DesiredAt is { } at && at < now ? at : now).AddDays(-rule.With.Number("days", DuplicateDays));
        var own = content.Accounts.Select(a => new AccountId(a)).ToList();
        var sent = await db.Deliveries.AsNoTracking()
            .Where(d => d.Body == body && own.Contains(d.Account) && d.PublishedAt >= from && d.Channel != DrillDelivery.Channel)
            .OrderByDescending(d => d.PublishedAt)
            .Take(MostPrevious)
            .Select(d => new { d.Application, d.OutgoingText, d.PublishedAt })
            .ToListAsync(ct);
        return [.. sent.Where(d => d.Application != self).Select(d => new PastPost(d.OutgoingText, d.PublishedAt!.Value))];
    }

    /// <summary>
    /// Asks register and platform about a repost's target, and follows the links of a content. Calls servers elsewhere: never inside a transaction.
    /// </summary>
    public async Task<RepostFacts?> LookUpAsync(BodyId body, PostContent content, DateOnly day, CancellationToken ct)
    {
        if (content is not { Kind: PostKind.Repost, Repost: { } target })
        {
            await links.LookAsync(body, LinksOf(ComposedText.Of(content, null), await CodesAsync(content, ct)), ct);
            return null;
        }

        var seen = await ReadTargetAsync(body, content, ct);
        var handle = seen?.OriginalAuthorHandle ?? seen?.AuthorHandle ?? target.DecidingHandle;
        var entry = (await db.PublicBodies.AsNoTracking().Where(b => b.Body == body && b.Handle == handle).ToListAsync(ct))
            .Find(b => b.IsValidOn(day));
        return new(handle, entry?.Class, entry?.Name, !target.Seen || seen is not null, !target.Seen || seen is null || seen.Text == target.Text, seen?.Text);
    }

    /// <summary>Reads a repost's target from the platform of the first account that can look up posts; null when it is not there.</summary>
    public async Task<RemotePost?> ReadTargetAsync(BodyId body, PostContent content, CancellationToken ct)
    {
        if (content.Repost is not { Address.Length: > 0 } target)
        {
            return null;
        }

        foreach (var account in await db.Accounts.AsNoTracking().Where(a => a.Body == body).ToListAsync(ct))
        {
            if ((content.Accounts.Count == 0 || content.Accounts.Contains(account.Id.Value))
                && channels.Find(account.Channel) is ILookUpPosts lookUp
                && await lookUp.LookUpAsync(accounts.Open(account), target.Address, ct) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>
    /// How long a post is for each platform it goes to, by the limit of which it leaves the least. X's weight is left out: it is
    /// counted wherever a post goes.
    /// </summary>
    public async Task<IReadOnlyList<(string Channel, LengthUse Use)>> LengthsAsync(BodyId body, PostContent content, Composition? composition, CancellationToken ct)
    {
        var text = ComposedText.Of(content, composition);
        var names = await db.Accounts.AsNoTracking().Where(a => a.Body == body).OrderBy(a => a.Id).Select(a => new { a.Id, a.Channel }).ToListAsync(ct);
        return
        [
            .. names.Where(n => content.Accounts.Contains(n.Id.Value)).Select(n => n.Channel).Distinct(StringComparer.Ordinal)
                .Select(n => (n, channels.Find(n) is { } channel ? ChannelLength.Scarcest(text, channel.Limits) : null))
                .Where(l => l.Item2 is { Unit: not LengthUnit.Weight })
                .Select(l => (l.n, l.Item2!.Value)),
        ];
    }

    private async Task<CheckSubject> SubjectAsync(
        Regulation regulation,
        PostContent content,
        Unit unit,
        Stage stage,
        DateTimeOffset now,
        DateTimeOffset? pressReleasedAt,
        RepostFacts? repost,
        PostApplicationId? self,
        CancellationToken ct)
    {
        var body = await db.Bodies.AsNoTracking().SingleAsync(b => b.Id == unit.Body, ct);
        var named = content.PublicBody is { } id ? await db.PublicBodies.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) : null;
        var form = content.StandardForm is { } formId
            ? await db.StandardForms.AsNoTracking().SingleOrDefaultAsync(f => f.Id == formId && f.Unit == unit.Id && f.State == StandardFormState.Approved, ct)
            : null;
        var codes = await CodesAsync(content, ct);
        var corrects = self is not null && regulation.Checks.Any(c => c.Check == "correction-incomplete")
            ? await db.Applications.AsNoTracking().Where(a => a.Id == self).Select(a => a.CorrectionOf).SingleOrDefaultAsync(ct)
            : null;
        var subject = SubjectOf(regulation, content, unit, body, named, stage, now, pressReleasedAt, repost, form?.Text, corrects);
        var chosen = content.Accounts.Select(a => new AccountId(a)).ToList();
        var policies = await db.NamedClassesAsync(regulation, chosen, now.JapanDay(), ct);
        return subject with
        {
            Categories = [.. subject.Categories.Where(c => policies.All(p => p.Contains(c, StringComparer.Ordinal)))],
            PolicyCategories = await PolicyCategoriesAsync(regulation, chosen, ct),
            Elections = regulation.Checks.All(c => c.Check != "election-period") ? []
                : await db.ElectionPeriods.AsNoTracking().Where(e => e.Body == unit.Body && e.To >= now.JapanDay()).Select(e => new ElectionDays(e.Name, e.From, e.To)).ToListAsync(ct),
            ImageCodes = codes,
            LinkTrails = await links.KnownAsync(unit.Body, LinksOf(subject.Text, codes), ct),
        };
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> PolicyCategoriesAsync(Regulation regulation, List<AccountId> chosen, CancellationToken ct)
    {
        if (regulation.Checks.All(c => c.Check != "policy-category-missing"))
        {
            return [];
        }

        var lists = new List<IReadOnlyList<string>>();
        foreach (var account in chosen)
        {
            if (await db.PolicyOfAsync(account, ct) is { } policy && policy.Facts().Categories() is { Count: > 0 } categories)
            {
                lists.Add(categories);
            }
        }

        return lists;
    }

    private static string[] LinksOf(string text, IReadOnlyList<IReadOnlyList<string>> codes) =>
        [.. MentionedLink.Of(text, codes).Select(l => l.Address).Distinct(StringComparer.Ordinal)];

    /// <summary>What the QR codes of each image say, in the order of the images.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> CodesAsync(PostContent content, CancellationToken ct)
    {
        if (content.Media.Count == 0)
        {
            return [];
        }

        var ids = content.Media.Select(m => new MediaId(m.Id)).ToList();
        var codes = await db.Media.AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Codes }).ToListAsync(ct);
        return [.. content.Media.Select(m => StoredMedia.CodesOf(codes.Find(c => c.Id.Value == m.Id)?.Codes))];
    }

    /// <summary>What checks may know of a content, once it is gathered.</summary>
    internal static CheckSubject SubjectOf(
        Regulation regulation,
        PostContent content,
        Unit unit,
        Body body,
        PublicBody? named,
        Stage stage,
        DateTimeOffset now,
        DateTimeOffset? pressReleasedAt,
        RepostFacts? repost,
        string? standardForm = null,
        PostApplicationId? corrects = null)
    {
        var text = ComposedText.Of(content, regulation.Composition);
        return new()
        {
            Stage = stage,
            Channel = "x",
            Kind = content.Kind,
            Subject = content.Subject,
            Text = text,
            Names = NameAnalysis.Of(text),
            Url = content.Url,
            Now = now.InJapan(),
            SendAt = content.DesiredAt,
            Category = content.ContentClass,
            Categories = [.. regulation.ContentClasses.Select(c => c.Id)],
            Office = unit.Name,
            Media = content.Media,
            References = [.. content.RelatedDocuments.Select(d => d.Text)],
            KnownHosts = [.. Lines(body.OwnHosts), .. Lines(named?.Hosts ?? "")],
            Facts = FactsOf(content, pressReleasedAt, corrects),
            Content = content,
            StandardForm = standardForm,
            Repost = repost,
        };
    }

    private static Dictionary<string, string> FactsOf(PostContent content, DateTimeOffset? pressReleasedAt, PostApplicationId? corrects)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, holds) in new[] { ("press_released", pressReleasedAt is not null), ("training", content.Training), ("family_consent", content.Family is { IsOnRecord: true }) })
        {
            if (holds)
            {
                facts[name] = "true";
            }
        }

        if (corrects is { } wrong)
        {
            facts["correction_of"] = wrong.ToString();
        }

        return facts;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
