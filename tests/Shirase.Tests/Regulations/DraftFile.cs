using Shirase.TestKit;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>A draft of the next version of the sample police's guidelines: the file in force with some of its lines changed.</summary>
internal static class DraftFile
{
    /// <summary>Writes the draft into a folder.</summary>
    /// <param name="changes">What stands there, and what is to stand there instead.</param>
    public static string Write(string folder, params (string Was, string Is)[] changes)
    {
        var text = File.ReadAllText(Path.Combine(Places.Regulations, "gunma-police-x.yaml"));
        foreach (var (was, now) in changes.Prepend(("id: \"2023\"\n", "id: \"2027\"\n")).Prepend(("from: 2023-08-01", "from: 2027-04-01")))
        {
            Assert.Contains(was, text, StringComparison.Ordinal);
            text = text.Replace(was, now, StringComparison.Ordinal);
        }

        var file = Path.Combine(folder, $"gunma-police-x.{Guid.NewGuid():n}.yaml");
        File.WriteAllText(file, text);
        return file;
    }
}
