using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.TestKit.X;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Accounts;

/// <summary>Stored secrets and the keys that open them.</summary>
public abstract class SecretsTests(TestStore store, Func<XServer> server) : OfficeTests(store)
{
    [Fact]
    public async Task Given_a_new_key_When_secrets_are_opened_Then_old_ones_still_open_and_encrypted_anew_they_need_the_old_key_no_more()
    {
        var (one, other) = (server().AddUser(), server().AddUser());
        var byKeys = await Office.ConnectXAsync(one);
        var byConsent = await Office.ConnectXByConsentAsync(server(), other);
        var before = await ClosedAsync(byKeys, byConsent);
        var oldKey = SecretVault.KeyOf(before[0]);

        var (anew, unopened) = await Office.Store.AskAsync<ReencryptSecrets, (int, int)>(r => r.RunAsync(TimeProvider.System.GetUtcNow(), newKey: true, Ct));

        Assert.Equal(0, unopened);
        Assert.True(anew >= 3, $"Only {anew} were encrypted anew.");
        var vault = Office.Store.Services.GetRequiredService<SecretVault>();
        Assert.Equal(one.Keys.ToSecret(), vault.Open(before[0]));
        var after = await ClosedAsync(byKeys, byConsent);
        Assert.Equal(one.Keys.ToSecret(), vault.Open(after[0]));
        Assert.All(after, a => Assert.NotEqual(oldKey, SecretVault.KeyOf(a)));
        Assert.Equal(before.Select(vault.Open), after.Select(vault.Open));

        // The old key is taken away
        var newest = Directory.CreateDirectory(Path.Combine(Office.Store.Folder, "newest"));
        var file = $"key-{SecretVault.KeyOf(after[0])}.xml";
        File.Copy(Path.Combine(Office.Store.Folder, "keys", file), Path.Combine(newest.FullName, file));
        var without = new SecretVault(DataProtectionProvider.Create(newest, b => b.SetApplicationName("Shirase")));
        Assert.Null(without.Open(before[0]));
        Assert.Equal(one.Keys.ToSecret(), without.Open(after[0]));
    }

    [Fact]
    public async Task Given_the_whole_database_When_searched_Then_no_secret_stands_in_it_in_clear()
    {
        var (one, other) = (server().AddUser(), server().AddUser());
        await Office.ConnectXAsync(one);
        var account = await Office.ConnectXByConsentAsync(server(), other);
        var tokens = Office.Store.Services.GetRequiredService<TokenStore>();
        var grant = await Office.Store.DbAsync(db => db.AccountTokens.Where(t => t.Account == account).Select(t => t.Id).SingleAsync(Ct), Office.Body);
        var pair = (await tokens.ReadAsync(Office.Body, grant, Ct))!.Pair;
        string[] secrets = [pair.Access, pair.Refresh!, one.Keys.ConsumerSecret, one.Keys.TokenSecret, one.Keys.Token];

        var stored = await Office.Store.DbAsync(async db => string.Join('\n', [
            .. (await db.Accounts.AsNoTracking().ToListAsync(Ct)).Select(a => a.ProtectedSecret),
            .. (await db.AccountTokens.AsNoTracking().ToListAsync(Ct)).Select(t => t.Access + t.Refresh),
            .. (await db.Journal.AsNoTracking().ToListAsync(Ct)).Select(j => j.Detail + j.Subject),
            .. (await db.Notices.AsNoTracking().ToListAsync(Ct)).Select(n => n.Text + n.TextEn)]));

        Assert.All(secrets, s => Assert.DoesNotContain(s, stored, StringComparison.Ordinal));
        Assert.All(secrets.Append(one.Keys.ToSecret()), s => Assert.DoesNotContain(s, $"{pair}{one.Keys}{one.Account}{new ConsentAsked(new Uri("https://x.com/"), s)}", StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<string>> ClosedAsync(AccountId byKeys, AccountId byConsent) => Office.Store.DbAsync<IReadOnlyList<string>>(async db =>
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == byKeys, Ct);
        var tokens = await db.AccountTokens.AsNoTracking().SingleAsync(t => t.Account == byConsent, Ct);
        return [account.ProtectedSecret!, tokens.Access, tokens.Refresh!];
    }, Office.Body);
}

public sealed class SecretsOnSqlite(XSqliteOffice store) : SecretsTests(store, () => store.Server), IClassFixture<XSqliteOffice>;

public sealed class SecretsOnPostgres(XPostgresOffice store) : SecretsTests(store, () => store.Server), IClassFixture<XPostgresOffice>;
