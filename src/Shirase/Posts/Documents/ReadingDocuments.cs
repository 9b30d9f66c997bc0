using Shirase.Core;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Documents;
using Shirase.Posts.Images;
using Shirase.Storage;

namespace Shirase.Posts.Documents;

/// <summary>Documents on the matter, read for the comparison; the file itself is never kept. What bears a mark of secrecy is refused (is-3-10).</summary>
public sealed class ReadingDocuments(ShiraseDb db, CaseReader reader, DocumentReading reading)
{
    /// <summary>What a file says, as a related document of the case. The caller writes it into the draft.</summary>
    /// <param name="name">The file's name, for a document without a title.</param>
    public async Task<Result<RelatedDocument>> ReadAsync(PostApplicationId id, Who who, byte[] file, string name, CancellationToken ct)
    {
        if (await RegulationAsync(id, who, ct) is not { } regulation)
        {
            return new CaseNotFound();
        }

        // A child process may take seconds: outside any transaction
        var read = await reading.ReadAsync(file, ct);
        if (!read.IsDone)
        {
            return read.Refusal;
        }

        var words = read.Value;
        return (words.MarkUnder(regulation) ?? DocumentWords.MarkIn(name, regulation)) is { } mark ? new ConfidentialFile(mark.Word, mark.Clause)
            : words.Text.Length > Drafting.MaxBody ? new EntryTooLong("関連文書の文面", "the related document", Drafting.MaxBody)
            : new RelatedDocument("other", Short(words.Title.Length > 0 ? words.Title : Path.GetFileNameWithoutExtension(name)), ComposedText.Lf(words.Text));
    }

    /// <summary>Null where a file that is to be attached bears no mark of secrecy, in its text or in its properties.</summary>
    public async Task<Refusal?> RefuseMarkedAsync(byte[] file, Regulation regulation, CancellationToken ct)
    {
        if (regulation.Checks.All(c => c.Check != "attached-marks"))
        {
            return null;
        }

        var words = !DocumentReading.IsDocument(file) ? MetadataFound.In(file).Words
            : await reading.ReadAsync(file, ct) is { IsDone: true, Value: var said } ? $"{said.Properties}\n{said.Text}" : "";
        return DocumentWords.MarkIn(words, regulation) is { } mark ? new ConfidentialFile(mark.Word, mark.Clause) : null;
    }

    /// <summary>The regulation of a case that the person may write in; null where there is none.</summary>
    public async Task<Regulation?> RegulationAsync(PostApplicationId id, Who who, CancellationToken ct)
    {
        var open = await reader.OpenAsync(id, ct);
        db.ChangeTracker.Clear();
        return open?.IsOfUnit(who.Staff) == true ? open.Regulation : null;
    }

    private static string Short(string title) => title.Length <= Drafting.MaxField ? title : title[..Drafting.MaxField];
}
