using System.CommandLine;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Regulations;
using Shirase.Text;

namespace Shirase.Cli;

/// <summary><c>shirase check FILE… --regulation SLUG</c>: what a regulation finds in messages.</summary>
internal static partial class CheckCommand
{
    public static Command Create(RegulationVocabulary vocabulary)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "メッセージのファイル（YAML・JSON）、- は標準入力 / Files of messages (YAML or JSON); - is standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var regulation = new Option<string>("--regulation")
        {
            Description = "規程の名前 / Name of the regulation, such as gunma-police-x.",
            Required = true,
        };
        var at = new Option<string?>("--at")
        {
            Description = "この時点で確かめる（2026-06-12T10:00、時差がなければ日本時間） / Moment of the check; Japan's time without an offset. Default: now.",
        };
        var format = new Option<string>("--format")
        {
            Description = "json (default) or text.",
            DefaultValueFactory = _ => "json",
        };
        format.AcceptOnlyFromAmong("json", "text");
        var folder = RegulationCommand.FolderOption();
        var command = new Command("check", "メッセージを規程で確かめる / Checks messages under a regulation.") { files, regulation, at, format, folder };
        command.SetAction(result => Run(
            new Inquiry(
                result.GetValue(files)!,
                result.GetValue(regulation)!,
                result.GetValue(at),
                result.GetValue(format) == "json",
                result.GetValue(folder)!),
            vocabulary,
            result.InvocationConfiguration.Output,
            result.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(Inquiry asked, RegulationVocabulary vocabulary, TextWriter output, TextWriter error)
    {
        var now = TimeProvider.System.GetUtcNow().ToOffset(JapanTime.Offset);
        if (asked.At is { } written && !JapanTime.TryParse(written, out now))
        {
            error.WriteLine(
                $"--at の日時「{written}」を読めません。「2026-06-12T10:00:00+09:00」の形で書いてください。"
                + $" / The time \"{written}\" of --at cannot be read. Write it like 2026-06-12T10:00:00+09:00.");
            return ExitCode.BadInput;
        }

        if (RegulationOf(asked, vocabulary, now, error) is not { } regulation || Messages(asked.Files, error) is not { } messages)
        {
            return ExitCode.BadInput;
        }

        var evaluator = new Evaluator(TextChecks.All);
        var results = messages.Select(m => new Checked(m, evaluator.Evaluate(regulation, m.Subject(now)))).ToList();
        if (asked.AsJson)
        {
            WriteJson(output, results);
        }
        else
        {
            WriteText(output, results);
        }

        output.Flush();
        return results.Exists(r => r.Findings.Any(f => f.Effect is Effect.Refuse or Effect.Hold)) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static Regulation? RegulationOf(Inquiry asked, RegulationVocabulary vocabulary, DateTimeOffset now, TextWriter error)
    {
        var (library, problems) = RegulationFolder.Load(asked.Folder, vocabulary);
        foreach (var problem in problems)
        {
            error.WriteLine(problem.In(RegulationCommand.Language));
        }

        if (problems.Count > 0)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(now.DateTime);
        if (library.InForce(asked.Regulation, day) is { } found)
        {
            return found;
        }

        error.WriteLine(library.Versions(asked.Regulation).Count > 0
            ? $"規程「{asked.Regulation}」は{day:yyyy-MM-dd}には施行されていません。--at で施行中の日を指定してください。"
                + $" / The regulation \"{asked.Regulation}\" is not in force on {day:yyyy-MM-dd}. Name a day with --at on which it is."
            : $"「{asked.Regulation}」という規程はありません。次から選んでください：{string.Join(", ", library.Slugs)}"
                + $" / There is no regulation \"{asked.Regulation}\". Choose one of: {string.Join(", ", library.Slugs)}");
        return null;
    }

    private static List<Message>? Messages(IEnumerable<string> files, TextWriter error)
    {
        var messages = new List<Message>();
        var isFine = true;
        foreach (var file in files)
        {
            if (BytesOf(file, error) is not { } bytes)
            {
                isFine = false;
                continue;
            }

            var (found, problems) = MessageFile.Read(file, bytes);
            messages.AddRange(found);
            foreach (var problem in problems)
            {
                isFine = false;
                error.WriteLine(problem.In(RegulationCommand.Language));
            }
        }

        return isFine ? messages : null;
    }

    private static byte[]? BytesOf(string file, TextWriter error)
    {
        try
        {
            using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            using var held = new MemoryStream();
            var part = new byte[64 * 1024];

            // One part more than may be read is enough to see that it is too large
            for (var n = stream.Read(part); n > 0 && held.Length <= MessageFile.Largest; n = stream.Read(part))
            {
                held.Write(part, 0, n);
            }

            return held.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error.WriteLine(
                $"ファイル「{file}」を読めません。名前と読み取りの権限を確かめてください。"
                + $" / The file \"{file}\" cannot be read ({e.GetType().Name}). Check its name and the permission to read it.");
            return null;
        }
    }

    private sealed record Inquiry(string[] Files, string Regulation, string? At, bool AsJson, string Folder);

    private sealed record Checked(Message Message, IReadOnlyList<Finding> Findings);
}
