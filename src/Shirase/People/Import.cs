using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirase.Core;
using Shirase.Core.People;
using Shirase.Core.Text;
using Shirase.Storage;

namespace Shirase.People;

/// <summary>What an import did: the number of lines entered, or every problem and nothing entered.</summary>
public sealed record Imported(int Lines, IReadOnlyList<ImportProblem> Problems);

/// <summary>
/// Takes staff and transfers (人事異動) from a table. Problems are told together with their lines; one problem and nothing is
/// entered. Columns: ログイン名, 氏名, 氏名（英字）, 所属コード, 役職, 係, 階級, 所属長 (○ or empty), 発令日.
/// </summary>
public sealed class Import(ShiraseDb db, RegisterStaff register, TransferStaff transfer)
{
    public static readonly IReadOnlyList<string> StaffColumns =
        ["ログイン名", "氏名", "氏名（英字）", "所属コード", "役職", "係", "階級", "所属長", "発令日"];

    public static readonly IReadOnlyList<string> TransferColumns = ["ログイン名", "所属コード", "役職", "係", "階級", "所属長", "発令日"];

    /// <summary>Most problems that are told at once; a file with more is another file than it should be. Ours.</summary>
    public const int MostProblems = 200;

    private static readonly string[] DayForms = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日", "yyyy.M.d"];

    public Task<Imported> StaffAsync(Doer doer, Stream file, CancellationToken ct) =>
        RunAsync(doer, file, StaffColumns, async (line, posting) =>
            (await register.EnterAsync(doer, new(line["ログイン名"], line["氏名"], line["氏名（英字）"]), posting, ct)).Refusal, ct);

    public Task<Imported> TransfersAsync(Doer doer, Stream file, CancellationToken ct) =>
        RunAsync(doer, file, TransferColumns, async (line, posting) =>
        {
            var login = line["ログイン名"];
            var staff = await db.Staff.Where(s => s.Body == doer.Body && s.LoginName == login).Select(s => (StaffId?)s.Id).SingleOrDefaultAsync(ct);
            return staff is { } id ? await transfer.EnterAsync(doer, id, posting, ct) : new NoSuchPerson(login);
        }, ct);

    private async Task<Imported> RunAsync(
        Doer doer, Stream file, IReadOnlyList<string> columns, Func<CsvLine, PostingFacts, Task<Refusal?>> enter, CancellationToken ct)
    {
        var (lines, wrong) = await CsvTable.ReadAsync(file, columns, ct);
        if (wrong is not null)
        {
            return new Imported(0, [wrong]);
        }

        await using var change = await db.BeginChangeAsync(doer.Body, ct);
        var units = await db.Units.Where(u => u.Body == doer.Body).ToDictionaryAsync(u => u.Code, u => u.Id, StringComparer.Ordinal, ct);
        var problems = new List<ImportProblem>();
        foreach (var line in lines)
        {
            var (posting, refusals) = PostingOf(line, units);
            if (posting is not null && await enter(line, posting) is { } refusal)
            {
                refusals = [refusal];
            }

            problems.AddRange(refusals.Select(r => new ImportProblem(line.Line, r.Text)));
            if (problems.Count >= MostProblems)
            {
                problems.Add(new(0, new(
                    $"誤りが{MostProblems}件に達したため、{line.Line}行目で確認をやめました。直してから、もう一度取り込んでください。",
                    $"Checking stopped at line {line.Line} after {MostProblems} problems. Correct them and import again.")));
                break;
            }
        }

        if (problems.Count == 0)
        {
            db.Record(doer, "staff.imported", $"body/{doer.Body}", new { lines = lines.Count });
            await db.SaveChangesAsync(ct);
            await change.CommitAsync(ct);
            return new Imported(lines.Count, []);
        }

        // What was prepared for the good lines must not be saved by anybody later in this scope
        db.Forget();
        return new Imported(0, problems);
    }

    private static (PostingFacts? Posting, List<Refusal> Refusals) PostingOf(CsvLine line, Dictionary<string, UnitId> units)
    {
        var refusals = new List<Refusal>();
        if (!units.TryGetValue(line["所属コード"], out var unit))
        {
            refusals.Add(new NoSuchUnit(line["所属コード"]));
        }

        var rank = RankWords.Read(line["階級"]);
        if (rank is null)
        {
            refusals.Add(new RankIsUnknown(line["階級"]));
        }

        if (!DateOnly.TryParseExact(line["発令日"], DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !JapaneseDate.IsMeant(from))
        {
            refusals.Add(new DayIsUnreadable(line["発令日"]));
        }

        var isHead = line["所属長"] is not ("" or "0" or "×" or "いいえ");
        return refusals.Count > 0 ? (null, refusals)
            : (new PostingFacts(unit, line["役職"], line["係"], rank!.Value, isHead, from), refusals);
    }
}

public sealed record DayIsUnreadable(string Typed) : Refusal(new Localized(
    $"「{Typed}」は日付として読めません。2026-04-01 のように書いてください。", $"\"{Typed}\" is not a day; write it like 2026-04-01."));
