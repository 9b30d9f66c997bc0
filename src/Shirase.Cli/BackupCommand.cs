using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Operations.Backups;

namespace Shirase.Cli;

/// <summary><c>shirase backup create | restore</c>: the whole database with a manifest, and back; the keys apart.</summary>
internal static class BackupCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(Store store)
    {
        var command = new Command("backup", "バックアップ / Backup and restore.") { Make(store), Restore(store) };
        foreach (var option in store.Options)
        {
            command.Add(option);
        }

        return command;
    }

    private static Command Make(Store store)
    {
        var to = new Option<string>("--to") { Description = "Folder in which the folder of the backup is made.", Required = true };
        var keys = new Option<string?>("--keys") { Description = "Folder for a copy of the keys, on another medium (default: the keys are left out)." };
        var make = new Command("create", "データベースの控えを取る。鍵は含まない / Writes the database, while the product runs; without the keys.") { to, keys };
        make.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var (made, refusal) = await services.GetRequiredService<CreateBackup>().RunAsync(result.GetValue(to)!, result.GetValue(keys), ct);
            if (refusal is not null)
            {
                return Store.Refuse(refusal, error);
            }

            output.WriteLine(JsonSerializer.Serialize(new { folder = made!.Folder, keys = made.Keys, manifest = made.Manifest }, Json));
            error.WriteLine(made.Keys is null
                ? RegulationCommand.Say(
                    "鍵のフォルダーは含まれていません。別に（--keys で）控えを取り、別の場所に保管してください。",
                    "The keys are not in it: copy them apart (--keys) and keep them elsewhere.")
                : RegulationCommand.Say(
                    "鍵の控えは、データベースの控えとは別の場所に保管してください。両方がそろうと公式アカウントを操作できます。",
                    "Keep the keys apart from the database: whoever has both can act as your accounts."));
            return ExitCode.Fine;
        }, ct));
        return make;
    }

    private static Command Restore(Store store)
    {
        var from = new Option<string>("--from") { Description = "Folder of a backup.", Required = true };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what the database holds now." };
        var restore = new Command("restore", "控えからデータベースを戻す。先に全サーバーを止める / Restores a backup; stop every node first.") { from, overwrite };
        restore.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
            var (manifest, refusal) = await services.GetRequiredService<RestoreBackup>().RunAsync(result.GetValue(from)!, result.GetValue(overwrite), ct);
            if (manifest is null)
            {
                return Store.Refuse(refusal!, error);
            }

            output.WriteLine(JsonSerializer.Serialize(new { restored = manifest }, Json));
            error.WriteLine(RegulationCommand.Say(
                "戻しました。システム管理者が画面で確かめて再開するまで、何も発信しません。",
                "Restored. Nothing is sent until an administrator has looked and opens it on the screen."));
            if (refusal is not null)
            {
                Store.Refuse(refusal, error);
            }

            return refusal is null ? ExitCode.Fine : ExitCode.Findings;
        }, ct, mayBeEmpty: true));
        return restore;
    }
}
