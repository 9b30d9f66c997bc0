using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirase.Core;
using Shirase.Core.Duties;
using Shirase.Duties;
using Shirase.People;
using Shirase.Posts;
using Shirase.Web.Access;
using Shirase.Web.Pages.Desk;
using Shirase.Web.Registers;
using Shirase.Web.Words;

namespace Shirase.Web.Pages.Duties;

/// <summary>自分の期限, and for the supervising office those of the whole body.</summary>
public sealed class IndexModel(DutyBoard board, KeepDuties keep, TerminalIdentity terminals, TimeProvider clock, SignedInAccessor me, IText text) : PageModel
{
    private static readonly string[] Columns = ["State", "Due", "Name", "About", "Owner", "Clause", "Opened", "Why", "Done", "By", "Outcome", "Evidence"];

    public static IReadOnlyList<string> Shows { get; } = ["open", "overdue", "done", "all"];

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public IReadOnlyList<DutyLine> Mine { get; private set; } = [];

    /// <summary>Those of the whole body, for who oversees it; else null.</summary>
    public IReadOnlyList<DutyLine>? All { get; private set; }

    public IReadOnlyList<OpenableDuty> Openable { get; private set; } = [];

    public IReadOnlyList<OnCallContact> OnCall { get; private set; } = [];

    public bool MayKeepOnCall => me.Required.IsAdministrator;

    public string Shown => Shows.Contains(Show) ? Show! : "open";

    /// <summary>What was typed into a form that was refused.</summary>
    public (string Of, string Words, string Evidence) Typed { get; private set; } = ("", "", "");

    /// <summary>What was chosen in a form that was refused.</summary>
    public (Guid Of, DutyAnswers Answers) Answers { get; private set; } = (Guid.Empty, new(null, []));

    public int? Chosen(Guid duty) => Answers.Of == duty ? Answers.Answers.Choice : null;

    public string? Found(Guid duty, int item) => Answers.Of == duty ? Answers.Answers.Items.ElementAtOrDefault(item) : null;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        return CsvFile.Of(
            "shirase-duties.csv", [.. Columns.Select(k => text[$"Duties.Csv.{k}"])],
            (All ?? Mine).Select(l => (IReadOnlyList<string>)
            [
                text[$"Duties.Standing.{l.Standing}"], Time(l.Duty.Due), l.Name.In(text.Language), l.About.In(text.Language), l.Owner.In(text.Language), l.Duty.Clause,
                Time(l.Duty.OpenedAt), l.Duty.Why, Time(l.Duty.ClosedAt), l.Closer?.In(text.Language) ?? "", Outcome(l), l.Duty.Evidence,
            ]));
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, string? outcome, string? evidence, int? choice, List<string?> items, CancellationToken ct)
    {
        Answers = (id, new(choice, items) { Terminal = await terminals.TerminalAsync(HttpContext, me.Required, clock.GetUtcNow(), ct) });
        var refusal = await keep.CloseAsync(new Who(me.Required.Staff, me.Required.Body), id, outcome, evidence, ct, Answers.Answers);
        return await AnswerAsync(refusal, id.ToString(), outcome, evidence, "Duties.Closed", ct);
    }

    public async Task<IActionResult> OnPostOpenAsync(string? regulation, string? rule, Guid? subject, string? why, CancellationToken ct)
    {
        var refusal = await keep.OpenAsync(new Who(me.Required.Staff, me.Required.Body), regulation, rule, subject, why, ct);
        return await AnswerAsync(refusal, $"{regulation}/{rule}", why, null, "Duties.Opened", ct);
    }

    /// <summary>What was done; the journal's verb in words where an event closed it.</summary>
    public string Outcome(DutyLine line) => line.Duty is { ClosedBy: null, ClosedAt: not null } ? text["Duties.ByEvent"] : line.Duty.Outcome;

    public string SuspendsWord(Duty duty) => text[$"Duties.Suspends.{duty.Suspends}"];

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string of, string? words, string? evidence, string said, CancellationToken ct)
    {
        if (refusal is null)
        {
            return this.Done(text[said], "/duties");
        }

        Typed = (of, words ?? "", evidence ?? "");
        await ShowAsync(ct);
        return this.Refused(refusal);
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var person = me.Required;
        Mine = await board.MineAsync(person, ct);
        var sees = Seats.Administrator | Seats.Auditor | Seats.OperationManager | Seats.OperationOfficer;
        All = (AccessGate.SeatsOf(person) & sees) != Seats.None || board.Oversees(person) ? await board.AllAsync(person, Shown, ct) : null;
        Openable = await board.OpenableAsync(person, ct);
        OnCall = await board.OnCallAsync(person.Body, ct);
    }

    private static string Time(DateTimeOffset? at) => at?.InJapan().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
