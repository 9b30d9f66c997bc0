using System.Text.RegularExpressions;
using Shirase.Core;
using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>What is asked in an ordinary application of the sample police.</summary>
/// <param name="Day">Desired day in June or July 2026.</param>
internal sealed record Draft(string Subject, string Body, string Activity = "特殊詐欺の予防", string Url = "", int Month = 6, int Day = 18, string Time = "10:00");

/// <summary>The steps of an application as people take them on the screen.</summary>
internal static partial class Paths
{
    /// <summary>Interactions besides typing that filing an everyday post may take.</summary>
    private const int MostToFile = 12;

    /// <summary>Fills in everything that has to be typed; nothing is sent yet.</summary>
    public static async Task TypeInAsync(this Walker author, Draft draft)
    {
        await author.TypeAsync("#Subject", draft.Subject);
        await author.TypeAsync("#Body", draft.Body);
        await author.TypeAsync("#Url", draft.Url);
        await author.TypeDayAsync("DesiredDate", draft.Month, draft.Day);
        await author.TypeAsync("#DesiredTime", draft.Time);
        await author.TypeAsync("#Activity", draft.Activity);
        await author.TypeAsync("#Extension", "2211");
    }

    public static async Task TypeDayAsync(this Walker author, string field, int month, int day)
    {
        await author.TypeAsync($"#{field}-Year", "令和8");
        await author.TypeAsync($"#{field}-Month", $"{month}");
        await author.TypeAsync($"#{field}-Day", $"{day}");
    }

    /// <summary>The ticks of an application of one's own police activity without related documents.</summary>
    public static async Task TickAllAsync(this Walker author)
    {
        await author.TickAsync("#ContentClass");
        await author.TickAsync("#NoRelated");
        foreach (var box in new[] { "#Confirmed", "#Confirmed-1", "#Confirmed-2", "#Confirmed-3", "#Confirmed-4" })
        {
            await author.TickAsync(box);
        }
    }

    /// <summary>A whole application from the home page on; ends on the case and gives its address.</summary>
    public static async Task<string> FileAsync(this Walker author, Draft draft)
    {
        author.CountFromHere();
        await author.PressAsync("#new-application");
        // The ticks first: they show the fields that belong to them
        await author.TickAllAsync();
        await author.TypeInAsync(draft);
        await author.PressAsync("#submit");
        Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
        Assert.InRange(author.Interactions, 1, MostToFile);
        return author.Where;
    }

    /// <summary>A repost application up to the button that files it, desired on 18 June, 10:00.</summary>
    /// <param name="publicBody">Name of the entry of the register that is chosen.</param>
    public static async Task BeginRepostAsync(
        this Walker author, string address, string publicBody, string necessity = "訓練のサイレンを事件と思った通報が増えるため")
    {
        await author.OpenAsync("/posts/new");
        await author.TickAsync("#Kind-1");
        await author.TickAllAsync();
        await author.TickAsync("#ContentClass-1");
        await author.ChooseAsync("#PublicBody", (await author.At($"#PublicBody option:has-text('{publicBody}')").GetAttributeAsync("value"))!);
        await author.TypeAsync("#Source", "公式アカウント");
        await author.TypeAsync("#TargetAddress", address);
        await author.TypeAsync("#Necessity", necessity);
        await author.TypeDayAsync("DesiredDate", 6, 18);
        await author.TypeAsync("#DesiredTime", "10:00");
        await author.TypeAsync("#Extension", "2211");
    }

    /// <summary>The page calls itself English, and its headings hold no Japanese but what people wrote and official titles.</summary>
    public static async Task SpeaksEnglishAsync(this Walker walker)
    {
        Assert.Equal("en", await walker.At("html").GetAttributeAsync("lang"));
        foreach (var button in await walker.At("button:visible, nav a:visible").AllInnerTextsAsync())
        {
            Assert.True(button is "日本語" || !Japanese().IsMatch(button), $"{walker.Where}: {button}");
        }
    }

    /// <summary>誤り等の有無 by somebody other than the author.</summary>
    public static async Task CheckAsync(this Walker second, string address)
    {
        await second.OpenAsync(address);
        await second.PressAsync("#confirm-no-errors");
    }

    /// <summary>Two keys: one opens the confirmation with its consequence, one confirms.</summary>
    public static async Task DecideByKeyAsync(this Walker decider, string address)
    {
        await decider.OpenAsync(address + "/decision");
        decider.CountFromHere();
        await decider.KeyHereAsync("a");
        await decider.KeyAsync("Enter");
        Assert.Equal(address, decider.Where);
        Assert.InRange(decider.Interactions, 1, 2);
    }

    /// <summary>The checklist of the examination, then the two keys.</summary>
    public static async Task ExamineAsync(this Walker officer, string address)
    {
        await officer.OpenAsync(address + "/decision");
        foreach (var line in await officer.At(".checklist input").AllAsync())
        {
            await line.CheckAsync();
        }

        // The keys work outside the boxes
        await officer.At("h1").First.ClickAsync();
        await officer.KeyHereAsync("a");
        await officer.KeyAsync("Enter");
        Assert.Equal(address, officer.Where);
    }

    /// <summary>From the filed application to the publisher's desk.</summary>
    public static async Task ToTheDeskAsync(this Chromium chromium, JourneyApp app, string address)
    {
        await chromium.ToTheOfficerAsync(app, address);
        await using var officer = await Walker.SignInAsync(chromium, app, "kobayashi");
        await officer.ExamineAsync(address);
    }

    /// <summary>From the filed application to the examination: second check, head, manager.</summary>
    public static async Task ToTheOfficerAsync(this Chromium chromium, JourneyApp app, string address)
    {
        await using (var second = await Walker.SignInAsync(chromium, app, "sekiguchi"))
        {
            await second.CheckAsync(address);
        }

        foreach (var login in new[] { "negishi", "hoshino" })
        {
            await using var decider = await Walker.SignInAsync(chromium, app, login);
            await decider.DecideByKeyAsync(address);
        }
    }

    /// <summary>Two presses on the desk: publish, and confirm.</summary>
    public static async Task PublishAsync(this Walker publisher, string address)
    {
        await publisher.OpenUpAsync($"#publish-{Id(address)}");
        await publisher.PressAsync($"#publish-dialog-{Id(address)} [data-confirm]");
    }

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Japanese();

    /// <summary>The id in the address of a case.</summary>
    public static string Id(string address) => address.Split('/')[2].Split('?')[0];

    /// <summary>The case of an address.</summary>
    public static PostApplicationId CaseOf(string address) => new(Guid.Parse(Id(address)));
}
