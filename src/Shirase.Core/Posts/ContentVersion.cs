namespace Shirase.Core.Posts;

/// <summary>One version (版) of what is applied for. Frozen at submission; a later change is a new version.</summary>
public sealed class ContentVersion(Guid id, int number, string contentJson, string hash, StaffId createdBy, DateTimeOffset createdAt)
{
    private PostContent? _content;

    public Guid Id { get; private set; } = id;

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; } = number;

    public string ContentJson { get; private set; } = contentJson;

    /// <summary>SHA-256 of <see cref="ContentJson"/>; approvals bind to it.</summary>
    public string Hash { get; private set; } = hash;

    public StaffId CreatedBy { get; private set; } = createdBy;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public DateTimeOffset ChangedAt { get; private set; } = createdAt;

    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>Everybody who wrote in it, ids separated by spaces; none of them may decide on it.</summary>
    public string Editors { get; private set; } = createdBy.ToString();

    public PostContent Content => _content ??= PostContent.FromJson(ContentJson);

    /// <summary>False when the stored words were changed behind the system's back (gx-15-2-2).</summary>
    public bool IsIntact => PostContent.FromJson(ContentJson).Hash() == Hash;

    public bool IsTouchedBy(StaffId staff) => Editors.Split(' ').Contains(staff.ToString());

    internal static ContentVersion Of(int number, PostContent content, Act act) =>
        new(Guid.CreateVersion7(act.At), number, content.ToJson(), content.Hash(), act.By, act.At);

    internal void Replace(PostContent content, Act act)
    {
        (ContentJson, Hash, ChangedAt) = (content.ToJson(), content.Hash(), act.At);
        _content = null;
        if (!IsTouchedBy(act.By))
        {
            Editors += " " + act.By;
        }
    }

    internal void Freeze(DateTimeOffset at) => FrozenAt ??= at;
}
