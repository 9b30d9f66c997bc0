using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Posts;

namespace Shirase.Web.Posts;

/// <summary>判断の材料: what changed, what was found, who confirmed what, what else is public on the matter.</summary>
public sealed record DecisionMaterial
{
    /// <summary>The version last decided on or returned, when the newest is another one.</summary>
    public ContentVersion? Before { get; init; }

    public string TextBefore { get; init; } = "";

    public string TextNow { get; init; } = "";

    public IReadOnlyList<string> OtherChanges { get; init; } = [];

    public int Places { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<(Attestation Asked, Confirmation? Given)> Confirmations { get; init; } = [];

    /// <summary>Clauses that checks of the content carry, with whether each is satisfied.</summary>
    public IReadOnlyList<(string Clause, bool Kept)> Clauses { get; init; } = [];

    public static DecisionMaterial Of(CaseFile file, IReadOnlyList<Finding> findings)
    {
        var (application, regulation) = (file.Application, file.Regulation);
        var before = Compared(application);
        var text = ComposedText.Of(file.Content, regulation.Composition);
        var old = before is null ? "" : ComposedText.Of(before.Content, regulation.Composition);
        return new()
        {
            Before = before,
            TextBefore = old,
            TextNow = text,
            Places = before is null ? 0 : TextDiff.Places(TextDiff.Between(old, text)),
            OtherChanges = before is null ? [] : ContentChanges.Of(before.Content, file.Content),
            Findings = findings,
            Confirmations = [.. regulation.Attestations.Where(a => a.Step == "application").Select(a => (a, application.ConfirmationOf(a.Id)))],
            Clauses = [.. ClausesOf(file, findings)],
        };
    }

    /// <summary>Looks up a repost's target where the platform answers; a decision does not wait for a platform that is away.</summary>
    public static async Task<IReadOnlyList<Finding>> FindAsync(Screening screening, CaseFile file, Stage stage, DateTimeOffset at, CancellationToken ct)
    {
        RepostFacts? repost = null;
        try
        {
            repost = await screening.LookUpAsync(file.Application.Body, file.Content, at.JapanDay(), ct);
        }
        catch (ChannelUnreachableException)
        {
            repost = null;
        }

        return await screening.FindAsync(file.Regulation, file.Content, file.Open.Unit, stage, at, file.Application.PressReleasedAt, repost, file.Application.Id, ct);
    }

    // What the decider saw last: the version of the last decision, else the one before
    private static ContentVersion? Compared(PostApplication application)
    {
        var last = application.Decisions.LastOrDefault(d => d.Verb is Verb.Approve or Verb.Return or Verb.Overrule && d.Version < application.Current.Number)?.Version
            ?? application.Current.Number - 1;
        return application.Versions.FirstOrDefault(v => v.Number == last);
    }

    private static IEnumerable<(string Clause, bool Kept)> ClausesOf(CaseFile file, IReadOnlyList<Finding> findings)
    {
        var kind = file.Content.Kind == PostKind.Repost ? "repost" : "post";
        return file.Regulation.Checks
            .Where(r => r.Stage <= Stage.Decide && (r.Kinds.Count == 0 || r.Kinds.Contains(kind)))
            .GroupBy(r => r.Clause)
            .OrderBy(g => file.Regulation.OrderOf(g.Key))
            .Select(g => (g.Key, findings.Where(f => f.Clause == g.Key).All(f => f.Effect is Effect.Inform or Effect.Attest || file.Application.HasReasonFor(f))));
    }
}

/// <summary>Differences between two contents beside their text.</summary>
public static class ContentChanges
{
    /// <summary>Keys of the words for what differs, such as <c>DesiredAt</c>.</summary>
    public static IReadOnlyList<string> Of(PostContent before, PostContent after)
    {
        var changes = new List<string>();
        void Compare(string key, bool same)
        {
            if (!same)
            {
                changes.Add(key);
            }
        }

        Compare("Kind", before.Kind == after.Kind);
        Compare("Media", before.Media.SequenceEqual(after.Media));
        Compare("DesiredAt", before.DesiredAt == after.DesiredAt);
        Compare("Accounts", before.Accounts.SequenceEqual(after.Accounts));
        Compare("ContentClass", before.ContentClass == after.ContentClass && before.ActivityOrSource == after.ActivityOrSource && before.PublicBody == after.PublicBody && before.Category == after.Category);
        Compare("Ground", before.Ground == after.Ground && before.GroundReason == after.GroundReason && before.Case == after.Case);
        Compare("Related", before.RelatedDocuments.SequenceEqual(after.RelatedDocuments) && before.NoRelatedDocuments == after.NoRelatedDocuments);
        Compare("Consent", before.Consent == after.Consent && before.PressRelease == after.PressRelease);
        Compare("Family", before.Family == after.Family);
        Compare("MediaPlan", before.Plan?.IsWide == after.Plan?.IsWide && (before.Plan?.Others ?? []).SequenceEqual(after.Plan?.Others ?? []));
        Compare("Training", before.Training == after.Training);
        Compare("Repost", before.Repost == after.Repost && before.Necessity == after.Necessity);
        return changes;
    }
}
