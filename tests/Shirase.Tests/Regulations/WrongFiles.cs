using System.Text;
using Shirase.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

public sealed class WrongFiles
{
    [Theory]
    [InlineData("", 0, "空です")]
    [InlineData("   \n\n", 0, "空です")]
    [InlineData("# 注釈だけ\n", 0, "空です")]
    [InlineData("regulation: sample\n\ttitle: x\n", 2, "タブ")]
    [InlineData("regulation: sample\nregulation: sample\n", 2, "同じ段の1行目")]
    [InlineData("a: &x [1]\nb: *x\n", 1, "参照")]
    [InlineData("a: !!binary AAAA\n", 1, "型の指定")]
    [InlineData("a: 1\n---\nb: 2\n", 2, "複数の文書")]
    [InlineData("? [a, b]\n: c\n", 1, "キーは文字")]
    [InlineData("regulation: [sample\ntitle: x\n", 2, "YAMLとして読めません")]
    [InlineData("regulation: \"sample\n", 1, "YAMLとして読めません")]
    [InlineData("- a\n- b\n", 1, "キー: 値")]
    [InlineData("ただの文\n", 1, "キー: 値")]
    [InlineData("a: \u0007\n", 1, "U+0007")]
    public void Given_a_file_that_is_no_regulation_When_read_Then_a_sentence_says_so(string text, int line, string said)
    {
        var reading = SampleFile.Read(text);

        Assert.Null(reading.Regulation);
        Assert.Contains(reading.Problems, p => p.Line == line && p.In("ja").Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Given_broken_utf8_When_read_Then_the_line_is_named()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("regulation: sample\ntitle: "), 0xE3, 0x81, (byte)'\n'];

        var problem = Assert.Single(SampleFile.Read(bytes).Problems);

        Assert.Equal(2, problem.Line);
        Assert.Contains("UTF-8", problem.In("ja"), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_byte_order_mark_When_read_Then_it_does_no_harm() =>
        Assert.Empty(SampleFile.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SampleFile.Text)]).Problems);

    [Fact]
    public void Given_windows_line_ends_When_read_Then_lines_count_alike()
    {
        var reading = SampleFile.Read(SampleFile.Text.ReplaceLineEndings("\r\n").Replace("value: 140", "value: x", StringComparison.Ordinal));

        Assert.Contains(reading.Problems, p => p.Line == 11);
    }

    [Fact]
    public void Given_an_alias_bomb_When_read_Then_it_is_refused_and_nothing_grows()
    {
        var levels = Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(levels);

        Assert.Contains(SampleFile.Read(bomb).Problems, p => p.In("ja").Contains("参照", StringComparison.Ordinal));
    }

    [Fact]
    public void Given_brackets_without_end_When_read_Then_the_depth_is_refused() =>
        Assert.Contains(SampleFile.Read("a: " + new string('[', 100_000)).Problems, p => p.In("ja").Contains("20段より深く", StringComparison.Ordinal));

    [Fact]
    public void Given_more_than_a_megabyte_When_read_Then_the_limit_is_named()
    {
        var problem = Assert.Single(SampleFile.Read(new byte[RegulationFolder.LargestFile + 1]).Problems);

        Assert.Contains("1 MB", problem.In("ja"), StringComparison.Ordinal);
        Assert.Contains("1 MB", problem.In("en"), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_a_file_damaged_anywhere_When_read_Then_there_is_always_an_answer()
    {
        const string marks = "[]{}:,-#&*!|>'\"%@`?\n\t 　【\u0000\ud800";
        for (var at = 0; at < SampleFile.Text.Length; at++)
        {
            var mark = marks[at % marks.Length];
            var reading = SampleFile.Read(SampleFile.Text.Remove(at, 1).Insert(at, mark.ToString()));

            Assert.True(reading.Regulation is not null || reading.Problems.Count > 0);
        }
    }

    [Fact]
    public void Given_ten_thousand_lines_of_text_When_read_Then_there_is_an_answer() =>
        Assert.NotEmpty(SampleFile.Read(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"key{i}: value {i}\n"))).Problems);

    [Fact]
    public void Given_no_such_file_or_folder_When_loaded_Then_a_sentence_and_no_exception()
    {
        var missing = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

        Assert.Contains("ファイルがありません", Assert.Single(RegulationFolder.Read(missing, SampleFile.Vocabulary).Problems).In("ja"), StringComparison.Ordinal);
        Assert.Contains("フォルダー", Assert.Single(RegulationFolder.Load(missing, SampleFile.Vocabulary).Problems).In("ja"), StringComparison.Ordinal);
    }
}
