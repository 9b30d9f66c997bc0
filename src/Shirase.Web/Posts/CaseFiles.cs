using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Web.Parts;

namespace Shirase.Web.Posts;

/// <summary>Opens cases for the person of the request; what he may not see is not there.</summary>
public sealed class CaseFiles(ShiraseDb db, CaseReader reader, SignedInAccessor signedIn, OwnClauses own, RegulationLibrary library)
{
    public Who Who => new(signedIn.Required.Staff, signedIn.Required.Body);

    public DateTimeOffset Now => reader.Now;

    public async Task<CaseFile?> OpenAsync(Guid id, CancellationToken ct)
    {
        // A refused verb may have left half of a change behind; what is shown is what is stored
        db.Forget();
        var open = await reader.OpenAsync(new PostApplicationId(id), ct);
        if (open is null || !open.IsVisibleTo(signedIn.Required.Staff))
        {
            return null;
        }

        own.Are(open.Regulation);
        var application = open.Application;
        var deliveries = await db.Deliveries.AsNoTracking().Where(d => d.Application == application.Id).ToListAsync(ct);
        var reports = await db.ErrorReports.AsNoTracking().Where(r => r.Application == application.Id).ToListAsync(ct);
        var accounts = await db.Accounts.AsNoTracking().ToListAsync(ct);
        var correction = await db.Corrections.AsNoTracking().SingleOrDefaultAsync(c => c.Target == application.Id && c.AbandonedAt == null, ct);
        var correcting = correction?.Application is { } there ? await db.Deliveries.AsNoTracking().Where(d => d.Application == there).ToListAsync(ct) : [];
        var actors = open.Step is { } step ? Notices.ActorsOf(open, step) : [];
        return new()
        {
            Open = open,
            Viewer = signedIn.Required,
            Names = await CaseNames.ReadAsync(db, CaseNames.Of(application, deliveries, reports, correction).Concat(actors).Append(signedIn.Required.Staff), ct),
            Deliveries = [.. deliveries.OrderBy(d => d.OrderedAt)],
            AtPosting = await AtPosting.OfAsync(db, library, application, deliveries, ct),
            Accounts = accounts.ToDictionary(a => a.Id),
            ErrorReports = [.. reports.OrderBy(r => r.At)],
            Error = new(reports, deliveries, correction, correcting),
            Chain = await ChainAsync(application, open, ct),
            PublicBody = await PublicBodyAsync(application.Current.Content, ct),
            Now = reader.Now,
        };
    }

    /// <summary>Journals that somebody outside the applicant's unit opened the case (gx-13-3-2).</summary>
    public async Task NoteViewingAsync(CaseFile file, CancellationToken ct)
    {
        if (file.IsOfUnit)
        {
            return;
        }

        db.Record(file.Viewer.Body, file.Viewer.Act(file.Now), "application.viewed", $"application/{file.Application.Id}", new { clause = own.Find("gx-13-3-2") });
        await db.SaveChangesAsync(ct);
    }

    private async Task<PublicBody?> PublicBodyAsync(PostContent content, CancellationToken ct)
    {
        if (content is { Kind: PostKind.Repost, Repost: { } target })
        {
            var handle = target.DecidingHandle;
            return await db.PublicBodies.AsNoTracking().FirstOrDefaultAsync(b => b.Handle == handle && b.State == PublicBodyState.Registered, ct);
        }

        return content.PublicBody is { } id ? await db.PublicBodies.AsNoTracking().FirstOrDefaultAsync(b => b.Id == id, ct) : null;
    }

    // A correction is filed by the same unit, but its draft is the unit's own (gx-13-3-2)
    private async Task<IReadOnlyList<CaseLink>> ChainAsync(PostApplication application, OpenCase open, CancellationToken ct)
    {
        var (id, before) = (application.Id, application.CorrectionOf);
        var others = await db.Applications.AsNoTracking().Include(a => a.Versions)
            .Where(a => a.CorrectionOf == id || a.Id == before).ToListAsync(ct);
        return
        [
            .. others.Where(a => a.SubmittedAt is not null || open.IsOfUnit(signedIn.Required.Staff))
                .OrderBy(a => a.CreatedAt)
                .Select(a => new CaseLink(a.Id, a.Number, a.Current.Content.Title, a.State, a.Id == before)),
        ];
    }
}
