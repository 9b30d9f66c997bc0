using Shirase.Accounts;
using Shirase.Core;
using Shirase.Posts;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.TestKit.Posts;

/// <summary>What people of a body do with the password of one account.</summary>
public sealed class PasswordIntents(TestStore store, BodyId body, AccountId account, Func<string, Task<Who>> who)
{
    public const string Good = "Ume7-Sakura8-Momo9";

    public AccountId Account => account;

    public async Task<Refusal?> SetAsync(string login, string password = Good, bool nowhereElse = true)
    {
        var person = await who(login);
        return await store.AskAsync<KeepPassword, Refusal?>(k => k.SetAsync(person, account, password, nowhereElse, Ct), body);
    }

    public async Task<Result<string>> OpenAsync(string login, string? why = "機種変更で再ログインするため")
    {
        var person = await who(login);
        return await store.AskAsync<OpenPassword, Result<string>>(o => o.RunAsync(person, account, why, "PC-014", Ct), body);
    }

    public async Task<Refusal?> NameAsync(string login, string holder, string? why = null)
    {
        var (person, named) = (await who(login), (await who(holder)).Staff);
        return await store.AskAsync<NamePasswordHolders, Refusal?>(n => n.NameAsync(person, account, named, why, Ct), body);
    }

    public async Task<Refusal?> EndAsync(string login, Guid holder)
    {
        var person = await who(login);
        return await store.AskAsync<NamePasswordHolders, Refusal?>(n => n.EndAsync(person, account, holder, Ct), body);
    }

    public async Task<Result<Guid>> AskForPaperAsync(string login, string? keeper = null, string? place = null)
    {
        var person = await who(login);
        StaffId? keeping = keeper is null ? null : (await who(keeper)).Staff;
        return await store.AskAsync<PrintPassword, Result<Guid>>(p => p.AskAsync(person, account, "警務部長に手渡すため", keeping, place, Ct), body);
    }

    public async Task<Refusal?> AgreeAsync(string login, Guid paper)
    {
        var person = await who(login);
        return await store.AskAsync<PrintPassword, Refusal?>(p => p.AgreeAsync(person, paper, Ct), body);
    }

    public async Task<Result<string>> PrintAsync(string login, Guid paper)
    {
        var person = await who(login);
        return await store.AskAsync<PrintPassword, Result<string>>(p => p.PrintAsync(person, paper, "PC-014", Ct), body);
    }

    public async Task<Refusal?> DestroyAsync(string login, Guid paper, string witness)
    {
        var (person, other) = (await who(login), (await who(witness)).Staff);
        return await store.AskAsync<PrintPassword, Refusal?>(p => p.DestroyAsync(person, paper, other, Ct), body);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
