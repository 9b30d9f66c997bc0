using Microsoft.Playwright;
using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>S3: one character too long, with a URL; both counts, on the screen and on the server (gx-13-2-1, gx-13-2-3).</summary>
public sealed class S3Tests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    private const string Police = "https://www.police.pref.gunma.jp/";
    private const string Agency = "npa.go.jp";
    private const string Reason = "警察庁の案内を見てもらうため";

    /// <summary>The figures of READINGS-gunma.md section 6, run with the platform's own counting.</summary>
    public static TheoryData<string, int, int, int, bool> Cases => new()
    {
        { Police, 96, 140, 235, true },
        { Police, 97, 141, 237, false },
        { Agency, 118, 138, 279, true },
        { Agency, 120, 140, 283, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task S3_Given_a_text_near_the_limits_When_typed_and_filed_Then_both_counts_are_live_and_decide(
        string url, int characters, int literal, int weighted, bool files)
    {
        await using var author = await Walker.SignInAsync(Browser, App, "tamura");
        await author.PressAsync("#new-application");
        await author.TickAllAsync();
        await author.TypeInAsync(new("特殊詐欺に注意", new string('あ', characters), Url: url));

        await Assertions.Expect(author.At("#counters")).ToContainTextAsync($"{literal}");
        await Assertions.Expect(author.At("#counters")).ToContainTextAsync($"{weighted}");
        await Assertions.Expect(author.At("#counters .counter--over")).ToHaveCountAsync(files ? 0 : 1);
        if (url == Agency)
        {
            // A site that is not registered needs a reason; that is another rule than the counts
            await author.TypeAsync("#reasons textarea", Reason);
        }

        await author.PressAsync("#submit");

        Assert.True(files != await author.HasAsync("#missing"), await author.ReadAsync());
        if (!files)
        {
            Assert.Contains("要領13(2)", await author.ReadAsync("#missing"), StringComparison.Ordinal);
            Assert.Equal(new string('あ', characters), await author.At("#Body").InputValueAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task S3_Given_the_browser_is_bypassed_When_the_text_is_filed_Then_the_server_counts_itself(
        string url, int characters, int literal, int weighted, bool files)
    {
        using var browser = await App.SignInAsync("tamura", Ct);
        await browser.GetAsync("/posts/new", Ct);
        await browser.PostAsync("/posts/new?handler=check", browser.Filled(new("特殊詐欺に注意", new string('あ', characters), Url: url)), Ct);
        await browser.PostAsync(
            "/posts/new?handler=submit",
            [
                .. browser.Filled(new("特殊詐欺に注意", new string('あ', characters), Url: url)),
                new("Kept[0].Key", browser.Hidden("Kept[0].Key") ?? ""),
                new("Kept[0].Reason", Reason),
            ],
            Ct);

        Assert.Equal(!files, browser.Page.Contains("id=\"missing\"", StringComparison.Ordinal));
        if (!files)
        {
            Assert.Contains($"{literal}", browser.Page, StringComparison.Ordinal);
            Assert.Contains($"{weighted}", browser.Page, StringComparison.Ordinal);
        }
    }
}
