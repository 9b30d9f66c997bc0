using System.IO.Compression;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Core.Incidents;
using Shirase.Core.Posts;
using Shirase.Duties;
using Shirase.Incidents;
using Shirase.Outbox;
using Shirase.Posts;
using Shirase.Records;
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

    [Fact]
    public async Task to_7_4_a_Given_an_archived_image_that_was_altered_When_the_monthly_check_runs_Then_post_and_file_are_named_to_the_unit_and_the_administrator()
    {
        var (whole, altered) = (await PublishedAsync(PngFile.Of(9, 9), null), await PublishedAsync(PngFile.Of(10, 10), null));
        var media = (await Office.ReadAsync(altered)).Current.Content.Media[0];
        await CheckAsync();
        Assert.Empty(await OfAsync("archive-differs", altered));
        await store.DbAsync(db => db.Media.Where(m => m.Id == new MediaId(media.Id)).ExecuteUpdateAsync(u => u.SetProperty(m => m.Bytes, new byte[] { 1, 2, 3 }), Ct), Office.Body);
        await LookAsync(new(2026, 6, 14));
        await CheckAsync();
        await LookAsync();
        Assert.Empty(await OfAsync("archive-differs", altered));

        await LookAsync(new(2026, 6, 15));
        await CheckAsync();
        await LookAsync();

        var duty = Assert.Single(await OfAsync("archive-differs", altered));
        Assert.Contains((await Office.ReadAsync(altered)).Number, duty.Why, StringComparison.Ordinal);
        Assert.Contains(ArchiveFile.NameOf(media), duty.Why, StringComparison.Ordinal);
        Assert.Equal(("pr-officer", "administrator"), (duty.Owner, Assert.Single(await OfAsync("archive-differs-system", altered)).Owner));
        Assert.Empty(await OfAsync("archive-differs", whole));
    }

    [Fact]
    public async Task to_7_4_a_Given_posts_with_images_When_all_is_exported_Then_each_sent_post_is_there_with_image_time_and_address()
    {
        var id = await PublishedAsync(PngFile.Of(11, 11), null);
        await Office.PublishedAsync(await Office.ContentAsync());
        using var file = new MemoryStream();
        var count = await store.AskAsync<ArchiveFile, int>(a => a.WriteAsync(Office.Body, file, Ct), Office.Body);
        file.Position = 0;

        using var archive = new ZipArchive(file);
        Assert.Equal(await store.DbAsync(async db => await db.Deliveries.CountAsync(d => d.PublishedAt != null, Ct) + await db.ForeignPosts.CountAsync(f => f.OwnedAt != null, Ct), Office.Body), count);
        using var json = await JsonDocument.ParseAsync(archive.GetEntry("posts.json")!.Open(), default, Ct);
        var delivery = await Office.DeliveryAsync(id);
        var post = Assert.Single(json.RootElement.EnumerateArray(), p => p.GetProperty("address").GetString() == delivery.Address);
        Assert.Equal(delivery.PublishedAt, post.GetProperty("published").GetDateTimeOffset());
        Assert.Equal(delivery.OutgoingText, post.GetProperty("text").GetString());
        var image = post.GetProperty("images")[0].GetProperty("file").GetString();
        Assert.True(archive.GetEntry($"media/{image}")!.Length > 0);
        Assert.Equal(["media", "posts.csv", "posts.html", "posts.json"], archive.Entries.Select(e => e.FullName.Split('/')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task to_7_3_i_0_Given_a_post_of_ours_made_by_hand_When_it_is_cleared_Then_person_reason_and_time_are_kept_and_the_archive_holds_it()
    {
        var found = new ForeignPost(
            Guid.NewGuid(), Office.Body, await Office.AccountAsync(), "x", $"{Guid.NewGuid():N}", $"https://x.com/tochigi/status/{Guid.NewGuid():N}", "桃の花が咲きました。", false, store.Clock.Now, store.Clock.Now);
        await store.DbAsync(
            async db =>
            {
                db.Add(found);
                return await db.SaveChangesAsync(Ct);
            },
            Office.Body);

        TestKit.Posts.Office.Fine(await Office.AskAsync<ForeignPosts, Refusal?>("shinohara", (f, w) => f.OwnAsync(w, found.Id, "停電の間に広報の係が直接投稿した。", Ct)));

        using var file = new MemoryStream();
        await store.AskAsync<ArchiveFile, int>(a => a.WriteAsync(Office.Body, file, Ct), Office.Body);
        file.Position = 0;
        using var archive = new ZipArchive(file);
        using var json = await JsonDocument.ParseAsync(archive.GetEntry("posts.json")!.Open(), default, Ct);
        var post = Assert.Single(json.RootElement.EnumerateArray(), p => p.GetProperty("address").GetString() == found.Address);
        Assert.Equal("桃の花が咲きました。", post.GetProperty("text").GetString());
        var head = await store.DbAsync(db => db.Staff.Where(s => s.LoginName == "shinohara").Select(s => s.Name).SingleAsync(Ct), Office.Body);
        Assert.Equal($"手作業投稿：{head} {store.Clock.Now.InJapan():yyyy-MM-dd HH:mm}「停電の間に広報の係が直接投稿した。」", post.GetProperty("note").GetString());
    }

    private async Task CheckAsync() => await store.InAsync(
        s => s.GetRequiredKeyedService<IJobHandler>(ArchiveCheckJob.Kind).RunAsync(new Job(Guid.NewGuid(), Office.Body, ArchiveCheckJob.Kind, Guid.Empty, store.Clock.Now, store.Clock.Now), Ct), Office.Body);

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
