using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shirase.TestKit;
using Shirase.Tests.Posts;

namespace Shirase.Tests.BadInput;

/// <summary>One way to send one form of a page: what its controls hold, and which of them take free text.</summary>
/// <param name="Action">Where the button that was pressed sends it.</param>
/// <param name="Texts">Names of the controls that take words; days and times are not among them.</param>
/// <param name="Days">Names of the controls that take a day or a time.</param>
internal sealed record PageForm(string Action, bool IsPost, IReadOnlyList<KeyValuePair<string, string>> Fields, IReadOnlyList<string> Texts, IReadOnlyList<string> Days)
{
    /// <summary>The fields with <paramref name="words"/> in the given controls.</summary>
    public IEnumerable<KeyValuePair<string, string>> With(string words, params IEnumerable<string> names)
    {
        var into = names.ToHashSet(StringComparer.Ordinal);
        return Fields.Select(f => into.Contains(f.Key) ? new(f.Key, words) : f);
    }

    public Task<HttpResponseMessage> SendAsync(TestBrowser browser, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken ct) => IsPost
        ? browser.PostAsync(Action, fields, ct)
        : browser.GetAsync($"{Action}?{string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"))}", ct);
}

/// <summary>Reads the forms of a page as a browser without scripts would send them, once for each button.</summary>
internal static class PageForms
{
    public static IReadOnlyList<PageForm> Forms(this TestBrowser browser) =>
        [.. browser.Document().QuerySelectorAll("form").Cast<IHtmlFormElement>().Where(f => !IsFrame(f)).SelectMany(WaysToSend)];

    /// <summary>Everything that stands on a page for a person: text, and what the controls hold.</summary>
    public static string Shown(this TestBrowser browser)
    {
        var page = browser.Document();
        return string.Join('\n', page.QuerySelectorAll("input").Select(i => ((IHtmlInputElement)i).Value).Append(page.Body!.TextContent));
    }

    private static IEnumerable<PageForm> WaysToSend(IHtmlFormElement form)
    {
        var controls = form.Elements.Where(e => e.GetAttribute("name") is { } n && n != "__RequestVerificationToken").ToList();
        var fields = controls.SelectMany(Held).ToList();
        var days = controls.Where(IsDay).Select(Name).Distinct().ToList();
        var texts = controls.Where(TakesText).Select(Name).Except(days).Distinct().ToList();
        var page = form.GetAttribute("action") ?? "";
        var buttons = form.QuerySelectorAll("button[type=submit]").ToList();
        return buttons.Select(b => new PageForm(
            b.GetAttribute("formaction") ?? page,
            !string.Equals(form.GetAttribute("method"), "get", StringComparison.OrdinalIgnoreCase),
            [.. fields, .. b.GetAttribute("name") is { } n ? new[] { KeyValuePair.Create(n, b.GetAttribute("value") ?? "") } : []],
            texts,
            days));
    }

    // The frame's own: the search of every page, languages, signing out
    private static bool IsFrame(IHtmlFormElement form) =>
        form.GetAttribute("action") is "/preferences" or "/sign-out" || form.ClassList.Contains("search");

    private static string Name(IElement control) => control.GetAttribute("name")!;

    private static bool IsDay(IElement control) =>
        control is IHtmlInputElement && (control.GetAttribute("inputmode") == "numeric" && control.GetAttribute("name") is not "Code"
            || Name(control).EndsWith("Time", StringComparison.Ordinal));

    private static bool TakesText(IElement control) =>
        control is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "search" or "url" or "email" or "password" or "tel" };

    private static IEnumerable<KeyValuePair<string, string>> Held(IElement control) => control switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } or IHtmlButtonElement => [],
        IHtmlInputElement input => [new(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [new(area.Name!, area.Value)],
        IHtmlSelectElement select => [new(select.Name!, select.Value ?? "")],
        _ => [],
    };
}
