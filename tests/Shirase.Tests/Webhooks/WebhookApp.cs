using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Webhooks;
using Shirase.Outbox;
using Shirase.Storage;
using Shirase.TestKit.Posts;
using Shirase.Tests.Api;
using Shirase.Webhooks;
using Xunit;

namespace Shirase.Tests.Webhooks;

/// <summary>The product allowed to call this machine by the name localhost, and nothing else inside.</summary>
public sealed class WebhookApp : IAsyncLifetime
{
    public ApiApp App { get; } = new(new Dictionary<string, string?>
    {
        ["Api:CallsPerMinute"] = "100000",
        ["Tokens:MostOfOnePerson"] = "200",
        ["Outbound:AllowedHosts:0"] = "localhost",
    });

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public async Task<IssuedSecret> SubscribeAsync(Uri address, params string[] events)
    {
        var who = await App.Office.WhoAsync("horiguchi");
        var made = await InAsync(s => s.GetRequiredService<KeepWebhooks>().SubscribeAsync(Office.Body, address.AbsoluteUri, events, Act(who), CancellationToken.None));
        Assert.True(made.IsDone, made.Refusal?.Text.Ja);
        return made.Value;
    }

    public Core.Act Act(Shirase.Posts.Who who) => new(who.Staff, App.Clock.Now.ToUniversalTime().Truncated());

    /// <summary>Does the jobs that are due by the clock, as the loop would; only those of webhooks unless told otherwise.</summary>
    public async Task<int> RunJobsAsync()
    {
        var ran = 0;
        while (true)
        {
            var now = App.Clock.Now.ToUniversalTime().Truncated();
            var job = await InAsync(s => s.GetRequiredService<JobQueue>().ClaimAsync(now, new JobOptions().Lease, CancellationToken.None));
            if (job is null)
            {
                return ran;
            }

            var again = await InAsync(s => s.GetRequiredKeyedService<IJobHandler>(job.Kind).RunAsync(job, CancellationToken.None));
            await InAsync(s => again is { } at
                ? s.GetRequiredService<JobQueue>().AgainAsync(job, at, CancellationToken.None)
                : s.GetRequiredService<JobQueue>().DoneAsync(job, now, CancellationToken.None));
            ran++;
        }
    }

    public Task<WebhookSubscription> ReadAsync(Guid id) => InAsync(s => s.GetRequiredService<ShiraseDb>().WebhookSubscriptions.AsNoTracking().SingleAsync(w => w.Id == id));

    public Task<List<WebhookMessage>> MessagesAsync(Guid id) =>
        InAsync(s => s.GetRequiredService<ShiraseDb>().WebhookMessages.AsNoTracking().Where(m => m.Subscription == id).OrderBy(m => m.CreatedAt).ToListAsync());

    public async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentBody>().Is(Office.Body);
        return await work(scope.ServiceProvider);
    }
}
