using Shirase.Core.Regulations;

namespace Shirase.Core.Accounts;

/// <summary>Looks at the words of a password before it is kept. Pure; what it is given is neither kept nor told.</summary>
public static class PasswordWords
{
    /// <summary>Most characters that are kept; no platform takes more.</summary>
    public const int Longest = 128;

    private const int ShortestName = 4;

    /// <summary>Characters that every platform takes and nobody mistakes for another.</summary>
    private const string Uppers = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lowers = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";
    private const string Symbols = "!#$%&*+-=?@_";

    /// <summary>What is wrong with it; null where it may be kept.</summary>
    /// <param name="names">Names of the account and the body, which it must not hold where the form says so.</param>
    public static Refusal? Wrong(string password, PasswordForm? form, IReadOnlyList<(PasswordOutcast Kind, string Name)> names)
    {
        if (password.Length == 0 || password.Length > Longest || password.Any(char.IsControl))
        {
            return new PasswordCannotBeKept();
        }

        if (form is null)
        {
            return null;
        }

        var named = names.Any(n => form.Without.Contains(n.Kind) && n.Name.Length >= ShortestName && password.Contains(n.Name, StringComparison.OrdinalIgnoreCase));
        return named || password.Length < form.Shortest || form.Kinds.Any(k => !password.Any(c => IsOf(k, c))) ? new PasswordFallsShort(form, named) : null;
    }

    /// <summary>A password that every form takes.</summary>
    /// <param name="next">A number from 0 up to below the given one, from a source that nobody can guess.</param>
    public static string Make(PasswordForm? form, Func<int, int> next)
    {
        var all = Uppers + Lowers + Digits + Symbols;
        string[] sorts = [Uppers, Lowers, Digits, Symbols];
        var made = sorts.Select(s => s[next(s.Length)]).Concat(Enumerable.Range(0, Math.Max(20, form?.Shortest ?? 0) - sorts.Length).Select(_ => all[next(all.Length)])).ToArray();
        for (var i = made.Length - 1; i > 0; i--)
        {
            var j = next(i + 1);
            (made[i], made[j]) = (made[j], made[i]);
        }

        return new(made);
    }

    /// <summary>The kinds in words: 英字・数字・記号.</summary>
    public static Localized Name(IReadOnlyList<CharacterKind> kinds) => new(
        string.Join('・', kinds.Select(k => NameOf(k).Ja)), string.Join(", ", kinds.Select(k => NameOf(k).En)));

    private static Localized NameOf(CharacterKind kind) => kind switch
    {
        CharacterKind.Letter => new("英字", "a letter"),
        CharacterKind.Upper => new("英大文字", "a capital"),
        CharacterKind.Lower => new("英小文字", "a small letter"),
        CharacterKind.Digit => new("数字", "a digit"),
        _ => new("記号", "a symbol"),
    };

    private static bool IsOf(CharacterKind kind, char c) => kind switch
    {
        CharacterKind.Letter => char.IsAsciiLetter(c),
        CharacterKind.Upper => char.IsAsciiLetterUpper(c),
        CharacterKind.Lower => char.IsAsciiLetterLower(c),
        CharacterKind.Digit => char.IsAsciiDigit(c),
        _ => !char.IsLetterOrDigit(c),
    };
}

public sealed record PasswordCannotBeKept() : Refusal(new Localized(
    $"パスワードを1文字以上{PasswordWords.Longest}文字以内で入力してください。", $"Enter the password, at most {PasswordWords.Longest} characters."), null);

/// <param name="HoldsName">True where it holds a name that it must not hold.</param>
public sealed record PasswordFallsShort(PasswordForm Form, bool HoldsName) : Refusal(new Localized(
    $"{Form.Shortest}文字以上で{(Form.Kinds.Count > 3 ? $"{Form.Kinds.Count}種類の文字（{PasswordWords.Name(Form.Kinds).Ja}）" : PasswordWords.Name(Form.Kinds).Ja)}を含めてください。{(HoldsName ? "アカウント名や団体の名称は含めないでください。" : "")}「案を作る」で条件に合うものを作れます。",
    $"Use at least {Form.Shortest} characters with {PasswordWords.Name(Form.Kinds).En}{(HoldsName ? ", and neither the handle nor a name of the body" : "")}. \"Propose one\" makes one that fits."), Form.Clause);
