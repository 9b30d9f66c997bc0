using System.Globalization;
using Shirase.Core;
using Shirase.Core.Posts;

namespace Shirase.Web.Pages.Posts;

/// <summary>From the form to the content of an application and back.</summary>
public static class FormContent
{
    public const string OwnActivity = "own-activity";
    public const string PublicBodyActivity = "public-body-activity";

    /// <param name="form">What was filled in.</param>
    /// <param name="stored">What is stored: images and the snapshot of a repost's target come from there, never from a form.</param>
    public static PostContent Of(PostForm form, PostContent stored)
    {
        var isRepost = form.Kind == "repost";
        return stored with
        {
            Kind = isRepost ? PostKind.Repost : PostKind.Post,
            Subject = Text(form.Subject),
            Body = ComposedText.Lf(form.Body ?? "").TrimEnd(),
            Url = string.IsNullOrWhiteSpace(form.Url) ? null : form.Url.Trim(),
            Accounts = [.. form.Accounts.Select(a => Guid.TryParse(a, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()],
            DesiredAt = Moment(form.DesiredDate, form.DesiredTime),
            Ground = string.IsNullOrEmpty(form.Ground) ? null : form.Ground,
            GroundReason = Text(form.GroundReason),
            Case = Case(form),
            ContentClass = Text(form.ContentClass),
            Category = string.IsNullOrWhiteSpace(form.Category) ? null : form.Category.Trim(),
            ActivityOrSource = form.ContentClass == PublicBodyActivity ? Text(form.Source) : Text(form.Activity),
            PublicBody = form.ContentClass == PublicBodyActivity ? form.PublicBody : null,
            RelatedDocuments = [.. form.Related.Select(r => new RelatedDocument(Text(r.Kind), Text(r.Title), ComposedText.Lf(r.Text ?? "").Trim()))
                .Where(r => r.Title.Length > 0 || r.Text.Length > 0)],
            NoRelatedDocuments = form.NoRelated,
            Consent = Consent(form),
            PressRelease = Text(form.PressRelease),
            Training = form.Training && !isRepost,
            Family = Family(form),
            Extension = Text(form.Extension),
            CaseInformation = form.CaseInformation is "yes" or "no" ? form.CaseInformation : null,
            RelatedUnits = Units(form) is { Count: > 0 } units ? units : null,
            StandardForm = form.StandardForm,
            Repost = isRepost ? Target(form, stored.Repost) : null,
            Necessity = isRepost ? Text(form.Necessity) : "",
            EmergencyCase = string.IsNullOrWhiteSpace(form.EmergencyCase) || string.IsNullOrEmpty(form.Ground) ? null : form.EmergencyCase.Trim(),
            Release = Release(form),
            Website = form.Critical is "yes" or "no" ? new(form.Critical == "yes", form.Critical == "yes" ? Text(form.WebsiteAddress) : "") : null,
            Plan = MediaPlan.Of(form.MediaPlan.Contains("wide"), form.MediaPlan),
            Care = isRepost ? Care(form) : null,
            Media = [.. stored.Media.Select(m => Rights(m, form.Media.FirstOrDefault(f => f.Id == m.Id)))],
            KeptReasons = Reasons(form),
        };
    }

    public static PostForm Form(PostContent content, int version) => new()
    {
        Version = version,
        Kind = content.Kind == PostKind.Repost ? "repost" : "post",
        Subject = content.Subject,
        Body = content.Body,
        Url = content.Url,
        Accounts = [.. content.Accounts.Select(a => a.ToString())],
        DesiredDate = content.DesiredAt?.JapanDay(),
        DesiredTime = Clock(content.DesiredAt),
        Ground = content.Ground ?? "",
        GroundReason = content.GroundReason,
        CaseSummary = content.Case?.Summary,
        RecognisedDate = content.Case?.RecognisedAt?.JapanDay(),
        RecognisedTime = Clock(content.Case?.RecognisedAt),
        CaseSection = content.Case?.Section,
        CaseStage = content.Case?.MayDevelop == true ? "may-develop" : "occurred",
        ContentClass = content.ContentClass,
        Category = content.Category,
        Activity = content.ContentClass == PublicBodyActivity ? "" : content.ActivityOrSource,
        Source = content.ContentClass == PublicBodyActivity ? content.ActivityOrSource : "",
        PublicBody = content.PublicBody,
        Related = [.. content.RelatedDocuments.Select(d => new RelatedForm { Kind = d.Kind, Title = d.Title, Text = d.Text })],
        NoRelated = content.NoRelatedDocuments,
        ConsentSection = content.Consent?.Section,
        ConsentPerson = content.Consent?.Person,
        ConsentDate = content.Consent?.At?.JapanDay(),
        ConsentTime = Clock(content.Consent?.At),
        PressRelease = content.PressRelease,
        Training = content.Training,
        FamilyPerson = content.Family?.Person,
        FamilyDate = content.Family?.At?.JapanDay(),
        FamilyTime = Clock(content.Family?.At),
        Extension = content.Extension,
        CaseInformation = content.CaseInformation ?? "",
        RelatedUnits = [.. (content.RelatedUnits ?? []).Select(u => u.ToString())],
        StandardForm = content.StandardForm,
        TargetAddress = content.Repost?.Address,
        TargetAuthor = content.Repost is { Seen: false } byHand ? byHand.AuthorHandle : "",
        TargetDate = content.Repost is { Seen: false } ? content.Repost.PostedAt?.JapanDay() : null,
        TargetTime = content.Repost is { Seen: false } ? Clock(content.Repost.PostedAt) : null,
        TargetText = content.Repost is { Seen: false } ? content.Repost.Text : "",
        Necessity = content.Necessity,
        EmergencyCase = content.EmergencyCase,
        InfoClass = content.Release?.Class,
        ReleaseStatus = content.Release?.Status,
        DecisionNumber = content.Release?.DecisionNumber,
        DecidedOn = content.Release?.DecidedOn,
        NotBeforeDate = content.Release?.NotBefore?.JapanDay(),
        NotBeforeTime = Clock(content.Release?.NotBefore),
        Critical = content.Website is { } website ? website.IsCritical ? "yes" : "no" : null,
        WebsiteAddress = content.Website?.Address,
        MediaPlan = content.Plan is { } plan ? [.. plan.IsWide ? new[] { "wide" } : [], .. plan.Others] : [],
        Verified = content.Care?.Verified,
        Persons = content.Care?.Persons,
        PersonsConsentNote = content.Care?.Consent,
        Media = [.. content.Media.Select(m => new MediaForm
        {
            Id = m.Id, Alt = m.Alt, Origin = m.Origin, RightHolder = m.RightHolder, Basis = m.Basis, Proof = m.Proof,
            PersonsConsent = m.PersonsConsent, RightsUntil = m.RightsUntil,
        })],
        Kept = [.. content.KeptReasons.Select(k => new KeptForm { Key = k.Key, Reason = k.Value })],
    };

    private static List<Guid> Units(PostForm form) =>
        [.. form.RelatedUnits.Select(u => Guid.TryParse(u, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    private static CaseFacts? Case(PostForm form)
    {
        var facts = new CaseFacts(Text(form.CaseSummary), Moment(form.RecognisedDate, form.RecognisedTime), Text(form.CaseSection), form.CaseStage == "may-develop");
        return facts is { Summary.Length: 0, RecognisedAt: null, Section.Length: 0 } ? null : facts;
    }

    // Nothing stated is nothing: a case under a document that does not ask keeps the content it always had
    private static ReleaseFacts? Release(PostForm form)
    {
        var facts = new ReleaseFacts(
            Text(form.InfoClass), Text(form.ReleaseStatus), Text(form.DecisionNumber), form.DecidedOn, Moment(form.NotBeforeDate, form.NotBeforeTime));
        return facts == new ReleaseFacts("", "", "", null, null) ? null : facts;
    }

    private static QuoteCare? Care(PostForm form)
    {
        var care = new QuoteCare(Text(form.Verified), Text(form.Persons), Text(form.PersonsConsentNote));
        return care == new QuoteCare("", "", "") ? null : care;
    }

    private static InvestigationConsent? Consent(PostForm form)
    {
        var consent = new InvestigationConsent(Text(form.ConsentSection), Text(form.ConsentPerson), Moment(form.ConsentDate, form.ConsentTime));
        return consent is { Section.Length: 0, Person.Length: 0, At: null } ? null : consent;
    }

    private static FamilyConsent? Family(PostForm form)
    {
        var consent = new FamilyConsent(Text(form.FamilyPerson), Moment(form.FamilyDate, form.FamilyTime));
        return consent is { Person.Length: 0, At: null } ? null : consent;
    }

    // What was read from the platform stays as long as the address does; anything else is the author's own word
    private static RepostTarget? Target(PostForm form, RepostTarget? stored)
    {
        var address = Text(form.TargetAddress);
        if (stored is { Seen: true } && stored.Address == address)
        {
            return stored;
        }

        var target = new RepostTarget(
            address, Text(form.TargetAuthor).TrimStart('@', '＠'), null, Moment(form.TargetDate, form.TargetTime), ComposedText.Lf(form.TargetText ?? "").Trim(), false);
        return target is { Address.Length: 0, AuthorHandle.Length: 0, Text.Length: 0, PostedAt: null } ? null : target;
    }

    private static MediaItem Rights(MediaItem item, MediaForm? form) => form is null ? item : item with
    {
        Alt = Text(form.Alt),
        Origin = Text(form.Origin),
        RightHolder = Text(form.RightHolder),
        Basis = Text(form.Basis),
        Proof = Text(form.Proof),
        PersonsConsent = Text(form.PersonsConsent),
        RightsUntil = form.RightsUntil,
    };

    private static SortedDictionary<string, string> Reasons(PostForm form)
    {
        var reasons = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var kept in form.Kept.Where(k => k.Key is { Length: > 0 and < 500 } && !string.IsNullOrWhiteSpace(k.Reason)))
        {
            reasons[kept.Key!] = kept.Reason!.Trim();
        }

        return reasons;
    }

    // A day without a time is a day: midnight in Japan until a time is given
    private static DateTimeOffset? Moment(DateOnly? day, TimeOnly? time) =>
        day is { } d ? new DateTimeOffset(d.ToDateTime(time ?? TimeOnly.MinValue), JapanTime.Offset) : null;

    private static TimeOnly? Clock(DateTimeOffset? at) =>
        at is { } moment && TimeOnly.FromDateTime(moment.InJapan().DateTime) is var time && time != TimeOnly.MinValue ? time : null;

    private static string Text(string? typed) => typed?.Trim() ?? "";

    /// <summary>A field as text, to tell two versions apart.</summary>
    public static string Shown(object? value) => value switch
    {
        null => "",
        IEnumerable<string> many => string.Join('\n', many),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
