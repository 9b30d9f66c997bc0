namespace Shirase.Core.Posts;

public sealed partial class PostApplication
{
    /// <summary>Why this text goes out outside the hours promised to the public, as said last; empty where nobody said.</summary>
    public string HoursReason => _decisions.LastOrDefault(d => d.Verb == Verb.ExplainHours && d.ContentHash == Current.Hash)?.Opinion ?? "";

    /// <summary>Keeps the reason in the course. Whoever orders the publication gives it.</summary>
    public void ExplainHours(Act act, string? clause) => Note("publication", Verb.ExplainHours, act, clause: clause);
}
