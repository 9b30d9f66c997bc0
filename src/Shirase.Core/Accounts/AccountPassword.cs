namespace Shirase.Core.Accounts;

/// <summary>The password of an account on its platform, kept so that nobody has to write it down (認証情報保管庫). Ids of staff only.</summary>
/// <param name="number">Its number in the vault of the body, from 1: what papers show in place of the password (is-f-6-b).</param>
/// <param name="secret">The password, encrypted; never shown, printed or logged but by those who may open it.</param>
/// <param name="mark">Knows the password again after it was replaced.</param>
public sealed class AccountPassword(Guid id, BodyId body, AccountId account, int number, string secret, string mark, StaffId setBy, DateTimeOffset setAt)
{
    public Guid Id { get; private set; } = id;

    public BodyId Body { get; private set; } = body;

    public AccountId Account { get; private set; } = account;

    public int Number { get; private set; } = number;

    public string Secret { get; private set; } = secret;

    public string Mark { get; private set; } = mark;

    public StaffId SetBy { get; private set; } = setBy;

    public DateTimeOffset SetAt { get; private set; } = setAt;

    /// <summary>When another one took its place; its secret is destroyed then.</summary>
    public DateTimeOffset? ReplacedAt { get; private set; }

    public void Replace(DateTimeOffset at) => (Secret, ReplacedAt) = ("", at);

    /// <summary>The same password under another key.</summary>
    public void Reencrypt(string secret) => Secret = secret;
}
