namespace Shirase.Core.Posts;

/// <summary>What a correction says: given by people, never guessed.</summary>
/// <param name="Wrong">誤: what was said wrongly.</param>
/// <param name="Right">正: what is right.</param>
/// <param name="Cause">経緯: how it came about; may be written later.</param>
public sealed record CorrectionFacts(string Wrong, string Right, string Cause = "")
{
    public CorrectionFacts Trimmed() => new(Wrong.Trim(), Right.Trim(), Cause.Trim());
}

/// <summary>
/// 訂正: the one answer of the office to one wrong post. It links the post with the application that corrects it and with the notice on
/// the website. Only a person begins one, nothing fires it, and one post has one that stands (FEATURES H1, H7).
/// </summary>
public sealed class Correction(Guid id, BodyId body, PostApplicationId target, StaffId openedBy, DateTimeOffset openedAt, StaffId foundBy, DateTimeOffset foundAt, DateTimeOffset? standsSince, bool isDrill)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>The application whose post was wrong.</summary>
    public PostApplicationId Target { get; private set; } = target;

    public StaffId OpenedBy { get; private set; } = openedBy;

    public DateTimeOffset OpenedAt { get; private set; } = openedAt;

    /// <summary>Who found the error: whoever reported it first, else whoever opened the correction.</summary>
    public StaffId FoundBy { get; private set; } = foundBy;

    public DateTimeOffset FoundAt { get; private set; } = foundAt;

    /// <summary>Since when the wrong words stood outside; null where nothing was seen of them.</summary>
    public DateTimeOffset? StandsSince { get; private set; } = standsSince;

    /// <summary>True for the correction of an exercise: residents read its notice in the sample installation only.</summary>
    public bool IsDrill { get; private set; } = isDrill;

    /// <summary>誤.</summary>
    public string Wrong { get; private set; } = "";

    /// <summary>正.</summary>
    public string Right { get; private set; } = "";

    /// <summary>経緯.</summary>
    public string Cause { get; private set; } = "";

    public StaffId WrittenBy { get; private set; } = openedBy;

    public DateTimeOffset WrittenAt { get; private set; } = openedAt;

    /// <summary>The application that corrects it, once the unit began one; the one before is replaced when it was withdrawn or rejected.</summary>
    public PostApplicationId? Application { get; private set; }

    /// <summary>Who put the notice on the website.</summary>
    public StaffId? AnnouncedBy { get; private set; }

    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>When it was decided that nothing is to be corrected; then another one may be opened.</summary>
    public DateTimeOffset? AbandonedAt { get; private set; }

    public StaffId? AbandonedBy { get; private set; }

    public string AbandonedWhy { get; private set; } = "";

    public bool Stands => AbandonedAt is null;

    /// <summary>Key of its notice on the website.</summary>
    public string NoticeId { get; private set; } = id.ToString("N");

    /// <summary>Writes down what was wrong and what is right.</summary>
    public Refusal? Write(Act act, CorrectionFacts facts, string? clause)
    {
        var (wrong, right, cause) = facts.Trimmed();
        if (wrong.Length == 0 || right.Length == 0)
        {
            return new CorrectionNeedsBoth(clause);
        }

        // What residents have read is not rewritten behind their backs
        if (AnnouncedAt is not null && (wrong != Wrong || right != Right))
        {
            return new CorrectionIsAnnounced(clause);
        }

        (Wrong, Right, Cause, WrittenBy, WrittenAt) = (wrong, right, cause, act.By, act.At);
        return null;
    }

    /// <summary>Links the application that corrects it.</summary>
    public void Begin(PostApplicationId application) => Application = application;

    /// <summary>The notice goes to the website, on the word of somebody who did not write it (gx-12-1-2 in its spirit; the document is silent).</summary>
    public Refusal? Announce(Act act, string? clause)
    {
        if (AnnouncedAt is not null)
        {
            return new CorrectionIsAnnounced(clause);
        }

        if (act.By == WrittenBy)
        {
            return new WriterDoesNotAnnounce(clause);
        }

        (AnnouncedBy, AnnouncedAt) = (act.By, act.At);
        return null;
    }

    /// <summary>訂正しない: the deletion is enough, or the report was wrong.</summary>
    public Refusal? Abandon(Act act, string? clause)
    {
        if (AnnouncedAt is not null)
        {
            return new CorrectionIsAnnounced(clause);
        }

        if (string.IsNullOrWhiteSpace(act.Why))
        {
            return new ReasonNeeded(clause);
        }

        (AbandonedAt, AbandonedBy, AbandonedWhy) = (act.At, act.By, act.Why.Trim());
        return null;
    }
}

public sealed record CorrectionNeedsBoth(string? By) : Refusal(new Localized(
    "誤っていた内容と正しい内容の両方を書いてください。", "Write both what was wrong and what is right."), By);

public sealed record CorrectionIsAnnounced(string? By) : Refusal(new Localized(
    "訂正のお知らせは既にウェブサイトに載っています。公開した内容は変えられません。",
    "The notice of the correction stands on the website already; what was made public is not changed."), By);

public sealed record WriterDoesNotAnnounce(string? By) : Refusal(new Localized(
    "お知らせの内容を書いた本人は掲載を決められません。ほかの運用責任者・運用管理者（代決者を含む。）に依頼してください。",
    "Whoever wrote the notice does not decide on it. Ask another officer or manager, or a deputy."), By);

public sealed record NoCorrection(string? By) : Refusal(new Localized(
    "先に、誤っていた内容と正しい内容を記録してください。", "First write down what was wrong and what is right."), By);

public sealed record AlreadyCorrected(string Number, string? By) : Refusal(new Localized(
    $"この投稿の訂正は{Number}で投稿済みです。訂正の投稿に誤りがあるときは、{Number}の「誤り対応」から始めてください。",
    $"It was corrected by {Number} already. If the correction is wrong itself, begin on the page of {Number}."), By);

public sealed record CorrectionBegun(string? By) : Refusal(new Localized(
    "訂正の申請が始まっているため、取りやめられません。先に訂正の申請を取り下げてください。",
    "The correcting application has begun. Withdraw it first."), By);
