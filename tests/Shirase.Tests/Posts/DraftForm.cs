using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shirase.TestKit;

namespace Shirase.Tests.Posts;

/// <summary>The application form as a browser without scripts sends it: every field of the page, some of them changed.</summary>
internal static class DraftForm
{
    public static IHtmlDocument Document(this TestBrowser browser) => new HtmlParser().ParseDocument(browser.Page);

    public static List<KeyValuePair<string, string>> Fields(this TestBrowser browser, params (string Name, string Value)[] changes)
    {
        var form = (IHtmlFormElement)browser.Document().QuerySelector("form.draft")!;
        var names = changes.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var control in form.Elements.Where(e => e.GetAttribute("name") is { } n && n != "__RequestVerificationToken" && !names.Contains(n)))
        {
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(input.Name!, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(area.Name!, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.Add(new(select.Name!, select.Value ?? ""));
                    break;
                default:
                    break;
            }
        }

        return [.. fields, .. changes.Select(c => KeyValuePair.Create(c.Name, c.Value))];
    }

    /// <summary>What a complete ordinary application has; desired on Thursday 18 June 2026, 10:00.</summary>
    public static (string, string)[] Complete(string body, params (string, string)[] more) =>
    [
        ("Subject", "特殊詐欺に注意"), ("Body", body), ("DesiredDate.Year", "令和８年"), ("DesiredDate.Month", "6"), ("DesiredDate.Day", "18"),
        ("DesiredTime", "１０：００"), ("ContentClass", "own-activity"), ("Activity", "特殊詐欺の予防"), ("NoRelated", "true"), ("Extension", "2211"),
        ("Confirmed", "personal-information"), ("Confirmed", "investigation-information"), ("Confirmed", "consistency"), ("Confirmed", "rights"),
        ("Confirmed", "content-class"), .. more,
    ];
}
