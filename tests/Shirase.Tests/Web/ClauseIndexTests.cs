using Shirase.TestKit.Storage;
using Shirase.Web.Parts;
using Xunit;

namespace Shirase.Tests.Web;

public sealed class ClauseIndexTests
{
    private readonly ClauseIndex _index = new(TestStore.Regulations.All);

    [Theory]
    [InlineData("gx-13-2-1", "要領13(2)", "Guidelines 13(2)")]
    [InlineData("gx-f-1", "別記様式", "Form")]
    [InlineData("gx-0-1", "通達本文", "Notice")]
    public void Given_a_clause_When_cited_Then_it_is_named_shortly_in_both_languages(string id, string ja, string en) =>
        Assert.Equal((ja, en), (_index.Find(id)!.Label.Ja, _index.Find(id)!.Label.En));

    [Fact]
    public void Given_any_clause_When_cited_Then_it_fits_beside_the_words_of_a_finding() =>
        Assert.All(TestStore.Regulations.All.SelectMany(r => r.Clauses), c => Assert.True(_index.Find(c.Id)!.Label.Ja.Length <= 16, _index.Find(c.Id)!.Label.Ja));
}
