namespace Shirase.Core.Text;

/// <summary>
/// Full-width letters, digits and signs as their half-width ones, character by character: places in the folded text are
/// places in the original. For comparing only; what goes out is never folded.
/// </summary>
public static class Folding
{
    public static string Fold(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = Fold(from[i]);
        }
    });

    public static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' => ' ',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ => c,
    };
}
