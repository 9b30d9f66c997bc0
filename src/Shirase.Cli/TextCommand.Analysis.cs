using System.CommandLine;
using Shirase.Text;

namespace Shirase.Cli;

internal static partial class TextCommand
{
    private static Command Analysis()
    {
        var command = new Command("analysis", "氏名の解析に使うものを示す / Says what texts are analysed with for names of persons.");
        command.SetAction(result => Analysis(result.InvocationConfiguration.Output, NameAnalysis.Dictionary));
        return command;
    }

    private static int Analysis(TextWriter output, string? dictionary)
    {
        output.WriteLine(dictionary is null
            ? "MeCabがないため、氏名は辞書と文脈だけで探します。libmecab2とmecab-ipadic-utf8を入れると、まれな氏名も見つかります。"
                + " / MeCab is not installed: names are found by lexicon and context alone. Install libmecab2 and mecab-ipadic-utf8 to find rare ones."
            : $"MeCab（{dictionary}）と辞書・文脈で氏名を探します。 / Names are found by MeCab ({dictionary}), lexicon and context.");
        return ExitCode.Fine;
    }
}
