using Shirase.Core.Regulations;
using Shirase.Core.Tests.Text.Checks;
using Xunit;

namespace Shirase.Core.Tests.Text;

/// <summary>What several checks read is read once, and never taken for what another text says.</summary>
public sealed class TextReadingTests
{
    private const string Text = "6月12日（金）と6月13日（土）に https://example.jp/a で。";

    [Fact]
    public void Given_a_subject_When_asked_twice_Then_dates_and_links_are_the_same_lists()
    {
        var subject = Asking.Subject(Text);

        Assert.Equal(2, subject.Dates.Count);
        Assert.Single(subject.MentionedLinks);
        Assert.Same(subject.Dates, subject.Dates);
        Assert.Same(subject.MentionedLinks, subject.MentionedLinks);
        Assert.Same(subject.Dates, (subject with { Office = "前橋警察署" }).Dates);
    }

    [Fact]
    public void Given_a_copy_with_another_text_or_other_codes_When_asked_Then_it_is_read_anew_and_the_first_stays()
    {
        var subject = Asking.Subject(Text);
        var (dates, links) = (subject.Dates, subject.MentionedLinks);

        var other = subject with { Text = "7月1日に中止します。" };
        var drawn = subject with { ImageCodes = [["https://example.jp/b"]] };

        Assert.Equal(7, Assert.Single(other.Dates).Month);
        Assert.Empty(other.MentionedLinks);
        Assert.Equal(["https://example.jp/a", "https://example.jp/b"], drawn.MentionedLinks.Select(l => l.Address));
        Assert.Same(dates, subject.Dates);
        Assert.Same(links, subject.MentionedLinks);
    }

    [Fact]
    public void Given_two_equal_subjects_When_one_was_read_Then_they_are_still_equal()
    {
        var (first, second) = (Asking.Subject(Text), default(CheckSubject));
        second = first with { };

        Assert.NotEmpty(first.Dates);

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }
}
