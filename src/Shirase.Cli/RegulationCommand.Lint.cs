using System.CommandLine;
using Shirase.Core.Regulations;
using Shirase.Regulations;

namespace Shirase.Cli;

public static partial class RegulationCommand
{
    private static Command Lint(Asked asked)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files or folders (default: the folder of --regulations).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new Command("lint", "規程ファイルの点検 / Says everything that is wrong with regulation files.") { paths };
        command.SetAction(result =>
        {
            var given = result.GetValue(paths);
            return LintAll(asked, result, given is { Length: > 0 } ? given : [result.GetValue(asked.Folder)!]);
        });
        return command;
    }

    private static int LintAll(Asked asked, ParseResult result, IReadOnlyList<string> paths)
    {
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var files = new List<string>();
        foreach (var path in paths)
        {
            var (found, problem) = File.Exists(path) ? ([path], null) : RegulationFolder.FilesOf(path);
            if (problem is not null)
            {
                error.WriteLine(problem.In(Language));
                return ExitCode.BadInput;
            }

            files.AddRange(found);
        }

        var (_, problems) = RegulationFolder.Load(files.Distinct(StringComparer.Ordinal), asked.Vocabulary);
        if (result.GetValue(asked.Format) == "json")
        {
            WriteJson(output, new { problems = problems.Select(p => new { file = p.File, line = p.Line, what = p.Wrong.What, remedy = p.Wrong.Remedy }) });
        }
        else
        {
            WriteProblems(output, problems, files.Count);
        }

        return problems.Count == 0 ? ExitCode.Fine : ExitCode.Findings;
    }

    private static void WriteProblems(TextWriter output, IReadOnlyList<RegulationProblem> problems, int files)
    {
        foreach (var problem in problems)
        {
            output.WriteLine(problem.In(Language));
        }

        output.WriteLine(problems.Count == 0
            ? Say($"{files}件のファイルに誤りはありません。", $"{files} file(s), nothing wrong.")
            : Say($"誤り{problems.Count}件", $"{problems.Count} problem(s)"));
    }
}
