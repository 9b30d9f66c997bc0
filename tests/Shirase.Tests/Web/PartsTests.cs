using AngleSharp.Dom;
using Xunit;

namespace Shirase.Tests.Web;

public sealed class PartsTests(ShellHost host) : IClassFixture<ShellHost>
{
    [Fact]
    public async Task Given_every_part_When_shown_Then_ids_are_unique_and_references_lead_somewhere()
    {
        var page = await ShellHost.PageAsync(await host.Client.GetAsync("/style", ShellHost.Ct));
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();
        var referred = page.QuerySelectorAll("[aria-describedby], [aria-labelledby], label[for]")
            .SelectMany(e => new[] { e.GetAttribute("aria-describedby"), e.GetAttribute("aria-labelledby"), e.GetAttribute("for") })
            .OfType<string>()
            .SelectMany(v => v.Split(' '));

        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.Empty(referred.Except(ids));
        Assert.Equal("ja", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Given_a_field_left_empty_When_sent_Then_the_error_is_a_sentence_tied_to_the_control()
    {
        var page = await SendAsync(("Form.Subject", ""), ("Form.Body", "本文"));
        var control = page.QuerySelector("#Form-Subject")!;
        var error = page.QuerySelector("#Form-Subject-error")!;

        Assert.Equal("＊件名を入力してください。", error.TextContent);
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Equal("Form-Subject-error Form-Subject-support", control.GetAttribute("aria-describedby"));
    }

    [Fact]
    public async Task Given_script_and_line_breaks_in_a_field_When_shown_again_Then_they_are_the_text_that_was_typed()
    {
        var typed = "\n\n<script>alert(1)</script>";

        var page = await SendAsync(("Form.Subject", "\"><b>"), ("Form.Body", typed));

        Assert.Equal(typed, page.QuerySelector("#Form-Body")!.TextContent);
        Assert.Equal("\"><b>", page.QuerySelector("#Form-Subject")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Given_an_era_date_and_a_full_width_time_When_sent_Then_both_are_understood()
    {
        var page = await SendAsync(("Form.Day.Year", "令和８"), ("Form.Day.Month", "１１"), ("Form.Day.Day", "29"), ("Form.Time", "９時５分"));

        Assert.Null(page.QuerySelector("#Form-Day-error"));
        Assert.Null(page.QuerySelector("#Form-Time-error"));
        Assert.Contains("（日）令和8年", page.QuerySelector("[data-date-reading]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_day_that_does_not_exist_When_sent_Then_it_is_refused_and_what_was_typed_stays()
    {
        var page = await SendAsync(("Form.Day.Year", "2026"), ("Form.Day.Month", "2"), ("Form.Day.Day", "30"));

        Assert.StartsWith("＊「2026-2-30」は読み取れません。", page.QuerySelector("#Form-Day-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("30", page.QuerySelector("#Form-Day-Day")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Given_a_clause_When_cited_Then_it_leads_to_the_clause()
    {
        var page = await ShellHost.PageAsync(await host.Client.GetAsync("/style", ShellHost.Ct));
        var link = page.QuerySelector(".finding--refuse a.clause")!;

        Assert.Equal("要領13(2)", link.TextContent);
        Assert.Equal("/regulations/gunma-police-x#gx-13-2-1", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Given_a_control_that_may_not_change_When_shown_Then_it_says_why()
    {
        var page = await ShellHost.PageAsync(await host.Client.GetAsync("/style", ShellHost.Ct));
        var control = page.QuerySelector("#locked")!;

        Assert.True(control.HasAttribute("readonly"));
        Assert.Contains("引戻し", page.QuerySelector("#" + control.GetAttribute("aria-describedby"))!.TextContent, StringComparison.Ordinal);
        Assert.Equal("編集不可", page.QuerySelector(".field__locked")!.TextContent);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> SendAsync(params (string Name, string Value)[] fields)
    {
        var (token, cookie) = await FormMark.OfAsync(host.Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/style")
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
        };
        request.Headers.Add("Cookie", cookie);
        return await ShellHost.PageAsync(await host.Client.SendAsync(request, ShellHost.Ct));
    }
}
