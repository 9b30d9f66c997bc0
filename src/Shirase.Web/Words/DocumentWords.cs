using System.Text.RegularExpressions;
using Shirase.Core.Regulations;

namespace Shirase.Web.Words;

/// <summary>
/// The product's Japanese sentences name seats and things as the document it was written for first does (運用管理者, 管理用端末 …). Who works
/// under another document reads that document's words for them. Never used on what people wrote.
/// </summary>
public static partial class DocumentWords
{
    private static readonly AsyncLocal<Holder?> Current = new();

    /// <summary>Begins a request whose reader works under this document; it is looked up when a sentence first needs it.</summary>
    public static void Begin(Func<Regulation?> document) => Current.Value = new Holder { Document = new(document) };

    /// <summary>The page is about something that is governed by this document.</summary>
    public static void Are(Regulation regulation)
    {
        if (Current.Value is { } holder)
        {
            holder.Document = new(regulation);
        }
    }

    /// <summary>The sentence in the words of the document; unchanged where there is none, and in English.</summary>
    public static string Say(string sentence) =>
        sentence.Length > 0 && Current.Value is { } holder && Languages.Of(System.Globalization.CultureInfo.CurrentUICulture) == Languages.Japanese
        && Known().IsMatch(sentence) && holder.Document.Value is { } document
            ? Known().Replace(sentence, m => WordOf(document, m.Value) ?? m.Value)
            : sentence;

    private static string? WordOf(Regulation document, string word) => word switch
    {
        "運用管理者" => document.Role("operation-manager")?.Name.Ja,
        "運用責任者" => (document.Role("operation-officer") ?? document.Role("operation-manager"))?.Name.Ja,
        "広報係員" or "広報係" => (document.Role(document.Gate("publisher")?.With.Text("role") ?? "pr-officer") ?? document.Role("pr-officer"))?.Name.Ja,
        "管理用端末" => document.Words.GetValueOrDefault("terminal")?.Ja,
        "広報広聴課" => document.Words.GetValueOrDefault("office")?.Ja,
        "執務時間" => document.Words.GetValueOrDefault("hours")?.Ja,
        "要領" => document.Words.GetValueOrDefault("document")?.Ja,
        _ => null,
    };

    [GeneratedRegex("運用管理者|運用責任者|広報係員?|管理用端末|広報広聴課|執務時間|要領", RegexOptions.NonBacktracking)]
    private static partial Regex Known();

    private sealed class Holder
    {
        public Lazy<Regulation?> Document { get; set; } = new(() => null);
    }
}
