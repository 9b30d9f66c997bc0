using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class Characters
{
    [Theory]
    [InlineData("char-bidi-control", "安全\u202Eexe", "\u202E", "")]
    [InlineData("char-bidi-control", "\u2067a", "\u2067", "")]
    [InlineData("char-invisible", "あ\u200Bい", "\u200B", "")]
    [InlineData("char-invisible", "あ\uFEFF", "\uFEFF", "")]
    [InlineData("char-invisible", "か\u200Dき", "\u200D", "")]
    [InlineData("char-control", "あ\u0007い", "\u0007", "")]
    [InlineData("char-control", "あ\tい", "\t", " ")]
    [InlineData("char-halfwidth-kana", "防犯ｶﾞｰﾄﾞの", "ｶﾞｰﾄﾞ", "ガード")]
    [InlineData("char-machine-dependent", "㈱", "㈱", "（株）")]
    [InlineData("char-machine-dependent", "①戸締まり", "①", "(1)")]
    [InlineData("char-machine-dependent", "Ⅳ", "Ⅳ", "IV")]
    [InlineData("char-machine-dependent", "髙", "髙", null)]
    [InlineData("char-machine-dependent", "㍉", "㍉", "ミリ")]
    public void Given_a_bad_character_When_checked_Then_it_is_found_and_mended(string check, string text, string found, string? mend)
    {
        var hit = Assert.Single(Ask(check, text));

        Assert.Equal(found, hit.Words(text));
        Assert.Equal(mend, hit.Mend);
    }

    [Theory]
    [InlineData("char-bidi-control", "ふつうの文")]
    [InlineData("char-invisible", "👨‍👩‍👧‍👦と☎️と葛\U000E0100")]
    [InlineData("char-control", "一行\n二行")]
    [InlineData("char-halfwidth-kana", "カタカナ、「」")]
    [InlineData("char-machine-dependent", "（株）、1、高崎、→、※、■、〜、～、－、☎")]
    public void Given_good_characters_When_checked_Then_fine(string check, string text) => Assert.Empty(Ask(check, text));
}
