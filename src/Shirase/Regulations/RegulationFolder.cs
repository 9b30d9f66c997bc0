using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Reading;

namespace Shirase.Regulations;

/// <summary>The folder <c>regulations/</c>: reads its files and says everything that is wrong with them, never with an exception.</summary>
public static class RegulationFolder
{
    /// <summary>Largest file that is read: 1 MB. The longest document at hand takes a tenth of it.</summary>
    public const int LargestFile = 1_048_576;

    /// <summary>Reads all regulation files of a folder.</summary>
    /// <param name="folder">The folder; files are <c>*.yaml</c>, without those of examples (<c>*.examples.yaml</c>).</param>
    /// <param name="vocabulary">The checks, gates and controls that files may name.</param>
    /// <returns>The library, which governs nothing while there are problems, and the problems.</returns>
    public static (RegulationLibrary Library, IReadOnlyList<RegulationProblem> Problems) Load(string folder, RegulationVocabulary vocabulary)
    {
        var (files, problem) = FilesOf(folder);
        return problem is null ? RegulationLibrary.Of([.. files.Select(f => Read(f, vocabulary))]) : (RegulationLibrary.Empty, [problem]);
    }

    /// <summary>Reads the named files as one library, such as a draft beside the version in force.</summary>
    public static (RegulationLibrary Library, IReadOnlyList<RegulationProblem> Problems) Load(
        IEnumerable<string> files, RegulationVocabulary vocabulary) =>
        RegulationLibrary.Of([.. files.Select(f => Read(f, vocabulary))]);

    /// <summary>The regulation files of a folder in alphabetical order, or why there are none.</summary>
    public static (IReadOnlyList<string> Files, RegulationProblem? Problem) FilesOf(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return ([], new RegulationProblem(folder, 0, FileWrongs.FolderNotThere));
        }

        try
        {
            IReadOnlyList<string> files =
            [
                .. Directory.EnumerateFiles(folder, "*.yaml")
                    .Where(f => !f.EndsWith(".examples.yaml", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
            return (files, files.Count == 0 ? new RegulationProblem(folder, 0, FileWrongs.NoFiles) : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], new RegulationProblem(folder, 0, FileWrongs.Unreadable(e.GetType().Name)));
        }
    }

    /// <summary>Reads one file.</summary>
    public static RegulationReading Read(string file, RegulationVocabulary vocabulary)
    {
        try
        {
            if (!File.Exists(file))
            {
                return Refused(file, 0, FileWrongs.NotThere);
            }

            // One byte more than allowed is enough to see that a file is too large, whatever its length claims to be
            using var stream = File.OpenRead(file);
            var bytes = new byte[LargestFile + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return Read(file, bytes.AsSpan(0, length), vocabulary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused(file, 0, FileWrongs.Unreadable(e.GetType().Name));
        }
    }

    /// <summary>Reads the bytes of one file, such as an upload.</summary>
    public static RegulationReading Read(string file, ReadOnlySpan<byte> bytes, RegulationVocabulary vocabulary)
    {
        if (bytes.Length > LargestFile)
        {
            return Refused(file, 0, FileWrongs.TooLarge(LargestFile));
        }

        var (root, wrongs) = YamlTree.Read(bytes);
        var notation = wrongs.Select(w => new RegulationProblem(file, w.Line, w.Wrong));
        if (root is null)
        {
            return new RegulationReading(file, 0, null, [.. notation]);
        }

        var reading = new RegulationReader(vocabulary).Read(file, root);
        return wrongs.Count == 0
            ? reading
            : reading with { Regulation = null, Problems = [.. notation.Concat(reading.Problems).OrderBy(p => p.Line)] };
    }

    private static RegulationReading Refused(string file, int line, Wrong wrong) =>
        new(file, 0, null, [new RegulationProblem(file, line, wrong)]);
}
