using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirase.Core;
using Shirase.Outbox;
using Shirase.People;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Operations;

/// <summary>処理の一覧: what the system does by itself for this body, by state, with another try for what failed.</summary>
public sealed class JobsModel(JobLedger ledger, SignedInAccessor signedIn, TimeProvider clock, IText text) : PageModel
{
    private const int OfAPage = 50;

    [BindProperty(SupportsGet = true)]
    public JobFilter Filter { get; set; } = new();

    public IReadOnlyList<Job> Jobs { get; private set; } = [];

    public IReadOnlyDictionary<JobState, int> Counts { get; private set; } = new Dictionary<JobState, int>();

    public IReadOnlyList<SelectListItem> States { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Total + OfAPage - 1) / OfAPage);

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public string Address => "/operations/jobs" + QueryString.Create(
        [KeyValuePair.Create("Filter.State", Filter.State?.ToString()), KeyValuePair.Create("Filter.Kind", Filter.Kind),
            KeyValuePair.Create("Filter.Subject", Filter.Subject)]).Value + "&p={0}";

    private BodyId Body => signedIn.Required.Body;

    public Task OnGetAsync(int? p, CancellationToken ct) => ShowAsync(p ?? 1, ct);

    public async Task<IActionResult> OnPostReplayAsync(Guid id, CancellationToken ct)
    {
        var refusal = await ledger.ReplayAsync(Body, id, signedIn.Required.Staff, ct);
        if (refusal is null)
        {
            return this.Done(text["Operations.Replayed"], "/operations/jobs");
        }

        await ShowAsync(1, ct);
        return this.Refused(refusal);
    }

    /// <summary>What people call a kind of job; its own name where nobody gave it one.</summary>
    public string WordOf(string kind) => text.Find($"Operations.Kind.{kind}") ?? kind;

    public bool MayReplay(Job job) => job.StateAt(Now) is var state && (state == JobState.GivenUp || (state is JobState.Due or JobState.Later && job.Failures > 0));

    private async Task ShowAsync(int page, CancellationToken ct)
    {
        // An id that is none finds nothing
        var subject = Filter.Subject?.Trim() is { Length: > 0 } typed ? Guid.TryParse(typed, out var id) ? id : Guid.Empty : (Guid?)null;
        var query = new JobQuery(Body, Filter.State, Filter.Kind, subject);
        Counts = await ledger.CountAsync(Body, ct);
        Kinds = [new(text["Operations.Any"], ""), .. (await ledger.KindsAsync(Body, ct)).Select(k => new SelectListItem(WordOf(k), k))];
        States = [new(text["Operations.Any"], ""), .. Enum.GetValues<JobState>().Select(s => new SelectListItem($"{text[$"Operations.Job{s}"]}（{Counts[s]}）", s.ToString()))];
        (_, Total) = await ledger.ListAsync(query, 0, 0, ct);
        Number = Math.Clamp(page, 1, Pages);
        (Jobs, _) = await ledger.ListAsync(query, (Number - 1) * OfAPage, OfAPage, ct);
    }
}

public sealed class JobFilter
{
    [Display(Name = "Operations.State")]
    public JobState? State { get; set; }

    [Display(Name = "Operations.Kind")]
    public string? Kind { get; set; }

    [Display(Name = "Operations.Id")]
    public string? Subject { get; set; }
}
