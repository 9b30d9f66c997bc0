using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Shirase.Core.Text.Names;
using Shirase.Text;
using Xunit;

namespace Shirase.Tests.Text;

/// <summary>MeCab proposes names where it is installed; where it is not, nothing breaks and the program says so.</summary>
public sealed class MecabTests
{
    [Theory]
    [InlineData("前橋市の勅使河原太郎が参加", "勅使河原太郎")]
    [InlineData("会社員の髙橋一郎を表彰", "髙橋一郎")]
    [InlineData("\t山田\n太郎と 小笠原花子が\u0000来た", "小笠原花子")]
    public void gx_13_3_1_Given_MeCab_When_a_text_has_a_full_name_Then_it_is_proposed_at_its_place(string text, string name)
    {
        var full = Analyser().Propose(text).Where(p => p is { HasSurname: true, HasGiven: true }).Select(p => text.Substring(p.Span.Start, p.Span.Length));

        Assert.Contains(name, full);
    }

    [Theory]
    [InlineData("現場は利根川の河原、高崎市内です。")]
    [InlineData("前橋市、渋川市、吾妻郡の山田川と大胡駅")]
    [InlineData("山田商店と佐藤建設、上野公園")]
    public void gx_13_3_1_Given_MeCab_When_it_takes_places_for_names_Then_the_gazetteer_overrules_it(string text) => Assert.Empty(Names(text, Analyser().Propose(text)));

    [Fact]
    public void gx_13_3_1_Given_MeCab_When_a_rare_name_has_a_title_Then_it_is_found_and_without_MeCab_it_is_not()
    {
        const string text = "近所の勅使河原さんから通報がありました。";

        Assert.Equal(["勅使河原"], Names(text, Analyser().Propose(text)));
        Assert.Empty(Names(text, []));
    }

    [Fact]
    public void Given_no_library_or_no_dictionary_When_opened_Then_there_is_no_analyser_and_the_checks_still_run()
    {
        Assert.Null(Mecab.Open(["libnothing.so"], ["/var/lib/mecab/dic/ipadic-utf8"]));
        Assert.Null(Mecab.Open(["libmecab.so.2"], ["/nowhere"]));
        Assert.Equal(["田中一郎"], Names("田中一郎さんを表彰", []));
    }

    [Fact]
    public void Given_a_text_longer_than_any_message_When_analysed_Then_nothing_is_proposed() =>
        Assert.Empty(Analyser().Propose(new string('山', Mecab.Longest + 1)));

    [Fact]
    public void Given_many_callers_at_once_When_analysed_Then_each_gets_its_own_answer()
    {
        var mecab = Analyser();

        Parallel.For(0, 200, i => Assert.Equal(i % 2 == 0, mecab.Propose(i % 2 == 0 ? "佐藤花子" : "道路の工事").Count > 0));
    }

    [Fact]
    public async Task Given_the_command_line_When_asked_Then_it_says_what_names_are_found_with()
    {
        var (code, output, _) = await Shell.RunAsync([], "C.UTF-8", "text", "analysis");

        Assert.Equal(0, code);
        Assert.Contains(NameAnalysis.Dictionary ?? "libmecab2", output, StringComparison.Ordinal);
    }

    private static Mecab Analyser()
    {
        var mecab = Mecab.Open();
        Assert.SkipWhen(mecab is null, "MeCab is not installed (libmecab2, mecab-ipadic-utf8).");
        return mecab!;
    }

    private static IEnumerable<string> Names(string text, IReadOnlyList<NameProposal> proposals) =>
        TextChecks.All.Single(c => c.Name == "pii-name")
            .Find(new CheckSubject { Stage = Stage.Send, Kind = PostKind.Post, Text = text, Now = DateTimeOffset.UnixEpoch, Names = proposals }, Parameters.None)
            .Select(h => text.Substring(h.Span!.Value.Start, h.Span.Value.Length));
}
