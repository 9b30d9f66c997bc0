using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Channels;
using Shirase.Core;
using Shirase.Core.Channels;
using Shirase.Core.Posts;
using Shirase.Storage;
using Shirase.TestKit.Bluesky;
using Shirase.TestKit.Nodes;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Outbox;

/// <summary>
/// An office whose posts are all due at once, and nodes that work on them until they are killed. What comes out is counted on the
/// platform, not in our own books.
/// </summary>
public sealed class BurningOffice(TestStore store, string channel, ChannelAccount account, IReadOnlyDictionary<string, string?> settings)
{
    private readonly Office _office = new(store);
    private readonly List<PostApplicationId> _cases = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Settings under which a dead node is missed soon.</summary>
    private Dictionary<string, string?> Settings => new(settings)
    {
        ["Jobs:Lease"] = "00:00:02",
        ["Jobs:Poll"] = "00:00:00.2",
        ["Deliveries:FirstLook"] = "00:00:01",
        ["Deliveries:Looks"] = "3",
    };

    /// <summary>Soaks run the whole number, ./test a tenth.</summary>
    public static int Of(int whole) => Environment.GetEnvironmentVariable("SHIRASE_SOAK") == "1" ? whole : Math.Max(1, whole / 10);

    /// <summary>Approved posts with texts of their own, all due now. Urgent, because real nodes live by the real clock.</summary>
    public async Task ScheduleAsync(int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        _office.Clock.Set(now);
        await store.SeedAsync(Ct);
        var id = await _office.RegisterAsync(account.Handle);
        await ConnectAsync(id);
        for (var i = 1; i <= count; i++)
        {
            var ready = await _office.ReadyAsync(await _office.ContentAsync($"前橋市内で刃物を持った男が逃走しています（第{i}報）。戸締まりをしてください。") with
            {
                Subject = "逃走中の男に注意",
                Accounts = [id.Value],
                DesiredAt = now.InJapan(),
                Ground = "serious-crime",
                Case = new CaseFacts("コンビニ強盗", now.AddMinutes(-10), "刑事課", false),
            });
            Office.Fine(await _office.PublishAsync(ready, at: now.AddSeconds(2)));
            _cases.Add(ready);
        }
    }

    // Without asking the platform: only the nodes call it
    private Task<int> ConnectAsync(AccountId id) => store.InAsync(async s =>
    {
        var db = s.GetRequiredService<ShiraseDb>();
        var row = await db.Accounts.SingleAsync(a => a.Id == id, Ct);
        Office.Fine(row.Connect(channel, account.Service!.ToString(), s.GetRequiredService<SecretVault>().Protect(account.Secret!), account.Handle));
        return await db.SaveChangesAsync(Ct);
    }, Office.Body);

    public Task<Node> StartAsync() => Node.StartAsync(store, Settings, Ct);

    /// <summary>A node that is killed at a random moment after it began to work.</summary>
    public async Task KillOneAsync(Random random, Func<Task>? meanwhile = null)
    {
        await using var node = await StartAsync();
        await Task.Delay(random.Next(20, 900), Ct);
        if (meanwhile is not null)
        {
            await meanwhile();
        }

        node.Kill();
    }

    /// <summary>Lets a last node work until nothing is left to be done by itself, and gives the deliveries.</summary>
    public async Task<IReadOnlyList<PostDelivery>> SettleAsync()
    {
        await using var node = await StartAsync();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        while (true)
        {
            var rows = await RowsAsync();
            if (rows.All(d => d.State == DeliveryState.Published || d.NeedsDecision))
            {
                return rows;
            }

            Assert.DoesNotContain(rows, d => d.State is DeliveryState.Held or DeliveryState.Refused or DeliveryState.Cancelled);
            await Task.Delay(300, patience.Token);
        }
    }

    public Task<List<PostDelivery>> RowsAsync() => store.DbAsync(
        db => db.Deliveries.AsNoTracking().Where(d => _cases.Contains(d.Application)).OrderBy(d => d.Id).ToListAsync(Ct), Office.Body);

    /// <summary>No post twice, none lost: what our books call published stands exactly once; what a human has to decide, at most once.</summary>
    public static void AssertOnce(IReadOnlyList<PostDelivery> rows, Func<string, int> standing)
    {
        Assert.All(rows, d =>
        {
            var count = standing(d.OutgoingText);
            Assert.True(d.NeedsDecision ? count <= 1 : count == 1, $"{d.State} after {d.Attempts} attempts stands {count} times.");
        });
        TestContext.Current.SendDiagnosticMessage($"{rows.Count} posts, {rows.Sum(d => d.Attempts)} attempts, {rows.Sum(d => d.Looks.Count)} looks, {rows.Count(d => d.NeedsDecision)} for a human");
    }

    /// <summary>The same against the Bluesky server itself, where a key of our own lets nothing stay unknown.</summary>
    public async Task AssertOnceOnAsync(Pds pds)
    {
        var rows = await SettleAsync();
        var texts = await TextsAsync(pds);
        AssertOnce(rows, text => texts.Count(t => t == text));
        Assert.DoesNotContain(rows, d => d.NeedsDecision);
        Assert.Equal(rows.Count, texts.Count);
    }

    private async Task<IReadOnlyList<string>> TextsAsync(Pds pds)
    {
        var texts = new List<string>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await pds.GetAsync($"com.atproto.repo.listRecords?repo={account.Handle}&collection=app.bsky.feed.post&limit=100{(cursor.Length > 0 ? "&cursor=" + cursor : "")}", Ct);
            texts.AddRange(page.GetProperty("records").EnumerateArray().Select(r => r.GetProperty("value").GetProperty("text").GetString()!));
            cursor = page.TryGetProperty("cursor", out var next) && next.ValueKind == JsonValueKind.String && page.GetProperty("records").GetArrayLength() == 100 ? next.GetString() : null;
        }

        return texts;
    }

    /// <summary>What the store needs beside the office itself.</summary>
    public static void Equip(IServiceCollection services)
    {
        Office.Equip(services);
        services.AddBluesky().AddX();
    }
}
