namespace Shirase.Core.Accounts;

/// <summary>A word of the platform as it was on a day (用語集, gx-2-2). Rows are only added: the newest of a word holds, the others tell what it was.</summary>
public sealed class GlossaryEntry(
    Guid id, BodyId body, string regulation, string word, string wording, string means, string source, StaffId by, DateTimeOffset at)
{
    /// <summary>Longest wording and meaning, in UTF-16 units. Ours.</summary>
    public const int Longest = 500;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>Short name of the document.</summary>
    public string Regulation { get; private set; } = regulation;

    /// <summary>Id of the word in the document's <c>glossary</c>.</summary>
    public string Word { get; private set; } = word;

    /// <summary>The platform's own word.</summary>
    public string Wording { get; private set; } = wording;

    /// <summary>What it means, in our own words.</summary>
    public string Means { get; private set; } = means;

    /// <summary>Page of the platform that was read.</summary>
    public string Source { get; private set; } = source;

    public StaffId By { get; private set; } = by;

    /// <summary>When the page was read and the entry written.</summary>
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Why it cannot be entered so, or null.</summary>
    public static Refusal? Refuse(string? wording, string? means, string? source, string? clause) =>
        string.IsNullOrWhiteSpace(wording) || string.IsNullOrWhiteSpace(means) || wording.Length > Longest || means.Length > Longest ? new GlossaryIsIncomplete(Longest, clause)
        : !Uri.TryCreate(source?.Trim(), UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttps || source.Length > Longest ? new GlossarySourceIsWrong(clause)
        : null;
}

public sealed record GlossaryIsIncomplete(int Most, string? By) : Refusal(new Localized(
    $"サービスでの呼び名と意味を、それぞれ{Most}字以内で入力してください。", $"Enter the platform's word and what it means, each in at most {Most} characters."), By);

public sealed record GlossarySourceIsWrong(string? By) : Refusal(new Localized(
    "確かめたページのアドレスを https:// から入力してください。", "Enter the address of the page that you read, beginning with https://."), By);
