using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Posts.Documents;
using Shirase.Posts.Images;
using Shirase.Storage;

namespace Shirase.Posts;

/// <summary>Images of a draft: type by content, everything but the picture taken out, then stored (gx-13-3-1).</summary>
public sealed class Attaching(ShiraseDb db, CaseReader reader, ImageCleaner cleaner, QrReading qr, ReadingDocuments documents)
{
    /// <summary>Most images of one application; what the narrowest platform takes.</summary>
    public const int MaxImages = 4;

    public async Task<Result<MediaItem>> AttachAsync(PostApplicationId id, Who who, byte[] file, CancellationToken ct)
    {
        if (await documents.RegulationAsync(id, who, ct) is not { } regulation)
        {
            return new CaseNotFound();
        }

        if (await documents.RefuseMarkedAsync(file, regulation, ct) is { } marked)
        {
            return marked;
        }

        // The cleaning may take seconds in a child process: outside the transaction
        var cleaned = await cleaner.CleanAsync(file, ct);
        if (cleaned is not { Image: { } image })
        {
            return cleaned.Refusal!;
        }

        var codes = await qr.ReadAsync(image.Bytes, ct);

        await using var transaction = await db.BeginChangeAsync(who.Body, ct);
        if (await reader.OpenAsync(id, ct) is not { } open || !open.IsOfUnit(who.Staff))
        {
            return new CaseNotFound();
        }

        if (open.Application.Current.Content.Media.Count >= MaxImages)
        {
            return new TooManyImages(MaxImages);
        }

        var act = new Act(who.Staff, reader.Now);
        var media = new StoredMedia(
            new(Guid.CreateVersion7(act.At)), who.Body, id, image.ContentType, image.Bytes, image.Sha256, image.Width, image.Height, string.Join(", ", image.Removed), who.Staff, act.At);
        media.Read(codes);
        db.Add(media);
        var item = new MediaItem(media.Id.Value, image.Sha256, image.ContentType, "");
        var content = open.Application.Current.Content;
        if (open.Application.Edit(act, content with { Media = [.. content.Media, item] }, open.Application.Revision, open.Regulation) is { } refusal)
        {
            return refusal;
        }

        db.Record(who.Body, act, "media.attached", $"application/{id}", new { media = media.Id.Value, image.Sha256, image.ContentType, image.Removed });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return item;
    }

    /// <summary>The stored file, for those who may see the case.</summary>
    public async Task<StoredMedia?> ReadAsync(MediaId id, Who who, CancellationToken ct)
    {
        var media = await db.Media.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct);
        return media is not null && await reader.OpenAsync(media.Application, ct) is { } open && open.IsVisibleTo(who.Staff) ? media : null;
    }
}

public sealed record TooManyImages(int Max) : Refusal(new Localized(
    $"画像は{Max}枚までです。1枚外してから追加してください。", $"At most {Max} images can be attached; remove one first."));
