using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Accounts;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.People;
using Shirase.Storage;

namespace Shirase.Cli;

/// <summary><c>shirase admin …</c>: the first administrator, bodies, units, staff and transfers from files.</summary>
internal static class AdminCommand
{
    public static Command Create(Store store)
    {
        var body = new Option<string>("--body") { Description = "Short name of the body, such as gunma-police.", Required = true };
        var command = new Command("admin", "管理 / The first administrator, bodies, units, imports.")
        {
            CreateAdministrator(store, body),
            Reencrypt(store),
            new Command("body", "団体 / Bodies.") { AddBody(store) },
            new Command("unit", "所属 / Units.") { AddUnit(store, body) },
            new Command("staff", "職員 / Staff.") { ImportOf(store, body, "ログイン名,氏名,氏名（英字）,所属コード,役職,係,階級,所属長,発令日", (i, d, f, ct) => i.StaffAsync(d, f, ct)) },
            new Command("transfer", "人事異動 / Transfers.") { ImportOf(store, body, "ログイン名,所属コード,役職,係,階級,所属長,発令日", (i, d, f, ct) => i.TransfersAsync(d, f, ct)) },
        };
        foreach (var option in store.Options)
        {
            command.Add(option);
        }

        return command;
    }

    private static Command CreateAdministrator(Store store, Option<string> body)
    {
        var login = new Option<string>("--login") { Description = "Login name.", Required = true };
        var name = new Option<string>("--name") { Description = "Name.", Required = true };
        var nameEn = new Option<string?>("--name-en") { Description = "Name in Latin letters." };
        var create = new Command("create", "管理者を作る。パスワードは標準入力から読む / Makes an administrator; the password is read from standard input.")
        {
            body, login, name, nameEn,
        };
        create.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var error = result.InvocationConfiguration.Error;
            if (Password.Read(error) is not { } password)
            {
                await error.WriteLineAsync(RegulationCommand.Say("パスワードを標準入力から1行で渡してください。", "Give the password as one line on standard input."));
                return ExitCode.BadInput;
            }

            var doer = Doer(services, result.GetValue(body)!);
            var (id, refusal) = await StaffAsync(services, doer, new(result.GetValue(login)!, result.GetValue(name)!, result.GetValue(nameEn) ?? ""), ct);
            refusal ??= await services.GetRequiredService<Credentials>().SetPasswordAsync(doer, id, password, ct);
            refusal ??= (await services.GetRequiredService<Appoint>().RunAsync(
                doer, new(Appointment.System, SystemRole.Administrator, id, doer.Today, null, "shirase admin create"), ct)).Refusal;
            return Done(refusal, result, $"管理者 {result.GetValue(login)} を作りました。", $"Administrator {result.GetValue(login)} was made.");
        }, ct));
        return create;
    }

    private static Command Reencrypt(Store store)
    {
        var newKey = new Option<bool>("--new-key") { Description = "Makes a key first. Stop all nodes before: a running node does not know it." };
        var command = new Command("reencrypt-secrets", "預かった認証情報を最新の鍵で暗号化し直す / Encrypts stored secrets anew with the newest key.") { newKey };
        command.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var done = await services.GetRequiredService<ReencryptSecrets>().RunAsync(
                services.GetRequiredService<TimeProvider>().GetUtcNow().Truncated(), result.GetValue(newKey), ct);
            var said = Done(null, result, $"{done.Anew}件を暗号化し直しました。", $"{done.Anew} secrets were encrypted anew.");
            if (done.Unopened == 0)
            {
                return said;
            }

            await result.InvocationConfiguration.Error.WriteLineAsync(RegulationCommand.Say(
                $"{done.Unopened}件は手元の鍵で開けません。該当するアカウントを接続し直してください。",
                $"{done.Unopened} cannot be opened with the keys at hand; connect those accounts anew."));
            return ExitCode.Findings;
        }, ct));
        return command;
    }

    private static Command AddBody(Store store)
    {
        var slug = new Argument<string>("SLUG") { Description = "Short name, such as gunma-police." };
        var name = new Option<string>("--name") { Description = "Name.", Required = true };
        var nameEn = new Option<string>("--name-en") { Description = "English name.", Required = true };
        var regulation = new Option<string?>("--regulation") { Description = "Regulation for new applications." };
        var host = new Option<string[]>("--host") { Description = "Host of its own website; may be repeated." };
        var add = new Command("add", "団体を登録する / Enters a body.") { slug, name, nameEn, regulation, host };
        add.SetAction((result, ct) => store.WithAsync(result, async services => Done(
            await services.GetRequiredService<RegisterBody>().RunAsync(
                Doer(services, result.GetValue(slug)!), result.GetValue(name)!, result.GetValue(nameEn)!, result.GetValue(regulation),
                result.GetValue(host) ?? [], ct),
            result, $"団体 {result.GetValue(slug)} を登録しました。", $"Body {result.GetValue(slug)} was entered."), ct));
        return add;
    }

    private static Command AddUnit(Store store, Option<string> body)
    {
        var code = new Argument<string>("CODE") { Description = "Code, such as pr-division." };
        var name = new Option<string>("--name") { Description = "Name.", Required = true };
        var nameEn = new Option<string>("--name-en") { Description = "English name.", Required = true };
        var parent = new Option<string?>("--parent") { Description = "Department above it." };
        var mark = new Option<string>("--mark") { Description = "Mark in file numbers.", Required = true };
        var add = new Command("add", "所属を登録する / Enters a unit.") { code, body, name, nameEn, parent, mark };
        add.SetAction((result, ct) => store.WithAsync(result, async services => Done(
            (await services.GetRequiredService<RegisterUnit>().RunAsync(
                Doer(services, result.GetValue(body)!),
                new(result.GetValue(code)!, result.GetValue(name)!, result.GetValue(nameEn)!, result.GetValue(parent) ?? "", result.GetValue(mark)!), ct)).Refusal,
            result, $"所属 {result.GetValue(code)} を登録しました。", $"Unit {result.GetValue(code)} was entered."), ct));
        return add;
    }

    private static Command ImportOf(
        Store store, Option<string> body, string columns, Func<Import, Doer, Stream, CancellationToken, Task<Imported>> import)
    {
        var file = new Argument<string>("FILE") { Description = $"CSV (UTF-8): {columns}" };
        var command = new Command("import", "CSVから取り込む / Takes entries from a CSV file; one fault and nothing is entered.") { file, body };
        command.SetAction((result, ct) => store.WithAsync(result, async services =>
        {
            var error = result.InvocationConfiguration.Error;
            var path = result.GetValue(file)!;
            if (!File.Exists(path))
            {
                await error.WriteLineAsync(RegulationCommand.Say($"{path} がありません。", $"There is no file {path}."));
                return ExitCode.BadInput;
            }

            await using var stream = File.OpenRead(path);
            var done = await import(services.GetRequiredService<Import>(), Doer(services, result.GetValue(body)!), stream, ct);
            foreach (var problem in done.Problems)
            {
                await error.WriteLineAsync($"{path}({problem.Line}): {problem.Text.In(RegulationCommand.Language)}");
            }

            return done.Problems.Count > 0 ? ExitCode.BadInput
                : Done(null, result, $"{done.Lines}件を取り込みました。", $"{done.Lines} lines were taken in.");
        }, ct));
        return command;
    }

    private static async Task<(StaffId Id, Refusal? Refusal)> StaffAsync(IServiceProvider services, Doer doer, StaffFacts facts, CancellationToken ct)
    {
        var known = await services.GetRequiredService<ShiraseDb>().Staff
            .Where(s => s.Body == doer.Body && s.LoginName == facts.LoginName).Select(s => (StaffId?)s.Id).SingleOrDefaultAsync(ct);
        if (known is { } id)
        {
            return (id, null);
        }

        var entered = await services.GetRequiredService<RegisterStaff>().RunAsync(doer, facts, null, ct);
        return (entered.Id ?? default, entered.Refusal);
    }

    private static Doer Doer(IServiceProvider services, string body) =>
        new(new BodyId(body), null, services.GetRequiredService<TimeProvider>().GetUtcNow());

    private static int Done(Refusal? refusal, ParseResult result, string ja, string en)
    {
        if (refusal is not null)
        {
            return Store.Refuse(refusal, result.InvocationConfiguration.Error);
        }

        result.InvocationConfiguration.Output.WriteLine(RegulationCommand.Say(ja, en));
        return ExitCode.Fine;
    }
}
