using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text;
using Shirase.Posts;
using Shirase.Web.Parts;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>Counts, preview, findings and the meaning of the chosen time, for what stands in the form at this moment.</summary>
public sealed class FormChecks(Screening screening, CaseReader reader, IText text)
{
    private const int WorthCounting = 5_000;

    private static readonly Dictionary<string, string> Controls = new(StringComparer.Ordinal)
    {
        ["subject"] = "Subject",
        ["body"] = "Body",
        ["url"] = "Url",
        ["content-class"] = "ContentClass",
        ["class"] = "ContentClass",
        ["category"] = "Category",
        ["public-body"] = "PublicBody",
        ["activity"] = "Activity",
        ["source"] = "Source",
        ["extension"] = "Extension",
        ["ground-reason"] = "GroundReason",
        ["ground"] = "GroundReason",
        ["case-information"] = "CaseInformation",
        ["recognised"] = "RecognisedDate",
        ["related-units"] = "RelatedUnits",
        ["standard-form"] = "StandardForm",
        ["case"] = "CaseSummary",
        ["media"] = "Upload",
        ["consent"] = "ConsentSection",
        ["press"] = "PressRelease",
        ["family"] = "FamilyPerson",
        ["related"] = "NoRelated",
        ["necessity"] = "Necessity",
        ["repost"] = "TargetAddress",
        ["information-class"] = "InfoClass",
        ["release-status"] = "ReleaseStatus",
        ["release-decision"] = "DecisionNumber",
        ["not-before"] = "NotBeforeDate-Year",
        ["critical"] = "Critical",
        ["website-address"] = "WebsiteAddress",
        ["media-plan"] = "MediaPlan",
        ["verified"] = "Verified",
        ["persons"] = "Persons",
    };

    public async Task<CheckedView> RunAsync(
        Regulation regulation, PostContent content, PostForm form, Unit unit, Stage stage, OpenCase? open, bool live, CancellationToken ct)
    {
        var now = reader.Now;
        if (Drafting.TooLong(content) is not null)
        {
            // Nothing that is refused for its length is worth minutes of checking
            return new(form, "", [], [], [], LeadOf(regulation, content, now, open), true);
        }

        // While somebody writes, an address is half an address, and no server elsewhere may keep the answer waiting
        var looked = stage == Stage.Submit && !(live && content.Kind == PostKind.Post) ? await LookUpAsync(unit.Body, content, now, ct) : null;
        // A form that nobody has begun to write has nothing wrong with it yet
        var isBlank = stage == Stage.Draft && (content.Subject + content.Body + content.Url).Length == 0;
        var findings = isBlank ? [] : await screening.FindAsync(regulation, content, unit, stage, now, open?.Application.PressReleasedAt, looked, open?.Application.Id, ct);
        if (!isBlank)
        {
            // What closes the chosen path refuses nothing: the case goes to the head (is-2-4-d)
            findings = [.. findings, .. await screening.ClosingAsync(regulation, content, unit, now, ct)];
        }

        var kept = findings.Where(f => f.Effect is Effect.Warn or Effect.Hold).DistinctBy(f => f.Key, StringComparer.Ordinal)
            .Select((f, i) => new KeptView(i, f, content.KeptReasons.GetValueOrDefault(f.Key) ?? "")).ToList();
        var words = regulation.Checks.FirstOrDefault(c => c.Check == "investigation-words")?.With.List("words") ?? [];
        return new(
            form,
            ComposedText.Of(content, regulation.Composition),
            content.Kind == PostKind.Repost ? [] : [.. Counts(regulation, content), .. await PlatformCountsAsync(regulation, content, unit, ct)],
            [.. findings.Select(f => View(f, content, regulation.Composition))],
            kept,
            LeadOf(regulation, content, now, open),
            words.Any(w => (content.Subject + content.Body).Contains(w, StringComparison.Ordinal)));
    }

    public static string ControlOf(Finding finding) => finding.Field is { } field && Controls.TryGetValue(field, out var id) ? id : "Body";

    private async Task<RepostFacts?> LookUpAsync(BodyId body, PostContent content, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            return await screening.LookUpAsync(body, content, now.JapanDay(), ct);
        }
        catch (ChannelUnreachableException)
        {
            // The page still comes; filing asks the platform again and says so
            return null;
        }
    }

    private CountView[] Counts(Regulation regulation, PostContent content)
    {
        var composed = ComposedText.Of(content, regulation.Composition);
        var heading = regulation.Composition is { } c ? LiteralCount.Of($"{c.HeadingOpen}{content.Subject}{c.HeadingClose}\n") : 0;
        var url = content.Url is { } u ? LiteralCount.Of(u) + 1 : 0;
        var literal = LiteralCount.Of(composed);
        var weighted = new CountView(text["Drafting.Count.Weighted"], WeightedCount.Of(composed), WeightedCount.Limit);

        // A count of the document's own stands only where it has one (gx-13-2-1)
        return regulation.Settings.Any(s => s.Id == "max-characters")
            ? [new(text["Drafting.Count.Literal", heading, literal - heading - url, url], literal, regulation.Number("max-characters", 140)), weighted]
            : [weighted];
    }

    // Where a platform takes far more than an office writes, a counter would only distract
    private async Task<IEnumerable<CountView>> PlatformCountsAsync(Regulation regulation, PostContent content, Unit unit, CancellationToken ct) =>
        from length in await screening.LengthsAsync(unit.Body, content, regulation.Composition, ct)
        where length.Use.Most <= WorthCounting || length.Use.IsOver
        select new CountView(
            text[length.Use.Unit == LengthUnit.Bytes ? "Drafting.Count.Bytes" : "Drafting.Count.Platform", text[$"Registers.Channel.{length.Channel}"]],
            length.Use.Count,
            length.Use.Most);

    private static FindingView View(Finding finding, PostContent content, Composition? composition)
    {
        if (finding.Span is not { } span)
        {
            return new(finding, ControlOf(finding));
        }

        var (field, start) = ComposedText.FieldAt(content, composition, span.Start);
        var whole = field switch { "subject" => content.Subject.Length, "url" => content.Url?.Length ?? 0, _ => content.Body.Length };
        return new(finding, Controls[field], start, Math.Max(0, Math.Min(span.Length, whole - start)));
    }

    private static LeadView LeadOf(Regulation regulation, PostContent content, DateTimeOffset now, OpenCase? open)
    {
        var lead = CaseContext.LeadOf(regulation, content);
        var urgent = content.Ground is not null;
        var window = regulation.Window("office-hours") ?? (regulation.Windows.Count > 0 ? regulation.Windows[0] : null);
        var at = content.DesiredAt;
        return new(
            lead is { Days: > 0, LastDay: { } last } ? last.DayNumber - now.JapanDay().DayNumber : null,
            lead.Days > 0 ? lead.LastDay : null,
            !urgent && lead.IsShortAt(now) && (open?.Application.ShortNoticeReason.Length ?? 0) < lead.MinReason,
            lead.MinReason,
            at is { } chosen && window is not null && !window.Contains(chosen),
            window?.NextOpening(at ?? now),
            window?.NextOpening(now),
            window is null ? TimeSpan.Zero : window.NextOpening(now) - now.InJapan());
    }
}
