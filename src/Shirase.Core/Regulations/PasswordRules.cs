namespace Shirase.Core.Regulations;

/// <summary>Kinds of characters that a password is made of.</summary>
public enum CharacterKind
{
    Letter,
    Upper,
    Lower,
    Digit,
    Symbol,
}

/// <summary>What a password must not hold.</summary>
public enum PasswordOutcast
{
    /// <summary>The account's own name.</summary>
    Handle,

    /// <summary>A name of the body.</summary>
    Body,

    /// <summary>It may not have been this account's password before.</summary>
    Earlier,
}

/// <summary>How the passwords of accounts are kept (gx-14-1-1, is-3-3, ok-4-7-a, to-7-2-a).</summary>
/// <param name="Clause">The clause that says who may have one.</param>
/// <param name="Roles">Roles whose holders may open one; empty where they are named account by account.</param>
/// <param name="Holders">How many people may know one, where they are named account by account; null otherwise.</param>
/// <param name="Form">What a password is made of; null where the document leaves it open.</param>
/// <param name="UnlikeOthers">The clause by which it is used nowhere else; null for none.</param>
/// <param name="Paper">How it may be put on paper; null where it may not.</param>
public sealed record PasswordRules(
    string Clause, IReadOnlyList<string> Roles, PasswordHolderRule? Holders, PasswordForm? Form, string? UnlikeOthers, PasswordPaperRule? Paper);

/// <summary>People who may know a password are named account by account (to-7-2-i).</summary>
/// <param name="Clause">The clause that limits them.</param>
/// <param name="Most">How many without a reason.</param>
public sealed record PasswordHolderRule(string Clause, int Most);

/// <summary>What a password is made of (gx-14-1-2, to-7-2-a).</summary>
/// <param name="Clause">The clause that asks for it.</param>
/// <param name="Shortest">Fewest characters.</param>
/// <param name="Kinds">Of each kind at least one.</param>
/// <param name="Without">What it must not hold.</param>
public sealed record PasswordForm(string Clause, int Shortest, IReadOnlyList<CharacterKind> Kinds, IReadOnlyList<PasswordOutcast> Without);

/// <summary>How a password may be put on paper (is-f-6-b, ok-4-7-b).</summary>
/// <param name="Clause">The clause that speaks of it.</param>
/// <param name="BySecond">True where a second person, who may open the password, has to agree.</param>
/// <param name="IsRegistered">True where keeper and place of the paper are entered first.</param>
public sealed record PasswordPaperRule(string Clause, bool BySecond, bool IsRegistered);
