using System.Diagnostics;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core.People;
using Shirase.Samples;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.People;

/// <summary><c>shirase admin</c> and <c>shirase records</c>, as an operator calls them.</summary>
public sealed class AdminCommandTests(SqliteStore store) : IClassFixture<SqliteStore>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await store.SeedAsync(Ct);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Given_an_installation_When_a_body_and_its_administrator_are_made_Then_he_is_one()
    {
        Assert.Equal(0, (await RunAsync("", "admin", "body", "add", "test-city", "--name", "試験市", "--name-en", "Test City")).Code);
        Assert.Equal(2, (await RunAsync("short\n", "admin", "create", "--body", "test-city", "--login", "root-one", "--name", "管理 者")).Code);
        var made = await RunAsync("長い合言葉を十二字以上で書く\n", "admin", "create", "--body", "test-city", "--login", "root-one", "--name", "管理 者");

        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.True(await store.DbAsync(db => db.Appointments.AnyAsync(a => a.Body == new Core.BodyId("test-city") && a.Role == SystemRole.Administrator, Ct)));
    }

    [Fact]
    public async Task Given_no_password_When_an_administrator_is_made_Then_bad_input()
    {
        Assert.Equal(2, (await RunAsync("", "admin", "create", "--body", "gunma-police", "--login", "root-two", "--name", "者")).Code);
    }

    [Fact]
    public async Task Given_a_missing_database_When_any_command_runs_Then_one_sentence_and_code_2()
    {
        var ran = await RunWithAsync($"Data Source={Path.Combine(store.Folder, "none.db")}", "", "records", "verify");

        Assert.Equal(2, ran.Code);
        Assert.Single(ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.False(File.Exists(Path.Combine(store.Folder, "none.db")));
    }

    [Fact]
    public async Task Given_a_stored_secret_When_secrets_are_encrypted_anew_Then_the_same_secret_stands_there_under_a_new_key()
    {
        var vault = store.Services.GetRequiredService<SecretVault>();
        var before = await store.DbAsync(async db =>
        {
            var account = await db.Accounts.FirstAsync(a => a.Body == new Core.BodyId("gunma-police"), Ct);
            Assert.Null(account.Connect("bluesky", "https://pds.example.test/", vault.Protect("app-password-7731"), account.Handle));
            await db.SaveChangesAsync(Ct);
            return account;
        });

        var ran = await RunAsync("", "admin", "reencrypt-secrets", "--new-key");

        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains("1件", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("app-password-7731", ran.Output + ran.Error, StringComparison.Ordinal);
        var after = await store.DbAsync(db => db.Accounts.AsNoTracking().Where(a => a.Id == before.Id).Select(a => a.ProtectedSecret).SingleAsync(Ct));
        Assert.NotEqual(before.ProtectedSecret, after);
        Assert.NotEqual(SecretVault.KeyOf(before.ProtectedSecret!), SecretVault.KeyOf(after!));
    }

    [Fact]
    public async Task Given_a_table_with_a_fault_When_imported_Then_the_line_is_named_and_code_2()
    {
        var file = Path.Combine(store.Folder, "transfer.csv");
        await File.WriteAllTextAsync(file, "ログイン名,所属コード,役職,係,階級,所属長,発令日\nnobody-here,ota,係員,,巡査,,2026-04-01\n", Ct);

        var ran = await RunAsync("", "admin", "transfer", "import", file, "--body", "gunma-police");

        Assert.Equal(2, ran.Code);
        Assert.Contains("transfer.csv(2)", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_export_When_verified_without_database_Then_whole_and_altered_and_cut_and_broken_are_told_apart()
    {
        Assert.Equal(0, (await RunAsync("", "records", "verify", "--body", "gunma-police")).Code);
        var export = await RunAsync("", "records", "export", "--body", SampleCast.Gunma.Slug);
        var lines = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(0, await VerifyAsync(lines));
        Assert.Equal(1, await VerifyAsync([.. lines.Select((l, i) => i == 3 ? l.Replace("unit.registered", "unit.forgotten", StringComparison.Ordinal) : l)]));
        Assert.Equal(1, await VerifyAsync([.. lines.Where((_, i) => i != 5)]));
        Assert.Equal(2, await VerifyAsync(["{}"]));
        Assert.Equal(2, (await RunAsync("", "records", "verify", "--file", Path.Combine(store.Folder, "nowhere.jsonl"))).Code);
    }

    [Fact]
    public async Task Given_a_journal_whose_end_was_cut_off_When_verified_Then_the_head_tells()
    {
        await RunAsync("", "admin", "body", "add", "cut-city", "--name", "切断市", "--name-en", "Cut City");
        await RunAsync("", "admin", "unit", "add", "a-unit", "--body", "cut-city", "--name", "課", "--name-en", "Division", "--mark", "課");
        await store.DbAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM journal WHERE body = 'cut-city' AND number = 2", Ct));

        Assert.Equal(1, (await RunAsync("", "records", "verify", "--body", "cut-city")).Code);
    }

    private async Task<int> VerifyAsync(IReadOnlyList<string> lines)
    {
        var file = Path.Combine(store.Folder, $"{Guid.NewGuid():n}.jsonl");
        await File.WriteAllLinesAsync(file, lines, Ct);
        return (await RunAsync("", "records", "verify", "--file", file)).Code;
    }

    private Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] args) =>
        RunWithAsync(store.ConnectionString, input, args);

    private async Task<(int Code, string Output, string Error)> RunWithAsync(string connection, string input, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "shirase.dll"), .. args, "--connection", connection])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["Keys__Folder"] = store.Settings["Keys:Folder"] },
        })!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await error);
    }
}
