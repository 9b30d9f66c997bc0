using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.People;
using Shirase.Posts;
using Shirase.Storage;
using Shirase.Text;

namespace Shirase.Cli;

/// <summary><c>shirase post …</c>: the everyday acts on cases as the owner of a token, through the same use cases and the same gate.</summary>
internal static partial class PostCommand
{
    // Beyond it the person uses the search on the pages
    private const int MostLookedAt = 2_000;

    public static Command Create(Store store)
    {
        var bearer = new Bearer();
        var command = new Command("post", "投稿 / Cases, as the owner of an interface token: list, show, draft, file, approve, return, publish, remove.")
        {
            List(store, bearer), Show(store, bearer), Draft(store, bearer), FileIt(store, bearer), Approve(store, bearer), Return(store, bearer), Publish(store, bearer), Remove(store, bearer),
            bearer.Option,
        };
        foreach (var option in store.Options)
        {
            command.Add(option);
        }

        return command;
    }

    private static Argument<Guid> Id() => new("ID") { Description = "Id of the case." };

    private static Option<string?> Why(string description) => new("--why") { Description = description };

    /// <summary>Runs an act on one case within the token's reach and answers the case as it stands then: 0 done, 1 refused by the rules, 2 bad input.</summary>
    private static Task<int> OnCaseAsync(
        Store store, Bearer bearer, ParseResult result, string scope, PostApplicationId id, Func<IServiceProvider, Who, Task<Refusal?>> act, CancellationToken ct) =>
        store.WithPostsAsync(result, services => bearer.ActAsync(result, services, scope, async (holder, who) =>
        {
            if (await OpenAsync(services, holder, id, ct) is null)
            {
                return Store.Refuse(new CaseNotFound(), result.InvocationConfiguration.Error);
            }

            services.GetRequiredService<CaseReader>().Forget();
            if (await act(services, who) is { } refusal)
            {
                return RefuseByRule(refusal, result);
            }

            services.GetRequiredService<ShiraseDb>().Forget();
            return Answer(result, CaseBrief.Of((await OpenAsync(services, holder, id, ct))!.Application));
        }, ct), ct);

    private static async Task<OpenCase?> OpenAsync(IServiceProvider services, TokenHolder holder, PostApplicationId id, CancellationToken ct) =>
        await services.GetRequiredService<CaseReader>().OpenAsync(id, ct) is { } open && open.IsVisibleTo(holder.Person.Staff) && holder.Reaches(open.Unit.Id) ? open : null;

    private static int Answer<T>(ParseResult result, T value)
    {
        result.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(value, ProgramJson.Options));
        return ExitCode.Fine;
    }

    private static int RefuseByRule(Refusal refusal, ParseResult result)
    {
        var clause = refusal.Clause is null ? "" : $"（{refusal.Clause}）";
        result.InvocationConfiguration.Error.WriteLine($"{refusal.Text.In(RegulationCommand.Language)}{clause}");
        return ExitCode.Findings;
    }

    private static Command List(Store store, Bearer bearer)
    {
        var limit = new Option<int>("--limit") { Description = "At most so many, 1-200 (default: 50).", DefaultValueFactory = _ => 50 };
        limit.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 1 or > 200)
            {
                r.AddError(RegulationCommand.Say("--limit は1から200までの数で指定してください。", "Give --limit from 1 to 200."));
            }
        });
        var list = new Command("list", "申請の一覧（新しい順） / Lists the cases the person may see, the newest first.") { limit };
        list.SetAction((result, ct) => store.WithPostsAsync(result, services => bearer.ActAsync(result, services, Scope.PostsRead, async (holder, who) =>
        {
            var (db, reader) = (services.GetRequiredService<ShiraseDb>(), services.GetRequiredService<CaseReader>());
            var found = new List<CaseBrief>();
            foreach (var id in await db.Applications.AsNoTracking().Where(a => a.Body == who.Body).OrderByDescending(a => a.CreatedAt).Select(a => a.Id).Take(MostLookedAt).ToListAsync(ct))
            {
                if (await OpenAsync(services, holder, id, ct) is { } open)
                {
                    found.Add(CaseBrief.Of(open.Application));
                }

                reader.Forget();
                if (found.Count == result.GetValue(limit))
                {
                    break;
                }
            }

            return Answer(result, found);
        }, ct), ct));
        return list;
    }

    private static Command Show(Store store, Bearer bearer)
    {
        var id = Id();
        var show = new Command("show", "申請を表示する / Shows a case with its content and course.") { id };
        show.SetAction((result, ct) => store.WithPostsAsync(result, services => bearer.ActAsync(result, services, Scope.PostsRead, async (holder, who) =>
        {
            if (await OpenAsync(services, holder, new PostApplicationId(result.GetValue(id)), ct) is not { } open)
            {
                return Store.Refuse(new CaseNotFound(), result.InvocationConfiguration.Error);
            }

            var a = open.Application;
            if (!open.IsOfUnit(who.Staff))
            {
                // That somebody outside the unit looked is journalled, whatever he looked with (gx-13-3-2)
                var db = services.GetRequiredService<ShiraseDb>();
                db.Record(who.Body, new Act(who.Staff, services.GetRequiredService<CaseReader>().Now), "application.viewed", $"application/{a.Id}", new { clause = "gx-13-3-2" });
                await db.SaveChangesAsync(ct);
            }

            return Answer(result, new
            {
                @case = CaseBrief.Of(a),
                content = PostBody.Of(a.Current.Content),
                outgoingText = ComposedText.Of(a.Current.Content, open.Regulation.Composition),
                decisions = a.Decisions.OrderBy(d => d.Order).Select(d => new { d.Step, d.Verb, by = d.By.Value, d.At, d.Opinion, d.Clause }),
                openAttestations = a.OpenAttestations(open.Regulation, a.Step.Length == 0 ? "application" : a.Step).Select(t => new { t.Id, statement = t.Statement.In(RegulationCommand.Language), t.Clause }),
            });
        }, ct), ct));
        return show;
    }
}
