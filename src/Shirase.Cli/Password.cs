using System.Text;

namespace Shirase.Cli;

/// <summary>Reads a password without showing it; never from an argument, which other users of the machine could see.</summary>
internal static class Password
{
    public static string? Read(TextWriter prompt)
    {
        if (Console.IsInputRedirected)
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            return input.ReadLine() is { Length: > 0 } line ? line : null;
        }

        prompt.Write(RegulationCommand.Say("パスワード: ", "Password: "));
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        prompt.WriteLine();
        return typed.Length > 0 ? typed.ToString() : null;
    }
}
