namespace Shirase.Core.Regulations;

/// <summary>Something wrong with a regulation file, for the person who wrote it.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Line">Line, counted from 1; 0 for the file as a whole.</param>
/// <param name="Wrong">What is wrong and what to do.</param>
public sealed record RegulationProblem(string File, int Line, Wrong Wrong)
{
    /// <summary>One line for a terminal: file, line, what is wrong, what to do.</summary>
    public string In(string language)
    {
        var place = Line > 0 ? $"{File}:{Line}" : File;
        return $"{place}: {Wrong.What.In(language)} {Wrong.Remedy.In(language)}";
    }
}

/// <summary>What is wrong with a piece of a file, without its place. <see cref="Reading.Wrongs"/> lists them all.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Wrong(Localized What, Localized Remedy);
