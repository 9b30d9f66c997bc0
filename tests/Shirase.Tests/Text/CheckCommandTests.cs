using System.Text;
using System.Text.Json;
using Xunit;

namespace Shirase.Tests.Text;

public sealed class CheckCommandTests
{
    private static readonly string[] Asked = ["check", "-", "--regulation", "gunma-police-x", "--at", "2026-06-10T10:00"];

    [Fact]
    public async Task Given_samples_When_checked_Then_one_object_each_in_the_shape_that_scripts_rely_on()
    {
        const string Samples = """
            samples:
              - id: A
                title: 特殊詐欺に注意
                text: |-
                  【特殊詐欺に注意】
                  連絡は090-0000-0000まで。
              - id: B
                title: 交通安全
                text: "【交通安全】\n横断歩道で止まりましょう。"
            """;

        var (code, output, error) = await Shell.RunAsync(Samples, Asked);

        Assert.Equal((1, ""), (code, error));
        var messages = JsonDocument.Parse(output).RootElement.EnumerateArray().ToList();
        Assert.Equal(["A", "B"], messages.Select(m => m.GetProperty("id").GetString()));
        var finding = Assert.Single(messages[0].GetProperty("findings").EnumerateArray());
        Assert.Equal("pii-mobile-phone", finding.GetProperty("check").GetString());
        Assert.Equal("gx-13-3-1", finding.GetProperty("clause").GetString());
        Assert.Equal("hold", finding.GetProperty("effect").GetString());
        Assert.Equal("090-0000-0000", finding.GetProperty("text").GetString());
        Assert.Equal((13, 13), (finding.GetProperty("start").GetInt32(), finding.GetProperty("length").GetInt32()));
        Assert.NotEmpty(finding.GetProperty("message").GetString()!);
        Assert.Empty(messages[1].GetProperty("findings").EnumerateArray());
    }

    [Theory]
    [InlineData("{\"text\":\"【件名】\\n\\ud83d\\udc4d\"}")]
    [InlineData("[{\"text\":\"【件名】\\n本文\"}]")]
    [InlineData("{text: \"【件名】\\n本文\"}")]
    public async Task Given_one_clean_message_in_json_or_yaml_When_checked_Then_the_exit_code_is_0(string message)
    {
        var (code, output, error) = await Shell.RunAsync(message, Asked);

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("1", Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray()).GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("", "-")]
    [InlineData("title: 件名", "-:1")]
    [InlineData("samples:\n  - text: a\n  - title: b", "-:3")]
    [InlineData("text: a\nsend_at: 明日", "-:2")]
    [InlineData("text: [", "-")]
    public async Task Given_what_is_no_message_When_checked_Then_a_sentence_says_where_and_the_exit_code_is_2(string input, string place)
    {
        var (code, output, error) = await Shell.RunAsync(input, Asked);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(place, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_broken_utf_8_When_checked_Then_the_exit_code_is_2()
    {
        var (code, output, error) = await Shell.RunAsync([.. "text: "u8, 0xFF, 0xFE], "C", Asked);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("UTF-8", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "/no/such/file.yaml", "--regulation", "gunma-police-x")]
    [InlineData("check", "-", "--regulation", "no-such-regulation")]
    [InlineData("check", "-", "--regulation", "gunma-police-x", "--at", "yesterday")]
    [InlineData("check", "-", "--regulation", "gunma-police-x", "--at", "1999-01-01")]
    [InlineData("check", "-")]
    public async Task Given_words_that_cannot_be_used_When_called_Then_the_exit_code_is_2_and_a_sentence_says_why(params string[] args)
    {
        var (code, _, error) = await Shell.RunAsync("text: a", args);

        Assert.Equal(2, code);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Given_text_as_format_When_checked_Then_people_can_read_it()
    {
        var (code, output, _) = await Shell.RunAsync("id: A\ntext: 見出しのない文", [.. Asked, "--format", "text"]);

        Assert.Equal(1, code);
        Assert.StartsWith("A\n", output, StringComparison.Ordinal);
        Assert.Contains("gx-13-1-2", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_the_same_messages_When_checked_twice_Then_the_answers_are_the_same_bytes()
    {
        var input = Encoding.UTF8.GetBytes("text: \"㈱と①と090-0000-0000\"");

        Assert.Equal((await Shell.RunAsync(input, "C", Asked)).Output, (await Shell.RunAsync(input, "ja_JP.UTF-8", Asked)).Output);
    }
}
