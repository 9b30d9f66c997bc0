using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.Records;
using Shirase.Records;
using Shirase.Storage;

namespace Shirase.Cli;

/// <summary><c>shirase records verify | export</c>: proof of the journal, in the database or from an export on another machine.</summary>
internal static class RecordsCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(Store store)
    {
        var body = new Option<string?>("--body") { Description = "Short name of one body (default: all)." };
        var command = new Command("records", "記録 / The journal: verify, export.") { Verify(store, body), Export(store, body) };
        foreach (var option in store.Options)
        {
            command.Add(option);
        }

        return command;
    }

    private static Command Verify(Store store, Option<string?> body)
    {
        var file = new Option<string?>("--file") { Description = "An export (lines of JSON); no database is opened." };
        var format = new Option<string>("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var verify = new Command("verify", "記録の連なりを確かめる / Proves the chain: 0 whole, 1 faults, 2 bad input.") { body, file, format };
        verify.SetAction(async (result, ct) =>
        {
            BodyId? only = result.GetValue(body) is { } slug ? new BodyId(slug) : null;
            if (result.GetValue(file) is { } path)
            {
                return await FromFileAsync(path, only, result, result.GetValue(format) == "json", ct);
            }

            return await store.WithAsync(result, async services => Say(
                await services.GetRequiredService<JournalProof>().RunAsync(only, ct), only, result, result.GetValue(format) == "json"), ct);
        });
        return verify;
    }

    private static Command Export(Store store, Option<string?> body)
    {
        var export = new Command("export", "記録をJSONの行で書き出す / Writes the journal as lines of JSON.") { body };
        export.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var db = services.GetRequiredService<ShiraseDb>();
            var query = db.Journal.AsNoTracking();
            if (result.GetValue(body) is { } slug)
            {
                var id = new BodyId(slug);
                query = query.Where(j => j.Body == id);
            }

            await foreach (var entry in query.OrderBy(j => j.Body).ThenBy(j => j.Number).AsAsyncEnumerable().WithCancellation(ct))
            {
                await result.InvocationConfiguration.Output.WriteLineAsync(JournalFile.LineOf(entry));
            }

            return ExitCode.Fine;
        }, ct));
        return export;
    }

    private static async Task<int> FromFileAsync(string path, BodyId? only, ParseResult result, bool asJson, CancellationToken ct)
    {
        var error = result.InvocationConfiguration.Error;
        var entries = new List<JournalEntry>();
        try
        {
            var number = 0;
            await foreach (var line in File.ReadLinesAsync(path, new UTF8Encoding(false, throwOnInvalidBytes: true), ct))
            {
                number++;
                if (JournalFile.Read(line) is not { } entry)
                {
                    await error.WriteLineAsync(RegulationCommand.Say(
                        $"{path} の{number}行目は記録の行ではありません。「shirase records export」で書き出したファイルを指定してください。",
                        $"Line {number} of {path} is not an entry; give a file written by \"shirase records export\"."));
                    return ExitCode.BadInput;
                }

                entries.Add(entry);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            await error.WriteLineAsync(RegulationCommand.Say($"{path} を読めません。場所と権限を確かめてください。", $"{path} cannot be read; check its place and permissions."));
            return ExitCode.BadInput;
        }

        return Say(JournalProof.Of(entries.Where(e => only is null || e.Body == only)), only, result, asJson);
    }

    private static int Say(IReadOnlyList<JournalProved> proved, BodyId? only, ParseResult result, bool asJson)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        if (proved.Count == 0)
        {
            error.WriteLine(only is { } slug
                ? RegulationCommand.Say($"団体「{slug}」の記録がありません。", $"There is no journal of {slug}.")
                : RegulationCommand.Say("記録が1件もありません。", "There is no entry at all."));
            return ExitCode.BadInput;
        }

        foreach (var p in proved)
        {
            output.WriteLine(asJson
                ? JsonSerializer.Serialize(new { body = p.Body.Slug, entries = p.Entries, last_hash = p.LastHash, faults = p.Faults.Select(f => new { f.Number, text = f.Text.In(RegulationCommand.Language) }) }, Json)
                : RegulationCommand.Say($"{p.Body}: {p.Entries}件、異常{p.Faults.Count}件 {p.LastHash}", $"{p.Body}: {p.Entries} entries, {p.Faults.Count} faults {p.LastHash}"));
            foreach (var fault in asJson ? [] : p.Faults)
            {
                output.WriteLine($"  {fault.Text.In(RegulationCommand.Language)}");
            }
        }

        return proved.Any(p => p.Faults.Count > 0) ? ExitCode.Findings : ExitCode.Fine;
    }
}
