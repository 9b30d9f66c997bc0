using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Shirase.Core.Tests.Text.TwitterText;

/// <summary>X's own library (npm twitter-text) in a node beside the tests; where either is absent the test is skipped by name.</summary>
internal sealed class TwitterTextLibrary : IDisposable
{
    private readonly Process _node;

    private TwitterTextLibrary(Process node) => _node = node;

    public static TwitterTextLibrary StartOrSkip()
    {
        var folder = Environment.GetEnvironmentVariable("SHIRASE_TWITTER_TEXT");
        if (string.IsNullOrEmpty(folder) || Script() is not { } script)
        {
            Assert.Skip("twitter-text is not at hand; ./test installs it and sets SHIRASE_TWITTER_TEXT to its folder.");
            throw new UnreachableException();
        }

        return new(Process.Start(new ProcessStartInfo("node", [script, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        })!);
    }

    /// <summary>One answer for each text, as the script beside tests/servers writes it.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<string> texts)
    {
        var writing = Task.Run(() =>
        {
            foreach (var text in texts)
            {
                _node.StandardInput.WriteLine(Escaped(text));
            }

            _node.StandardInput.Flush();
        });
        var answers = new List<string>(texts.Count);
        while (answers.Count < texts.Count)
        {
            answers.Add(await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("node ended; see its message above."));
        }

        await writing;
        return answers;
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    // Unit by unit, so that half a surrogate pair arrives as it is
    private static string Escaped(string text)
    {
        var line = new StringBuilder("\"");
        foreach (var c in text)
        {
            _ = c is >= ' ' and <= '~' and not ('"' or '\\') ? line.Append(c) : line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return line.Append('"').ToString();
    }

    private static string? Script()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var script = Path.Combine(folder.FullName, "tests", "servers", "twittertext.mjs");
            if (File.Exists(script))
            {
                return script;
            }
        }

        return null;
    }
}
