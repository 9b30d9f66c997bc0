using System.Text;
using Shirase.Core.Channels;

namespace Shirase.Core.Incidents;

/// <summary>What a page on the website is meant to tell.</summary>
public enum Told
{
    /// <summary>停止</summary>
    Stop,

    /// <summary>再開</summary>
    Resumption,

    /// <summary>運用終了</summary>
    End,

    /// <summary>運用ポリシーの変更</summary>
    Policy,

    /// <summary>運用開始</summary>
    Start,

    /// <summary>運用ポリシーそのもの</summary>
    PolicyPage,

    /// <summary>公式アカウントの一覧</summary>
    Listing,
}

/// <summary>The proof that something was published on the website: the page as the system itself saw it.</summary>
public sealed class PageProof(
    Guid id, BodyId body, Guid subject, Told told, string address, string hash, string excerpt, StaffId by, DateTimeOffset at)
{
    /// <summary>Most characters kept of a page. Ours.</summary>
    public const int LongestExcerpt = 600;

    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    /// <summary>The stop or the announcement that it proves.</summary>
    public Guid Subject { get; private set; } = subject;

    public Told Told { get; private set; } = told;

    public string Address { get; private set; } = address;

    /// <summary>SHA-256 of the page as it was fetched.</summary>
    public string Hash { get; private set; } = hash;

    /// <summary>Its words around the account's name.</summary>
    public string Excerpt { get; private set; } = excerpt;

    /// <summary>Who entered the address.</summary>
    public StaffId By { get; private set; } = by;

    /// <summary>When it was fetched.</summary>
    public DateTimeOffset At { get; private set; } = at;

    /// <summary>Why the page proves nothing, or null when it does. The official-accounts page names the account always: the word must stand there too.</summary>
    /// <param name="names">Handle and display name of the account; one of them suffices.</param>
    /// <param name="notBefore">What the page tells happened then.</param>
    public static Refusal? Judge(SeenPage page, Told told, IReadOnlyList<string> names, DateTimeOffset notBefore, string? clause)
    {
        if (page.Status != 200)
        {
            return new PageIsNotThere(page.Status, clause);
        }

        var text = Plain(page.Text);
        if (!names.Any(n => n.Length > 0 && text.Contains(Plain(n), StringComparison.OrdinalIgnoreCase)))
        {
            return new PageDoesNotName(names[0], clause);
        }

        if (!WordsOf(told).Any(w => text.Contains(w, StringComparison.Ordinal)))
        {
            return new PageDoesNotTell(WordsOf(told)[0], clause);
        }

        // A site tells whole seconds
        return page.ChangedAt is { } changed && changed < notBefore.AddSeconds(-1) ? new PageIsOlder(clause) : null;
    }

    public static string ExcerptOf(string text, IReadOnlyList<string> names)
    {
        var at = names.Where(n => n.Length > 0).Select(n => text.IndexOf(n, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        var from = Math.Max(0, at - (LongestExcerpt / 4));
        var to = Math.Min(from + LongestExcerpt, text.Length);
        // No half of a character at either end
        from += from < to && char.IsLowSurrogate(text[from]) ? 1 : 0;
        to -= to > from && char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
        return text[from..to];
    }

    /// <summary>True where a text says it at all.</summary>
    public static bool Tells(string text, Told told) => WordsOf(told).Any(w => Plain(text).Contains(w, StringComparison.Ordinal));

    private static string[] WordsOf(Told told) => told switch
    {
        Told.Stop => ["停止", "休止", "中止"],
        Told.Resumption => ["再開"],
        Told.Start => ["開始", "開設"],
        Told.End => ["終了", "廃止", "閉鎖", "削除"],
        Told.Listing => ["公式"],
        _ => ["ポリシー"],
    };

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC);
}

public sealed record AddressIsNotOurs(string? By) : Refusal(new Localized(
    "県警ホームページ（自団体のサイト）のお知らせのアドレスを https:// から入力してください。ほかのサイトのアドレスは使えません。",
    "Enter the address of the notice on the body's own website, beginning with https://. Other sites do not count."), By);

public sealed record PageNotReached(string? By) : Refusal(new Localized(
    "そのアドレスのページを開けませんでした。掲載されているか確かめ、しばらくしてからもう一度入力してください。",
    "The page could not be reached. Check that it is published and try again later."), By);

public sealed record PageIsNotThere(int Status, string? By) : Refusal(new Localized(
    $"そのアドレスには公開されたページがありません（応答 {Status}）。アドレスを確かめて、もう一度入力してください。",
    $"There is no public page at this address (answer {Status}). Check it and try again."), By);

public sealed record PageDoesNotName(string Handle, string? By) : Refusal(new Localized(
    $"そのページにはアカウント名（@{Handle}）又は表示名が書かれていません。お知らせのアドレスを確かめてください。",
    $"The page names neither @{Handle} nor its display name. Check the address of the notice."), By);

public sealed record PageDoesNotTell(string Word, string? By) : Refusal(new Localized(
    $"そのページには「{Word}」のお知らせが見当たりません。アドレスと掲載した文を確かめてください。",
    $"The page does not tell of it (the word {Word} is missing). Check the address and the text."), By);

public sealed record PageIsOlder(string? By) : Refusal(new Localized(
    "そのページは、停止（変更）より前のものです。その後に掲載したお知らせのアドレスを入力してください。",
    "The page is older than what it should tell. Enter the address of a notice published afterwards."), By);
