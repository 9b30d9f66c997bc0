using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Webhooks;
using Shirase.Storage;
using Shirase.TestKit.Posts;
using Shirase.Webhooks;
using Xunit;

namespace Shirase.Tests.Webhooks;

/// <summary>Other systems are told by signed messages that nobody can forge, replay or bend inwards, and a dead one ends by itself.</summary>
public sealed class WebhookTests(WebhookApp hooks) : IClassFixture<WebhookApp>, IAsyncLifetime
{
    private Receiver receiver = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        hooks.App.Clock.SetJapan(2026, 6, 11);
        await hooks.RunJobsAsync();
        receiver = await Receiver.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await hooks.InAsync(s => s.GetRequiredService<ShiraseDb>().WebhookSubscriptions.ExecuteDeleteAsync(Ct));
        await receiver.DisposeAsync();
    }

    [Fact]
    public async Task Given_a_post_that_goes_out_and_is_deleted_When_told_Then_each_fact_comes_once_signed_without_words_or_names()
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, "delivery.published", "delivery.removal-ordered", "delivery.removed");
        var office = hooks.App.Office;
        var id = await office.ReadyAsync(await office.ContentAsync());
        Office.Fine(await office.PublishAsync(id));
        await hooks.RunJobsAsync();
        Office.Fine(await office.RemoveAsync(id, why: "電話番号の誤り"));
        await hooks.RunJobsAsync();

        var calls = receiver.Calls.ToArray();
        Assert.Equal(["delivery.published", "delivery.removal-ordered", "delivery.removed"], calls.Select(c => JsonDocument.Parse(c.Body).RootElement.GetProperty("type").GetString()).Order());
        Assert.All(calls, c => Assert.Equal("taken", receiver.Check(c, secret.Clear, hooks.App.Clock.Now)));
        Assert.All(calls, c => Assert.DoesNotContain(c.Body, char.IsSurrogate));
        var staff = (await office.WhoAsync("takahashi")).Staff.ToString();
        Assert.All(calls, c => Assert.False(c.Body.Contains(staff, StringComparison.Ordinal) || c.Body.Contains("特殊詐欺", StringComparison.Ordinal) || c.Body.Contains("誤り", StringComparison.Ordinal) || c.Body.Contains("\\u", StringComparison.Ordinal), c.Body));
        var published = JsonDocument.Parse(calls.First(c => c.Body.Contains("delivery.published", StringComparison.Ordinal)).Body).RootElement.GetProperty("data");
        Assert.Equal("gunma-police", published.GetProperty("body").GetString());
        Assert.StartsWith("delivery/", published.GetProperty("subject").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_message_When_altered_replayed_late_or_sent_twice_Then_the_receivers_check_finds_it()
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        await TestAsync(secret);
        var call = Assert.Single(receiver.Calls);
        var now = hooks.App.Clock.Now;

        Assert.Equal("forged", receiver.Check(call with { Body = call.Body.Replace("gunma", "okaya", StringComparison.Ordinal) }, secret.Clear, now));
        Assert.Equal("forged", receiver.Check(call with { Id = "msg_other" }, secret.Clear, now));
        Assert.Equal("forged", receiver.Check(call with { Timestamp = (now.ToUnixTimeSeconds() - 10).ToString(System.Globalization.CultureInfo.InvariantCulture) }, secret.Clear, now));
        Assert.Equal("forged", receiver.Check(call, "whsec_" + Convert.ToBase64String(new byte[32]), now));
        Assert.Equal("too old", receiver.Check(call, secret.Clear, now.AddSeconds(301)));
        Assert.Equal("taken", receiver.Check(call, secret.Clear, now));
        Assert.Equal("known", receiver.Check(call, secret.Clear, now));
    }

    [Fact]
    public async Task Given_a_receiver_that_fails_then_recovers_When_tried_again_Then_after_the_waits_under_the_same_id()
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        var answers = new Queue<int>([500, 503]);
        receiver.Answer = c =>
        {
            c.Response.StatusCode = answers.TryDequeue(out var status) ? status : 200;
            return Task.CompletedTask;
        };
        await TestAsync(secret);
        Assert.Single(receiver.Calls);
        Assert.Equal(0, await hooks.RunJobsAsync());
        hooks.App.Clock.Pass(TimeSpan.FromSeconds(5));
        await hooks.RunJobsAsync();
        hooks.App.Clock.Pass(TimeSpan.FromMinutes(1));
        await hooks.RunJobsAsync();

        Assert.Equal(3, receiver.Calls.Count);
        Assert.Single(receiver.Calls.Select(c => c.Id).Distinct());
        Assert.Equal(3, receiver.Calls.Select(c => c.Timestamp).Distinct().Count());
        var message = Assert.Single(await hooks.MessagesAsync(secret.Subscription));
        Assert.Equal((WebhookState.Taken, 3, 200), (message.State, message.Attempts, message.LastStatus));
    }

    [Fact]
    public async Task Given_a_lost_answer_When_tried_again_Then_the_receiver_knows_it_by_its_id()
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        var lost = true;
        receiver.Answer = c =>
        {
            if (lost)
            {
                c.Abort();
            }

            return Task.CompletedTask;
        };
        await TestAsync(secret);
        Assert.Equal("unreachable", Assert.Single(await hooks.MessagesAsync(secret.Subscription)).LastTrouble);
        lost = false;
        hooks.App.Clock.Pass(TimeSpan.FromSeconds(5));
        await hooks.RunJobsAsync();

        Assert.Equal(["taken", "known"], receiver.Calls.Select(c => receiver.Check(c, secret.Clear, hooks.App.Clock.Now)));
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("http://127.0.0.1/hook")]
    public async Task Given_a_receiver_that_redirects_inwards_When_told_Then_it_is_not_followed(string into)
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        receiver.Answer = c =>
        {
            c.Response.Redirect(into, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };
        await TestAsync(secret);

        var message = Assert.Single(await hooks.MessagesAsync(secret.Subscription));
        Assert.Equal(("redirect", 307), (message.LastTrouble, message.LastStatus));
        Assert.Single(receiver.Calls);
    }

    [Theory]
    [InlineData("http://example.jp/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://10.1.2.3/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://[::ffff:192.168.1.1]/")]
    [InlineData("https://user:secret@example.jp/hook")]
    [InlineData("ftp://example.jp/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("hook")]
    [InlineData("")]
    public async Task Given_an_address_that_leads_inwards_When_entered_Then_refused(string address)
    {
        var who = await hooks.App.Office.WhoAsync("horiguchi");

        var made = await hooks.InAsync(s => s.GetRequiredService<KeepWebhooks>().SubscribeAsync(Office.Body, address, [WebhookEvent.Test], hooks.Act(who), Ct));

        Assert.IsType<WebhookAddressIsBad>(made.Refusal);
    }

    [Fact]
    public async Task Given_a_name_that_turns_into_an_inner_address_When_called_Then_nothing_is_sent()
    {
        // Stored as if its name had led outside when it was entered; 127.0.0.1 is this machine by another name than the allowed one
        var secret = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        await hooks.InAsync(s => s.GetRequiredService<ShiraseDb>().WebhookSubscriptions.ExecuteUpdateAsync(
            u => u.SetProperty(w => w.Address, $"https://127.0.0.1:{receiver.Address.Port}/hook"), Ct));
        await TestAsync(secret);

        Assert.Equal("refused-address", Assert.Single(await hooks.MessagesAsync(secret.Subscription)).LastTrouble);
        Assert.Empty(receiver.Calls);
    }

    [Fact]
    public async Task Given_a_receiver_that_never_takes_When_all_waits_are_over_Then_it_is_disabled_the_administrators_are_told_and_it_can_be_taken_up_again()
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        receiver.Answer = c =>
        {
            c.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        await TestAsync(secret);
        foreach (var wait in WebhookMessage.Waits)
        {
            Assert.True((await hooks.ReadAsync(secret.Subscription)).IsActive);
            hooks.App.Clock.Pass(wait);
            await hooks.RunJobsAsync();
        }

        Assert.Equal(WebhookMessage.Waits.Count + 1, receiver.Calls.Count);
        Assert.Equal("gave-up", (await hooks.ReadAsync(secret.Subscription)).DisabledBecause);
        Assert.Contains(await hooks.App.Office.NoticesAsync("horiguchi"), n => n.Kind == "webhook.disabled" && n.Text.Contains("localhost", StringComparison.Ordinal));
        await hooks.App.Office.RunJobsAsync();
        var message = Assert.Single(await hooks.MessagesAsync(secret.Subscription));
        Assert.Equal(WebhookState.GivenUp, message.State);

        var who = hooks.Act(await hooks.App.Office.WhoAsync("horiguchi"));
        Assert.IsType<WebhookIsDisabled>(await KeepAsync(k => k.ResendAsync(Office.Body, secret.Subscription, message.Id, who, Ct)));
        Office.Fine(await KeepAsync(k => k.EnableAsync(Office.Body, secret.Subscription, who, Ct)));
        receiver.Answer = _ => Task.CompletedTask;
        Office.Fine(await KeepAsync(k => k.ResendAsync(Office.Body, secret.Subscription, message.Id, who, Ct)));
        await hooks.RunJobsAsync();
        Assert.Equal(WebhookState.Taken, Assert.Single(await hooks.MessagesAsync(secret.Subscription)).State);
        Assert.Single(receiver.Calls.Select(c => c.Id).Distinct());
    }

    [Fact]
    public async Task Given_a_receiver_that_is_gone_When_it_answers_410_Then_it_is_told_no_more_at_once()
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        receiver.Answer = c =>
        {
            c.Response.StatusCode = 410;
            return Task.CompletedTask;
        };
        await TestAsync(secret);

        Assert.Equal("gone", (await hooks.ReadAsync(secret.Subscription)).DisabledBecause);
    }

    [Fact]
    public async Task Given_a_rotation_When_told_Then_both_secrets_hold_for_a_day_and_then_the_new_one_alone()
    {
        var old = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        var who = hooks.Act(await hooks.App.Office.WhoAsync("horiguchi"));
        var fresh = (await hooks.InAsync(s => s.GetRequiredService<KeepWebhooks>().RotateAsync(Office.Body, old.Subscription, who, Ct))).Value!;
        await TestAsync(old);
        var during = Assert.Single(receiver.Calls);
        Assert.Equal("taken", receiver.Check(during, fresh.Clear, hooks.App.Clock.Now));
        Assert.Equal("known", receiver.Check(during, old.Clear, hooks.App.Clock.Now));
        hooks.App.Clock.Pass(TimeSpan.FromHours(24));
        await TestAsync(old);

        var after = receiver.Calls.Last();
        Assert.Equal("forged", receiver.Check(after, old.Clear, hooks.App.Clock.Now));
        Assert.Equal("taken", receiver.Check(after, fresh.Clear, hooks.App.Clock.Now));
        var stored = await hooks.ReadAsync(old.Subscription);
        Assert.DoesNotContain(fresh.Clear[6..], stored.ProtectedSecret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_slow_receiver_and_a_good_one_When_told_Then_each_has_a_queue_of_its_own()
    {
        var slow = await hooks.SubscribeAsync(receiver.Address, WebhookEvent.Test);
        var good = await hooks.SubscribeAsync(new Uri(receiver.Address, "/other"), WebhookEvent.Test);
        await TestAsync(slow);
        await TestAsync(good);

        var lanes = await hooks.InAsync(s => s.GetRequiredService<ShiraseDb>().Jobs.Where(j => j.Kind == WebhookJob.Kind).Select(j => j.Lane).Distinct().ToListAsync(Ct));
        Assert.Contains($"webhook/{slow.Subscription}", lanes);
        Assert.Contains($"webhook/{good.Subscription}", lanes);
    }

    [Fact]
    public async Task Given_a_change_that_is_rolled_back_When_looked_for_Then_nobody_is_told_of_it()
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, "account.stopped");
        await hooks.InAsync(async s =>
        {
            var db = s.GetRequiredService<ShiraseDb>();
            await using var change = await db.BeginChangeAsync(Office.Body, Ct);
            db.Record(Office.Body, hooks.App.Clock.Now.ToUniversalTime(), "account.stopped", "account/x");
            return await db.SaveChangesAsync(Ct);
        });

        Assert.Empty(await hooks.MessagesAsync(secret.Subscription));
    }

    [Fact]
    public async Task Given_another_body_When_something_happens_there_Then_this_ones_address_is_not_told()
    {
        var secret = await hooks.SubscribeAsync(receiver.Address, "account.stopped");
        await hooks.App.Store.DbAsync(async db =>
        {
            db.Record(Shirase.Samples.SampleCast.Ishikawa, hooks.App.Clock.Now.ToUniversalTime(), "account.stopped", "account/x");
            return await db.SaveChangesAsync(Ct);
        });

        Assert.Empty(await hooks.MessagesAsync(secret.Subscription));
    }

    [Fact]
    public async Task Given_the_page_and_the_interface_When_an_administrator_keeps_addresses_Then_secrets_are_shown_once_and_all_acts_work()
    {
        using var browser = await hooks.App.SignInAsync("horiguchi", Ct);
        await browser.GetAsync("/webhooks", Ct);
        Assert.Contains("通知先はまだありません", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync("/webhooks?handler=Subscribe", new() { ["Form.Address"] = "http://10.0.0.1/", ["Form.Events"] = "delivery.published" }, Ct);
        Assert.Contains("https:// で始まる", browser.Page, StringComparison.Ordinal);
        await browser.PostAsync("/webhooks?handler=Subscribe", new() { ["Form.Address"] = receiver.Address.AbsoluteUri, ["Form.Events"] = "delivery.published" }, Ct);
        Assert.Contains("whsec_", browser.Page, StringComparison.Ordinal);
        using var client = await hooks.App.ClientAsync("horiguchi");
        var id = Assert.Single((await client.GetAsync("webhooks")).EnumerateArray()).GetProperty("id").GetGuid();
        await browser.GetAsync($"/webhooks/{id}", Ct);
        Assert.DoesNotContain("whsec_", browser.Page, StringComparison.Ordinal);

        await browser.PostAsync($"/webhooks/{id}?handler=Test", new Dictionary<string, string?>(), Ct);
        await hooks.RunJobsAsync();
        await browser.GetAsync($"/webhooks/{id}", Ct);
        Assert.Contains("届いた", browser.Page, StringComparison.Ordinal);
        var message = (await client.GetAsync($"webhooks/{id}/messages")).GetProperty("items")[0];
        Assert.Equal("taken", message.GetProperty("state").GetString());
        await client.PostAsync($"webhooks/{id}/messages/{message.GetProperty("id").GetGuid()}/resend");
        client.Is(HttpStatusCode.NoContent);
        Assert.StartsWith("whsec_", (await client.PostAsync($"webhooks/{id}/rotate")).GetProperty("secret").GetString(), StringComparison.Ordinal);
        await client.PostAsync($"webhooks/{id}/disable");
        client.Is(HttpStatusCode.NoContent);
        await client.PostAsync($"webhooks/{id}/enable");
        client.Is(HttpStatusCode.NoContent);
        await client.PostAsync("webhooks", new { address = "https://10.0.0.1/", events = new[] { "delivery.published" } });
        client.Refused(HttpStatusCode.UnprocessableEntity, "WebhookAddressIsBad");
        await client.SendAsync(HttpMethod.Delete, $"webhooks/{id}", (HttpContent?)null, Guid.NewGuid().ToString());
        client.Is(HttpStatusCode.NoContent);
        await client.GetAsync($"webhooks/{id}/messages");
        client.Refused(HttpStatusCode.NotFound, "NoSuchEntry");
    }

    private async Task TestAsync(IssuedSecret secret)
    {
        var who = hooks.Act(await hooks.App.Office.WhoAsync("horiguchi"));
        Office.Fine(await KeepAsync(k => k.TestAsync(Office.Body, secret.Subscription, who, Ct)));
        await hooks.RunJobsAsync();
    }

    private Task<Refusal?> KeepAsync(Func<KeepWebhooks, Task<Refusal?>> act) => hooks.InAsync(s => act(s.GetRequiredService<KeepWebhooks>()));
}
