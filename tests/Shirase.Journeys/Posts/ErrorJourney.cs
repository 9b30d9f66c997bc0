using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Shirase.Core.Posts;
using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>A post that stands outside, and will turn out to be wrong.</summary>
public abstract class ErrorJourney(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    protected async Task<string> PublishedAsync(string subject, string body, string? handle = null)
    {
        App.Clock.SetJapan(2026, 6, 11);
        string address;
        await using (var author = await Walker.SignInAsync(Browser, App, "tamura"))
        {
            address = handle is null ? await author.FileAsync(new(subject, body, "地域の防犯")) : await FileToAsync(author, new(subject, body, "地域の防犯"), handle);
        }

        await Browser.ToTheDeskAsync(App, address);
        App.Clock.SetJapan(2026, 6, 18);
        await using var publisher = await Walker.SignInAsync(Browser, App, "takahashi");
        await publisher.OpenAsync("/desk");
        await publisher.PublishAsync(address);
        await UntilAsync(async () => (await DeliveriesAsync(address)).All(d => d.State == DeliveryState.Published && d.ReadBackAt is not null));
        return address;
    }

    private static async Task<string> FileToAsync(Walker author, Draft draft, string handle)
    {
        await author.PressAsync("#new-application");
        await author.TickAllAsync();
        foreach (var chosen in await author.At("[name=Accounts]:checked").AllAsync())
        {
            await chosen.UncheckAsync();
        }

        await author.At($"[name=Accounts] >> xpath=.. >> text=@{handle}").ClickAsync();
        await author.TypeInAsync(draft);
        await author.PressAsync("#submit");
        Assert.False(await author.HasAsync("#missing"), await author.ReadAsync());
        return author.Where;
    }

    protected Task<List<PostDelivery>> DeliveriesAsync(string address) => App.BehindAsync(db =>
        db.Deliveries.AsNoTracking().Where(d => d.Application == Paths.CaseOf(address)).ToListAsync(Ct));

    protected static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), "Nothing happened within a minute.");
            await Task.Delay(200, Ct);
        }
    }
}
