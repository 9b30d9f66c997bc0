using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Posts;

/// <summary>Carries a filled-in form to the use cases, each time from a fresh look at the store.</summary>
public sealed class Filing(ShiraseDb db, CaseReader reader, Drafting drafting, Screening screening, IText text)
{
    private const string SecondCheck = "no-errors";

    /// <summary>Saves what was typed: as a new draft the first time, after that into it.</summary>
    public async Task<Refusal?> KeepAsync(PostApplicationId id, bool mayBegin, SignedIn person, PostForm form, CancellationToken ct)
    {
        db.Forget();
        var open = await reader.OpenAsync(id, ct);
        db.Forget();
        var content = FormContent.Of(form, open?.Application.Current.Content ?? new PostContent());
        if (open is not null)
        {
            return await drafting.SaveAsync(id, new(person.Staff, person.Body), content, form.Version, ct);
        }

        return !mayBegin || id.Value == Guid.Empty ? new CaseNotFound()
            : person.Unit is not { } unit ? new NotOfThisUnit()
            : (await drafting.BeginAsync(id, new(person.Staff, person.Body), unit, content, ct)).Refusal;
    }

    /// <summary>Files what is stored, with the ticks and reasons of the form.</summary>
    public async Task<Refusal?> FileAsync(PostApplicationId id, Who who, PostForm form, CancellationToken ct)
    {
        db.Forget();
        if (form.AloneOnDuty && await ConfirmAloneAsync(id, who, form, ct) is { } refusal)
        {
            return refusal;
        }

        db.Forget();
        try
        {
            return await drafting.SubmitAsync(id, who, [.. form.Confirmed], form.ShortNoticeReason?.Trim(), ct);
        }
        catch (ChannelUnreachableException)
        {
            return new TargetNotRead();
        }
    }

    /// <summary>Reads a repost's target as it stands now.</summary>
    public async Task<Result<RepostTarget>> SeeTargetAsync(BodyId body, PostContent content, CancellationToken ct)
    {
        try
        {
            return content.Repost is { } target && await screening.ReadTargetAsync(body, content, ct) is { } seen
                ? new RepostTarget(target.Address, seen.AuthorHandle, seen.OriginalAuthorHandle, seen.PostedAt, seen.Text, true)
                : new TargetNotRead();
        }
        catch (ChannelUnreachableException)
        {
            return new TargetNotRead();
        }
    }

    /// <summary>Field by field, what somebody else saved and what was typed here.</summary>
    public IReadOnlyList<DifferenceView> Differences(OpenCase stored, PostForm mine)
    {
        var theirs = FormContent.Form(stored.Application.Current.Content, 0);
        return
        [
            .. FormFields.All.Select(f => new DifferenceView(text[f.Label], f.Read(theirs), f.Read(mine)))
                .Where(d => ComposedText.Lf(d.Theirs).Trim() != ComposedText.Lf(d.Mine).Trim()),
        ];
    }

    private async Task<Refusal?> ConfirmAloneAsync(PostApplicationId id, Who who, PostForm form, CancellationToken ct)
    {
        var open = await reader.OpenAsync(id, ct);
        db.Forget();
        return open?.Application.ConfirmationOf(SecondCheck) is not null
            ? null
            : await drafting.ConfirmAsync(id, who, SecondCheck, singlePersonDuty: true, form.AloneReason?.Trim(), ct);
    }
}

/// <summary>The fields of the form that two writers may have filled differently.</summary>
internal static class FormFields
{
    public static IReadOnlyList<(string Label, Func<PostForm, string> Read)> All { get; } =
    [
        ("Fields.Subject", f => FormContent.Shown(f.Subject)),
        ("Fields.Body", f => FormContent.Shown(f.Body)),
        ("Fields.Url", f => FormContent.Shown(f.Url)),
        ("Drafting.DesiredDate", f => FormContent.Shown(f.DesiredDate)),
        ("Drafting.DesiredTime", f => FormContent.Shown(f.DesiredTime)),
        ("Drafting.Path", f => FormContent.Shown(f.Ground)),
        ("Fields.GroundReason", f => FormContent.Shown(f.GroundReason)),
        ("Drafting.CaseSummary", f => FormContent.Shown(f.CaseSummary)),
        ("Drafting.CaseSection", f => FormContent.Shown(f.CaseSection)),
        ("Drafting.ContentClass", f => FormContent.Shown(f.ContentClass)),
        ("Drafting.Category", f => FormContent.Shown(f.Category)),
        ("Drafting.Activity", f => FormContent.Shown(f.Activity)),
        ("Drafting.Source", f => FormContent.Shown(f.Source)),
        ("Drafting.Related", f => string.Join('\n', f.Related.Where(r => !string.IsNullOrWhiteSpace(r.Title + r.Text)).Select(r => $"{r.Title}\n{r.Text}".Trim()))),
        ("Drafting.ConsentSection", f => FormContent.Shown(f.ConsentSection)),
        ("Drafting.ConsentPerson", f => FormContent.Shown(f.ConsentPerson)),
        ("Drafting.Training", f => f.Training ? "✓" : ""),
        ("Drafting.FamilyPerson", f => FormContent.Shown(f.FamilyPerson)),
        ("Drafting.FamilyDate", f => FormContent.Shown(f.FamilyDate)),
        ("Drafting.PressRelease", f => FormContent.Shown(f.PressRelease)),
        ("Drafting.Extension", f => FormContent.Shown(f.Extension)),
        ("Drafting.TargetAddress", f => FormContent.Shown(f.TargetAddress)),
        ("Drafting.TargetText", f => FormContent.Shown(f.TargetText)),
        ("Fields.Necessity", f => FormContent.Shown(f.Necessity)),
        ("Drafting.EmergencyCase", f => FormContent.Shown(f.EmergencyCase)),
        ("Drafting.InfoClass", f => FormContent.Shown(f.InfoClass)),
        ("Drafting.ReleaseStatus", f => FormContent.Shown(f.ReleaseStatus)),
        ("Drafting.DecisionNumber", f => FormContent.Shown(f.DecisionNumber)),
        ("Drafting.DecidedOn", f => FormContent.Shown(f.DecidedOn)),
        ("Drafting.NotBeforeDate", f => FormContent.Shown(f.NotBeforeDate)),
        ("Drafting.Critical", f => FormContent.Shown(f.Critical)),
        ("Drafting.WebsiteAddress", f => FormContent.Shown(f.WebsiteAddress)),
        ("Drafting.MediaPlan", f => string.Join(' ', f.MediaPlan)),
        ("Drafting.Verified", f => FormContent.Shown(f.Verified)),
        ("Drafting.Persons", f => FormContent.Shown(f.Persons)),
        ("Drafting.PersonsConsentNote", f => FormContent.Shown(f.PersonsConsentNote)),
        ("Fields.Alt", f => string.Join('\n', f.Media.Select(m => m.Alt))),
        ("Drafting.KeptReasons", f => string.Join('\n', f.Kept.Where(k => !string.IsNullOrWhiteSpace(k.Reason)).Select(k => k.Reason))),
    ];
}
