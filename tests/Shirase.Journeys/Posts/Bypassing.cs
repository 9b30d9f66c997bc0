using System.Text.RegularExpressions;
using Shirase.TestKit;

namespace Shirase.Journeys.Posts;

/// <summary>The application form sent directly, as somebody would who goes around the browser.</summary>
internal static partial class Bypassing
{
    /// <summary>Get the form first: its draft id and mark are sent along.</summary>
    public static List<KeyValuePair<string, string>> Filled(this TestBrowser browser, Draft draft) =>
    [
        .. browser.Head("post"),
        new("Subject", draft.Subject), new("Body", draft.Body), new("Url", draft.Url), new("ContentClass", "own-activity"), new("Activity", draft.Activity),
        .. Day(draft.Month, draft.Day, draft.Time), .. Ticks(),
    ];

    public static List<KeyValuePair<string, string>> FilledRepost(this TestBrowser browser, string address, string publicBody, string necessity) =>
    [
        .. browser.Head("repost"),
        new("TargetAddress", address), new("Necessity", necessity), new("ContentClass", "public-body-activity"), new("PublicBody", publicBody), new("Source", "公式アカウント"),
        .. Day(6, 18, "10:00"), .. Ticks(),
    ];

    private static KeyValuePair<string, string>[] Head(this TestBrowser browser, string kind) =>
    [
        new("DraftId", browser.Hidden("DraftId") ?? ""), new("Version", browser.Hidden("Version") ?? "0"), new("Kind", kind),
        .. Chosen().Matches(browser.Page).Select(m => KeyValuePair.Create("Accounts", m.Groups["id"].Value)),
    ];

    // The accounts that the form chose itself
    [GeneratedRegex("<input(?=[^>]*name=\"Accounts\")(?=[^>]*checked)[^>]*value=\"(?<id>[^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Chosen();

    private static KeyValuePair<string, string>[] Day(int month, int day, string time) =>
    [
        new("DesiredDate.Year", "2026"), new("DesiredDate.Month", $"{month}"), new("DesiredDate.Day", $"{day}"), new("DesiredTime", time),
    ];

    private static KeyValuePair<string, string>[] Ticks() =>
    [
        new("NoRelated", "true"), new("Extension", "2211"), new("Confirmed", "personal-information"), new("Confirmed", "investigation-information"),
        new("Confirmed", "consistency"), new("Confirmed", "rights"), new("Confirmed", "content-class"),
    ];
}
