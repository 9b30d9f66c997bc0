namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>passwords</c>: who may have the password of an account, what it is made of, and whether it goes on paper.</summary>
internal static class ReadPasswords
{
    private static readonly Dictionary<string, CharacterKind> Kinds = new(StringComparer.Ordinal)
    {
        ["letter"] = CharacterKind.Letter,
        ["upper"] = CharacterKind.Upper,
        ["lower"] = CharacterKind.Lower,
        ["digit"] = CharacterKind.Digit,
        ["symbol"] = CharacterKind.Symbol,
    };

    private static readonly Dictionary<string, PasswordOutcast> Outcasts = new(StringComparer.Ordinal)
    {
        ["handle"] = PasswordOutcast.Handle,
        ["body"] = PasswordOutcast.Body,
        ["earlier"] = PasswordOutcast.Earlier,
    };

    private static readonly Dictionary<string, bool> Papers = new(StringComparer.Ordinal) { ["second-person"] = true, ["keeper"] = false };

    public static PasswordRules Rules(Section s, IReadOnlyList<RegulationRole> roles)
    {
        var (clause, readers) = Opened(s.Child("opened"), roles);
        var holders = s.OptionalChild("holders");
        if (readers.Count == 0 && holders is null)
        {
            s.Notes.Add(s.Line, Wrongs.MissingKey("holders", s.Name));
        }

        var rules = new PasswordRules(
            clause, readers, holders is null ? null : Holders(holders), s.OptionalChild("form") is { } form ? Form(form) : null,
            s.OptionalChild("unlike_others") is { } unlike ? Cited(unlike, "unlike-others") : null,
            s.OptionalChild("paper") is { } paper ? Paper(paper) : null);
        s.Close();
        return rules;
    }

    private static (string Clause, IReadOnlyList<string> Roles) Opened(Section? s, IReadOnlyList<RegulationRole> roles)
    {
        if (s is null)
        {
            return ("", []);
        }

        var named = s.Texts("roles");
        foreach (var role in named.Where(n => roles.All(r => r.Id != n.Text)))
        {
            s.Notes.Add(role.Line, Wrongs.NotOneOf("roles", role.Text, [.. roles.Select(r => r.Id)]));
        }

        return (Cited(s, "opened"), [.. named.Select(n => n.Text)]);
    }

    private static PasswordHolderRule Holders(Section s)
    {
        var most = s.Number("most", 3);
        return new(Cited(s, "holders"), most);
    }

    private static PasswordForm Form(Section s)
    {
        var (shortest, kinds, without) = (s.Number("shortest", 16), s.Choices("kinds", Kinds), s.Choices("without", Outcasts));
        return new(Cited(s, "form"), shortest, kinds, without);
    }

    private static PasswordPaperRule Paper(Section s)
    {
        var bySecond = s.OneOf("needs", Papers);
        return new(Cited(s, "paper"), bySecond, !bySecond);
    }

    private static string Cited(Section s, string control)
    {
        var clause = s.Notes.Cite(s.Text("clause"), "password:" + control, s.LineOf("clause"));
        s.Close();
        return clause;
    }
}
