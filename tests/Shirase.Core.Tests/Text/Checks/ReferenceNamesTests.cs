using Shirase.Core.Posts;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>Places and persons of a text beside those of the documents on the matter.</summary>
public sealed class ReferenceNamesTests
{
    [Theory]
    [InlineData("高崎市で訓練をします。", "前橋市で訓練を行う。", "高崎市")]
    [InlineData("高崎市と前橋市で訓練をします。", "前橋市で訓練を行う。", "高崎市")]
    [InlineData("前橋市で訓練をします。", "訓練（前橋）を行う。", null)]
    [InlineData("前橋市で訓練をします。", "訓練を行う。", null)]
    [InlineData("群馬県の前橋市で訓練をします。", "前橋市で訓練を行う。", null)]
    [InlineData("訓練をします。", "前橋市で訓練を行う。", null)]
    public void gx_13_4_2_Given_a_place_that_no_document_names_When_compared_Then_it_is_pointed_at(string text, string document, string? place) =>
        Assert.Equal(place is null ? [] : [place], Found(text, document));

    [Theory]
    [InlineData("講師は高橋一郎さんです。", "講師は佐藤花子氏。", "高橋一郎")]
    [InlineData("講師は高橋一郎さんです。", "講師は髙橋一郎氏。", null)]
    [InlineData("講師は高橋一郎さんです。", "講師は専門家。", null)]
    public void gx_13_4_2_Given_a_person_that_no_document_names_When_compared_Then_the_name_is_pointed_at(string text, string document, string? name) =>
        Assert.Equal(name is null ? [] : [name], Found(text, document));

    [Fact]
    public void gx_13_4_2_Given_no_document_When_compared_Then_nothing_is_said() => Assert.Empty(Ask("reference-names", "高崎市で高橋一郎さんが話します。"));

    [Fact]
    public void gx_13_4_2_Given_the_documents_of_the_application_When_compared_Then_they_count_as_well()
    {
        var content = new PostContent { RelatedDocuments = [new("press", "広報文", "前橋市で訓練を行う。")] };

        var hit = Assert.Single(Ask("reference-names", Subject(content, "高崎市で訓練をします。")));

        Assert.Contains("文書では前橋市", hit.Message.Ja, StringComparison.Ordinal);
    }

    private static List<string> Found(string text, string document) =>
        [.. Ask("reference-names", Subject(text) with { References = [document] }).Select(h => h.Words(text)!)];
}
