using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shirase.Core.Regulations;
using Shirase.Regulations;

namespace Shirase.Cli;

/// <summary><c>shirase regulation list | show | lint | coverage | replay</c>: what the regulations say, how far they are carried, and what an amendment would change.</summary>
public static partial class RegulationCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static Command Create(RegulationVocabulary vocabulary)
    {
        var folder = FolderOption();
        var format = new Option<string>("--format")
        {
            Description = "text or json.",
            DefaultValueFactory = _ => "text",
            Recursive = true,
        };
        format.AcceptOnlyFromAmong("text", "json");
        var asked = new Asked(vocabulary, folder, format);
        return new Command("regulation", "規程 / The regulations: list, show, lint, coverage, replay.")
        {
            folder, format, List(asked), Show(asked), Lint(asked), CoverageOf(asked), ReplayOf(asked, new Store(vocabulary)),
        };
    }

    /// <summary>Where the regulation files lie; beside the program unless said otherwise.</summary>
    internal static Option<string> FolderOption() => new("--regulations")
    {
        Description = "Folder of the regulation files (default: those of this installation).",
        DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, "regulations"),
        Recursive = true,
    };

    /// <summary>Runs an act on the library, or says what is wrong with the files.</summary>
    private static int WithLibrary(Asked asked, ParseResult result, Func<Inquiry, int> act)
    {
        var folder = result.GetValue(asked.Folder)!;
        var (library, problems) = RegulationFolder.Load(folder, asked.Vocabulary);
        var inquiry = new Inquiry(
            library, folder, result.GetValue(asked.Format) == "json", result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        foreach (var problem in problems)
        {
            inquiry.Error.WriteLine(problem.In(Language));
        }

        return problems.Count > 0 ? ExitCode.BadInput : act(inquiry);
    }

    /// <summary>The regulation of that name in the version that was written last, or null after a sentence on standard error.</summary>
    private static Regulation? Latest(Inquiry inquiry, string slug)
    {
        if (inquiry.Library.Versions(slug) is [.., var latest])
        {
            return latest;
        }

        inquiry.Error.WriteLine(Say(
            $"「{slug}」という規程はありません。次から選んでください：{string.Join(", ", inquiry.Library.Slugs)}",
            $"There is no regulation \"{slug}\". Choose one of: {string.Join(", ", inquiry.Library.Slugs)}"));
        return null;
    }

    internal static string Language =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? "en" : "ja";

    internal static string Say(string ja, string en) => Language == "en" ? en : ja;

    private static int WriteJson<T>(TextWriter output, T value)
    {
        output.WriteLine(JsonSerializer.Serialize(value, Json));
        return ExitCode.Fine;
    }

    private sealed record Asked(RegulationVocabulary Vocabulary, Option<string> Folder, Option<string> Format);

    private sealed record Inquiry(RegulationLibrary Library, string Folder, bool AsJson, TextWriter Output, TextWriter Error);
}
