using FsCheck;
using FsCheck.Fluent;
using Shirase.Core.Text;
using Xunit;

namespace Shirase.Core.Tests.Text;

public sealed class TextDiffTests
{
    [Fact]
    public void Given_one_changed_word_When_compared_Then_the_old_word_stands_before_the_new_one()
    {
        var parts = TextDiff.Between("詐欺の電話に注意してください。", "詐欺のメールに注意してください。");

        Assert.Equal(
            [
                new(DiffKind.Same, "詐欺の"),
                new(DiffKind.Removed, "電話"),
                new(DiffKind.Added, "メール"),
                new(DiffKind.Same, "に注意してください。"),
            ],
            parts);
        Assert.Equal(1, TextDiff.Places(parts));
    }

    [Fact]
    public void Given_characters_of_several_units_When_compared_Then_no_character_is_split()
    {
        var parts = TextDiff.Between("葛\U000E0100飾区👨‍👩‍👧", "葛飾区👨‍👩‍👦");

        Assert.Equal(new(DiffKind.Removed, "葛\U000E0100"), parts[0]);
        Assert.Equal(new(DiffKind.Added, "葛"), parts[1]);
        Assert.Equal(new(DiffKind.Removed, "👨‍👩‍👧"), parts[3]);
        Assert.Equal(2, TextDiff.Places(parts));
    }

    [Fact]
    public void Given_a_line_break_between_changes_When_compared_Then_it_keeps_the_changes_apart()
    {
        var parts = TextDiff.Between("一\n二", "三\n四");

        Assert.Equal(2, TextDiff.Places(parts));
    }

    [Fact]
    public void Given_texts_far_apart_When_compared_Then_they_are_shown_as_replaced()
    {
        var parts = TextDiff.Between(new string('あ', 3000), new string('い', 3000));

        Assert.Equal([DiffKind.Removed, DiffKind.Added], parts.Select(p => p.Kind));
    }

    [Fact]
    public void Given_any_two_texts_When_compared_Then_the_parts_make_up_both()
    {
        var text = Gen.Elements('あ', 'い', '\n', 'が', '\u3099', '\ud842', '\udfb7').ArrayOf().Select(c => new string(c));
        Prop.ForAll(text.ToArbitrary(), text.ToArbitrary(), (before, after) =>
        {
            var parts = TextDiff.Between(before, after);
            return string.Concat(parts.Where(p => p.Kind != DiffKind.Added).Select(p => p.Text)) == before
                && string.Concat(parts.Where(p => p.Kind != DiffKind.Removed).Select(p => p.Text)) == after;
        }).QuickCheckThrowOnFailure();
    }
}
