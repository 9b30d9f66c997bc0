using System.CommandLine;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Text;

namespace Shirase.Cli;

internal static partial class PostCommand
{
    private static Command Draft(Store store, Bearer bearer)
    {
        var file = new Argument<string>("FILE") { Description = "The content as JSON in the shape of the API; - is standard input." };
        var draft = new Command("draft", "下書きを作る / Begins a draft from a file.") { file };
        draft.SetAction((result, ct) => store.WithPostsAsync(result, services => bearer.ActAsync(result, services, Scope.PostsDraft, async (holder, who) =>
        {
            var (body, wrong) = await ContentAsync(result.GetValue(file)!, ct);
            if (body is null)
            {
                await result.InvocationConfiguration.Error.WriteLineAsync(wrong);
                return ExitCode.BadInput;
            }

            if (holder.Person.Unit is not { } unit || !holder.Reaches(unit))
            {
                return RefuseByRule(new NotOfThisUnit(), result);
            }

            var content = body.Over(new PostContent());
            var begun = content.Value is { } given ? await services.GetRequiredService<Drafting>().BeginAsync(who, unit, given, ct) : content.Refusal!;
            if (begun.Refusal is { } refusal)
            {
                return RefuseByRule(refusal, result);
            }

            services.GetRequiredService<CaseReader>().Forget();
            return Answer(result, CaseBrief.Of((await OpenAsync(services, holder, begun.Value, ct))!.Application));
        }, ct), ct));
        return draft;
    }

    private static Command FileIt(Store store, Bearer bearer)
    {
        var id = Id();
        var confirm = new Option<string[]>("--confirm") { Description = "Id of a sentence the author confirms; may be repeated." };
        var why = Why("Reason for short notice.");
        var file = new Command("file", "決裁に回す / Files a draft for decision.") { id, confirm, why };
        file.SetAction((result, ct) => OnCaseAsync(store, bearer, result, Scope.PostsDraft, new(result.GetValue(id)), (s, w) =>
            s.GetRequiredService<Drafting>().SubmitAsync(new(result.GetValue(id)), w, result.GetValue(confirm) ?? [], result.GetValue(why), ct), ct));
        return file;
    }

    private static Command Approve(Store store, Bearer bearer)
    {
        var id = Id();
        var hash = new Option<string>("--hash") { Description = "Hash of the content that was read, as show tells it.", Required = true };
        var confirm = new Option<string[]>("--confirm") { Description = "Id of a sentence of the step that is confirmed; may be repeated." };
        var why = Why("Opinion, or the reason of a deputy.");
        var approve = new Command("approve", "承認する / Approves exactly the content that was read.") { id, hash, confirm, why };
        approve.SetAction((result, ct) => OnCaseAsync(store, bearer, result, Scope.PostsDecide, new(result.GetValue(id)), (s, w) =>
            s.GetRequiredService<Deciding>().ApproveAsync(new(result.GetValue(id)), w, result.GetValue(confirm) ?? [], result.GetValue(why), result.GetValue(hash), ct), ct));
        return approve;
    }

    private static Command Return(Store store, Bearer bearer)
    {
        var id = Id();
        var why = new Option<string>("--why") { Description = "The reason.", Required = true };
        var code = new Option<string>("--reason-code") { Description = "Code of the regulation, in the examination.", DefaultValueFactory = _ => "" };
        var back = new Command("return", "差し戻す / Returns a case to its author.") { id, why, code };
        back.SetAction((result, ct) => OnCaseAsync(store, bearer, result, Scope.PostsDecide, new(result.GetValue(id)), (s, w) =>
            s.GetRequiredService<Deciding>().ReturnAsync(new(result.GetValue(id)), w, result.GetValue(code)!, result.GetValue(why), ct), ct));
        return back;
    }

    private static Command Publish(Store store, Bearer bearer)
    {
        var id = Id();
        var at = new Option<DateTimeOffset?>("--at") { Description = "When, with an offset, such as 2026-06-18T10:00:00+09:00 (default: now)." };
        var publish = new Command("publish", "投稿する / Publishes, through the gate, from this machine.") { id, at };
        publish.SetAction((result, ct) => OnCaseAsync(store, bearer, result, Scope.PostsPublish, new(result.GetValue(id)), async (s, w) =>
        {
            // The command line runs on the server itself: what a request from this machine would be (gx-11-2)
            var terminal = await s.GetRequiredService<TerminalIdentity>().IdentifyAsync(w.Body, w.Staff, IPAddress.Loopback, null, s.GetRequiredService<CaseReader>().Now, ct);
            return await s.GetRequiredService<Publishing>().OrderAsync(new(result.GetValue(id)), w, terminal, result.GetValue(at), ct);
        }, ct));
        return publish;
    }

    private static Command Remove(Store store, Bearer bearer)
    {
        var id = Id();
        var why = Why("Why it is deleted.");
        var remove = new Command("remove", "直ちに削除する / Deletes at once wherever it stands.") { id, why };
        remove.SetAction((result, ct) => OnCaseAsync(store, bearer, result, Scope.PostsRemove, new(result.GetValue(id)), (s, w) =>
            s.GetRequiredService<Removing>().OrderAsync(new(result.GetValue(id)), w, result.GetValue(why), ct), ct));
        return remove;
    }

    private static async Task<(PostBody? Body, string? Wrong)> ContentAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            return (await JsonSerializer.DeserializeAsync<PostBody>(stream, ProgramJson.Options, ct), RegulationCommand.Say("内容がありません。", "There is no content."));
        }
        catch (JsonException e)
        {
            return (null, RegulationCommand.Say($"{path} を読み取れません（{e.Path}）。項目の名前と型を確かめてください。", $"{path} cannot be read ({e.Path}); check names and types of the fields."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, RegulationCommand.Say($"{path} を読めません。場所と権限を確かめてください。", $"{path} cannot be read; check its place and permissions."));
        }
    }
}
