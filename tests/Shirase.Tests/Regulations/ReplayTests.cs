using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Shirase.TestKit.Posts;
using Shirase.TestKit.Storage;
using Shirase.Tests.Posts;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary><c>shirase regulation replay</c>: what an amendment would have done to the messages that were filed.</summary>
public abstract class ReplayTests(TestStore store) : OfficeTests(store)
{
    private readonly TestStore _store = store;

    [Fact]
    public async Task gx_0_1_Given_past_messages_When_a_draft_halves_the_length_and_ends_an_hour_earlier_Then_the_newly_refused_are_named_with_their_clause()
    {
        var shortOne = await Office.PublishedAsync(await Office.ContentAsync("不審な電話は110番へ。"));
        var longOne = await Office.PublishedAsync(await Office.ContentAsync(string.Concat(Enumerable.Repeat("不審な電話は110番へ。", 7))));
        var draft = DraftFile.Write(_store.Folder, ("id: max-characters\n    value: 140", "id: max-characters\n    value: 70"), ("end: \"17:15\"", "end: \"09:30\""));

        var (code, report, error) = await ReplayAsync(draft);

        Assert.Equal(1, code);
        Assert.Contains($"{report.GetProperty("messages").GetInt32()}件", error, StringComparison.Ordinal);
        var differences = report.GetProperty("differences").EnumerateArray().ToDictionary(d => d.GetProperty("id").GetGuid());
        Assert.Equal(["gx-10-1"], Clauses(differences[shortOne.Value]));
        Assert.Equal(["gx-10-1", "gx-13-2-1"], Clauses(differences[longOne.Value]));
        Assert.All(differences.Values, d => Assert.True(d.GetProperty("newly_refused").GetBoolean()));
    }

    [Fact]
    public async Task gx_12_3_1_Given_past_messages_When_a_draft_drops_the_assignment_and_lets_the_manager_examine_Then_other_deciders_and_durations_are_told()
    {
        var id = await Office.ToExaminationAsync(await Office.ContentAsync());
        Office.Clock.Pass(TimeSpan.FromMinutes(40));
        Office.Fine(await Office.ApproveAsync(id, "kobayashi"));
        var draft = DraftFile.Write(
            _store.Folder,
            ("        kind: examination\n        roles: [operation-officer]\n", "        kind: examination\n        roles: [operation-manager]\n"));

        var (code, report, _) = await ReplayAsync(draft);

        Assert.Equal(0, code);
        var difference = report.GetProperty("differences").EnumerateArray().Single(d => d.GetProperty("id").GetGuid() == id.Value);
        Assert.False(difference.GetProperty("newly_refused").GetBoolean());
        Assert.Equal("operation-manager", difference.GetProperty("deciders").GetProperty("after")[1].GetString());
        Assert.Equal("operation-officer", difference.GetProperty("deciders").GetProperty("before")[1].GetString());
    }

    [Fact]
    public async Task Given_a_draft_of_another_regulation_or_with_a_fault_When_replayed_Then_one_sentence_and_code_2()
    {
        var wrong = Path.Combine(_store.Folder, "gunma-police-x.wrong.yaml");
        await File.WriteAllTextAsync(wrong, "regulation: gunma-police-x\n", Ct);

        Assert.Equal(2, (await RunAsync("regulation", "replay", "gunma-police-x", "--with", wrong)).Code);
        Assert.Equal(2, (await RunAsync("regulation", "replay", "gunma-police-x", "--with", Path.Combine(_store.Folder, "none.yaml"))).Code);
        Assert.Equal(2, (await RunAsync("regulation", "replay", "no-such", "--with", DraftFile.Write(_store.Folder))).Code);
    }

    private static IEnumerable<string?> Clauses(JsonElement difference) => difference.GetProperty("stops").EnumerateArray().Select(s => s.GetProperty("clause").GetString()).Distinct();

    private async Task<(int Code, JsonElement Report, string Error)> ReplayAsync(string draft)
    {
        var (code, output, error) = await RunAsync("regulation", "replay", "gunma-police-x", "--with", draft, "--format", "json");
        Assert.True(code != 2, error);
        return (code, JsonDocument.Parse(output).RootElement, error);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "shirase.dll"), .. args, "--connection", _store.ConnectionString, "--provider", _store.Provider])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await error);
    }
}

public sealed class ReplayOnSqlite(ReplayOnSqlite.Store store) : ReplayTests(store), IClassFixture<ReplayOnSqlite.Store>
{
    public sealed class Store : SqliteStore
    {
        public Store() => Also = Office.Equip;
    }
}

public sealed class ReplayOnPostgres(ReplayOnPostgres.Store store) : ReplayTests(store), IClassFixture<ReplayOnPostgres.Store>
{
    public sealed class Store : PostgresStore
    {
        public Store() => Also = Office.Equip;
    }
}
