using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.TestKit.Images;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Duties;

/// <summary>栃木: rights in images that stand outside: the licence ends, a person takes the consent back.</summary>
public abstract class TochigiRightsTests(TestStore store) : IAsyncLifetime
{
    private Prefecture Office { get; } = Prefecture.Tochigi(store);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store.Clock.SetJapan(2026, 5, 16, 20);
        await store.SeedAsync(Ct);
        await LookAsync();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task to_2_3_b_Given_a_post_outside_whose_licence_ends_When_a_fortnight_is_left_Then_the_sender_has_a_task_until_it_is_removed()
    {
        var id = await PublishedAsync(PngFile.Of(8, 8), new DateOnly(2026, 6, 30));
        await LookAsync(new(2026, 6, 15));
        Assert.Empty(await OfAsync("licence-end", id));
        await LookAsync(new(2026, 6, 16));

        var duty = Assert.Single(await OfAsync("licence-end", id));
        Assert.Equal(("to-2-3-b", "pr-officer", new DateOnly(2026, 6, 30)), (duty.Clause, duty.Owner, duty.Due.JapanDay()));
        TestKit.Posts.Office.Fine(await Office.RemoveAsync(id));
        await Office.RunJobsAsync();
        await LookAsync(new(2026, 6, 17));
        Assert.False(Assert.Single(await OfAsync("licence-end", id)).IsOpen);
    }

    [Fact]
    public async Task to_2_3_c_Given_a_school_photo_on_two_posts_When_the_consent_is_withdrawn_Then_each_has_a_task_to_be_removed_and_no_other_post()
    {
        var image = PngFile.Of(12, 12);
        var (first, second, other) = (await PublishedAsync(image, null), await PublishedAsync(image, null), await PublishedAsync(PngFile.Of(6, 6), null));
        var media = (await Office.ReadAsync(first)).Current.Content.Media[0].Id;
        Assert.IsType<WithdrawalNeedsNote>((await WithdrawAsync(first, media, " ")).Refusal);
        Assert.IsType<CaseNotFound>((await WithdrawAsync(first, media, "電話", "yoshizawa")).Refusal);

        Assert.Equal(2, (await WithdrawAsync(first, media, "5月16日、電話")).Value);
        await LookAsync(new(2026, 5, 18));

        foreach (var id in new[] { first, second })
        {
            Assert.Equal("to-2-3-c", Assert.Single(await OfAsync("consent-withdrawn", id)).Clause);
        }

        Assert.Empty(await OfAsync("consent-withdrawn", other));
        TestKit.Posts.Office.Fine(await Office.RemoveAsync(first));
        await Office.RunJobsAsync();
        await LookAsync(new(2026, 5, 19));
        Assert.False(Assert.Single(await OfAsync("consent-withdrawn", first)).IsOpen);
        Assert.True(Assert.Single(await OfAsync("consent-withdrawn", second)).IsOpen);
    }

    private async Task<PostApplicationId> PublishedAsync(byte[] image, DateOnly? until)
    {
        var id = await Office.BeginAsync(await Office.ContentAsync());
        var attached = await Office.AskAsync<Attaching, Result<MediaItem>>("tomoko", (a, w) => a.AttachAsync(id, w, image, Ct));
        Assert.True(attached.IsDone, attached.Refusal?.Text.Ja);
        var draft = await Office.ReadAsync(id);
        var shown = attached.Value with { Alt = "花の前の子どもたち", Origin = "学校", RightHolder = "学校", Basis = "licence", Proof = "許諾書第1号", PersonsConsent = "保護者の了解あり", RightsUntil = until };
        TestKit.Posts.Office.Fine(await Office.AskAsync<Drafting, Refusal?>("tomoko", (d, w) => d.SaveAsync(id, w, draft.Current.Content with { Media = [shown] }, draft.Revision, Ct)));
        TestKit.Posts.Office.Fine(await Office.SubmitAsync(id));
        TestKit.Posts.Office.Fine(await Office.ApproveAsync(id));
        TestKit.Posts.Office.Fine(await Office.PublishAsync(id));
        await Office.RunJobsAsync();
        Assert.Equal(DeliveryState.Published, (await Office.DeliveryAsync(id)).State);
        return id;
    }

    private Task<Result<int>> WithdrawAsync(PostApplicationId id, Guid media, string why, string login = "tomoko") =>
        Office.AskAsync<WithdrawingConsent, Result<int>>(login, (c, w) => c.RunAsync(id, w, media, why, Ct));

    private Task<List<Duty>> OfAsync(string rule, PostApplicationId id)
    {
        var subject = $"application/{id}";
        return store.DbAsync(db => db.Duties.AsNoTracking().Where(d => d.Rule == rule && d.Subject == subject).OrderBy(d => d.OpenedAt).ToListAsync(Ct), Office.Body);
    }

    private Task LookAsync(DateOnly day)
    {
        store.Clock.SetJapan(day.Year, day.Month, day.Day, 9);
        return LookAsync();
    }

    private async Task LookAsync() => await store.InAsync(
        s => s.GetRequiredKeyedService<IJobHandler>(DutyJob.Kind).RunAsync(new Job(Guid.NewGuid(), Office.Body, DutyJob.Kind, Guid.Empty, store.Clock.Now, store.Clock.Now), Ct), Office.Body);
}

public sealed class TochigiRightsOnSqlite(SqliteDutyOffice store) : TochigiRightsTests(store), IClassFixture<SqliteDutyOffice>;

public sealed class TochigiRightsOnPostgres(PostgresDutyOffice store) : TochigiRightsTests(store), IClassFixture<PostgresDutyOffice>;
