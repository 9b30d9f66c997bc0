using System.Text;
using Xunit;

namespace Shirase.Tests.Text;

public sealed class MeasureCommandTests
{
    [Theory]
    [InlineData("C")]
    [InlineData("ja_JP.UTF-8")]
    public async Task Given_lines_of_json_When_measured_Then_each_gets_its_line_in_utf_8_whatever_the_locale(string locale)
    {
        var input = Encoding.UTF8.GetBytes("\uFEFF{\"text\":\"【件名】\\n詳細はnpa.go.jpへ #交通安全\"}\n\n{\"id\":1,\"text\":\"\\ud83d\\udc4d\"}");

        var (code, output, error) = await Shell.RunAsync(input, locale, "text", "measure");

        Assert.Equal(
            """
            {"literal":24,"weighted":50,"valid":true,"urls":[{"text":"npa.go.jp","start":8,"length":9}],"hashtags":["交通安全"]}
            {"literal":1,"weighted":2,"valid":true,"urls":[],"hashtags":[]}

            """.ReplaceLineEndings("\n"),
            output);
        Assert.Equal((0, ""), (code, error));
    }

    [Theory]
    [InlineData("{\"text\":1}")]
    [InlineData("{\"body\":\"a\"}")]
    [InlineData("[\"a\"]")]
    [InlineData("{\"text\":\"a\"} trailing")]
    [InlineData("{\"text\":\"\\ud83d\"}")]
    [InlineData("not json")]
    public async Task Given_a_bad_line_When_measured_Then_the_sentence_names_it_and_the_exit_code_is_2(string bad)
    {
        var (code, output, error) = await Shell.RunAsync($"{{\"text\":\"a\"}}\n{bad}\n{{\"text\":\"b\"}}\n", "text", "measure");

        Assert.Equal(2, code);
        Assert.Single(output.TrimEnd().Split('\n'));
        Assert.StartsWith("2行目", error, StringComparison.Ordinal);
        Assert.Contains("Line 2", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_broken_utf_8_When_measured_Then_the_exit_code_is_2()
    {
        var (code, _, error) = await Shell.RunAsync([.. "{\"text\":\""u8, 0xE3, 0x81, .. "\"}\n"u8], "C", "text", "measure");

        Assert.Equal(2, code);
        Assert.StartsWith("1行目", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_a_megabyte_in_one_line_When_measured_Then_it_is_counted()
    {
        var (code, output, _) = await Shell.RunAsync($"{{\"text\":\"{new string('あ', 350_000)}\"}}\n", "text", "measure");

        Assert.Equal(0, code);
        Assert.StartsWith("{\"literal\":350000,\"weighted\":700000,\"valid\":false,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_an_unknown_word_When_called_Then_the_exit_code_is_2() =>
        Assert.Equal(2, (await Shell.RunAsync("", "text", "weigh")).Code);
}
