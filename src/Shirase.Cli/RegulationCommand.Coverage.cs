using System.CommandLine;
using Shirase.Core.Regulations;
using Shirase.Regulations;

namespace Shirase.Cli;

public static partial class RegulationCommand
{
    private static Command CoverageOf(Asked asked)
    {
        var slug = new Argument<string?>("SLUG") { Description = "Short name of one regulation.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("coverage", "条項ごとの担い手と試験 / What carries each clause, and which tests prove it.") { slug };
        command.SetAction(result => WithLibrary(asked, result, inquiry =>
        {
            if (result.GetValue(slug) is not { } one)
            {
                return WriteCoverage(inquiry, [.. inquiry.Library.Slugs.Select(s => inquiry.Library.Versions(s)[^1])]);
            }

            return Latest(inquiry, one) is { } regulation ? WriteCoverage(inquiry, [regulation]) : ExitCode.BadInput;
        }));
        return command;
    }

    private static int WriteCoverage(Inquiry inquiry, IReadOnlyList<Regulation> regulations)
    {
        var all = regulations.Select(r => (r.Slug, Clauses: ClauseCoverage.Of(r, ClauseTests.Read(inquiry.Folder, r.Slug)))).ToList();
        if (inquiry.AsJson)
        {
            return WriteJson(inquiry.Output, new
            {
                regulations = all.Select(r => new
                {
                    regulation = r.Slug,
                    clauses = r.Clauses.Select(c => new
                    {
                        id = c.Clause.Id,
                        kinds = c.Clause.Kinds,
                        controls = c.Clause.CarriedBy,
                        tests = c.Tests,
                        statement = c.Clause.Statement,
                        planned = c.Clause.Planned,
                    }),
                }),
            });
        }

        foreach (var (slug, clauses) in all)
        {
            WriteCoverage(inquiry.Output, slug, clauses);
        }

        return ExitCode.Fine;
    }

    private static void WriteCoverage(TextWriter output, string slug, IReadOnlyList<ClauseCoverage> clauses)
    {
        output.WriteLine(slug);
        foreach (var c in clauses)
        {
            var parts = new[]
            {
                string.Join(", ", c.Clause.CarriedBy),
                c.Clause.Planned is { } room ? Say($"予定 {room}", $"planned in {room}") : "",
                c.Clause.Statement is { } why ? Say($"宣言 {why}", $"statement: {why}") : "",
                c.Tests.Count > 0 ? Say($"試験{c.Tests.Count}件", $"{c.Tests.Count} test(s)") : "",
            };
            output.WriteLine($"  {c.Clause.Id,-16} {Name(c.Standing),-9} {string.Join(" | ", parts.Where(p => p.Length > 0))}");
        }

        var unproved = clauses.Where(c => c.IsUnproved).Select(c => c.Clause.Id).ToList();
        if (unproved.Count > 0)
        {
            output.WriteLine(Say($"試験のない条項 {unproved.Count}：", $"Without a test {unproved.Count}: ") + string.Join(", ", unproved));
        }

        var counts = Enum.GetValues<Standing>().Select(s => $"{Name(s)} {clauses.Count(c => c.Standing == s)}");
        output.WriteLine($"{string.Join(", ", counts)}, {Say("合計", "total")} {clauses.Count}");
    }

    private static string Name(Standing standing) => standing switch
    {
        Standing.Carried => Say("実施", "carried"),
        Standing.Partly => Say("一部実施", "partly"),
        Standing.Planned => Say("予定", "planned"),
        _ => Say("宣言", "statement"),
    };
}
