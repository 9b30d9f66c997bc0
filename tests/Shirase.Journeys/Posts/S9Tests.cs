using Shirase.Journeys.Browsing;
using Xunit;

namespace Shirase.Journeys.Posts;

/// <summary>S9, 岡山県: a citizen's photo is reposted with care and within both hours; what turns out wrong in the evening is deleted at once.</summary>
public sealed class S9Tests(JourneyApp app, Chromium chromium) : Journey(app, chromium)
{
    [Fact]
    public async Task S9_Given_a_repost_of_a_citizens_photo_When_care_and_hours_are_missing_Then_refused_And_deleted_in_the_evening_without_asking_the_hours()
    {
        App.Clock.SetJapan(2026, 5, 13, 15);
        string address;
        await using (var namba = await Walker.SignInAsync(Browser, App, "namba"))
        {
            await namba.PressAsync("#new-application");
            await namba.TickAsync("#Kind-1");
            await namba.TypeAsync("#TargetAddress", $"{App.Address}drill/okayama/posts/sample-citizen");
            await namba.TypeAsync("#Necessity", "県民の目で見た花の様子を伝えるため");
            await namba.TypeDayAsync("DesiredDate", 5, 14);
            await namba.TypeAsync("#DesiredTime", "9:30");
            await namba.TickAsync("[name=ReleaseStatus][value=public]");
            await namba.TickAsync("[name=Category][value='観光地・イベントの案内']");
            foreach (var box in await namba.At("[name=Confirmed]").AllAsync())
            {
                await box.CheckAsync();
            }

            await namba.PressAsync("#submit");
            Assert.Contains("確認方法を記入してください", await namba.ReadAsync("#missing"), StringComparison.Ordinal);
            Assert.Contains("人物の同意", await namba.ReadAsync("#missing"), StringComparison.Ordinal);

            await namba.TypeAsync("#Verified", "投稿した方に電話で撮影の日と場所を確かめた");
            await namba.TickAsync("[name=Persons][value=consented]");
            await namba.TypeAsync("#PersonsConsentNote", "保護者の了解を電話で得た（5月13日）");
            await namba.PressAsync("#submit");
            Assert.False(await namba.HasAsync("#missing"), await namba.ReadAsync());
            address = namba.Where;
        }

        await using (var colleague = await Walker.SignInAsync(Browser, App, "fujiwara"))
        {
            await colleague.ExamineAsync(address);
        }

        App.Clock.SetJapan(2026, 5, 14, 8, 45);
        await using (var early = await Walker.SignInAsync(Browser, App, "namba"))
        {
            await early.OpenAsync("/desk");
            await early.PublishAsync(address);
            Assert.Contains("9:00～17:00", await early.ReadAsync("#refused"), StringComparison.Ordinal);
            Assert.Contains("ok-5-1-c", await early.At("#refused").First.InnerHTMLAsync(), StringComparison.Ordinal);
        }

        App.Clock.SetJapan(2026, 5, 14, 9, 30);
        await using (var onTime = await Walker.SignInAsync(Browser, App, "namba"))
        {
            await onTime.OpenAsync("/desk");
            await onTime.PublishAsync(address);
            Assert.False(await onTime.HasAsync("#refused"), await onTime.ReadAsync());
        }

        App.Clock.SetJapan(2026, 5, 14, 17, 25);
        await using var evening = await Walker.SignInAsync(Browser, App, "namba");
        await evening.OpenAsync("/desk");
        await evening.OpenUpAsync("#sent button[id^='remove-']");
        await evening.PressAsync("#sent dialog[id^='remove-dialog-'] [data-confirm]");
        Assert.False(await evening.HasAsync("#refused"), await evening.ReadAsync());
    }
}
