using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class HashtagsAndLayout
{
    [Theory]
    [InlineData("少年を守ろう #援交", "#援交")]
    [InlineData("注意 #パパ活 しない", "#パパ活")]
    [InlineData("#裏垢女子 の相談", "#裏垢女子")]
    [InlineData("＃手押し は犯罪です", "＃手押し")]
    [InlineData("#闇バイト募集 に応募しない", "#闇バイト募集")]
    [InlineData("#口座売買 は犯罪", "#口座売買")]
    [InlineData("#援交募集 を見たら通報", "#援交募集")]
    [InlineData("#Ｐ活 は危険", "#Ｐ活")]
    [InlineData("#集団自殺", "#集団自殺")]
    [InlineData("#JKビジネス", "#JKビジネス")]
    public void Given_a_risky_hashtag_When_checked_Then_found_and_written_without_the_sign(string text, string tag)
    {
        var hit = Assert.Single(Ask("hashtag-platform-risk", text));

        Assert.Equal(tag, hit.Words(text));
        Assert.Equal($"「{tag[1..]}」", hit.Mend);
    }

    [Theory]
    [InlineData("#闇バイト は犯罪です")]
    [InlineData("#薬物乱用防止")]
    [InlineData("「援交」は犯罪です")]
    [InlineData("#交通安全")]
    [InlineData("#大麻 は違法です")]
    [InlineData("#円滑な交通")]
    [InlineData("#野菜の盗難")]
    [InlineData("#自殺予防週間")]
    [InlineData("#パパとママの交通安全")]
    [InlineData("https://police.example.jp/#援交")]
    public void Given_a_harmless_hashtag_When_checked_Then_fine(string text) => Assert.Empty(Ask("hashtag-platform-risk", text));

    [Fact]
    public void Given_words_of_a_file_When_checked_Then_they_count_too() =>
        Assert.Single(Ask("hashtag-platform-risk", "#見本取引", ("words", ["見本取引"])));

    [Theory]
    [InlineData("困ったときは、#9110へ相談してください。", "#9110へ相談してください", "（#9110）へ相談してください")]
    [InlineData("免許の相談は #8080まで", "#8080まで", "（#8080）まで")]
    [InlineData("夜間は#7119", null, null)]
    [InlineData("性犯罪は、#8103に電話を", "#8103に電話を", "（#8103）に電話を")]
    [InlineData("＃９１１０番へ", "＃９１１０番へ", "（＃９１１０）番へ")]
    [InlineData("消費者は、#9910又は188へ", "#9910又は188へ", "（#9910）又は188へ")]
    [InlineData("相談は #9110相談電話 へ", "#9110相談電話", "（#9110）相談電話")]
    [InlineData("#交通安全のために、歩行者は", "#交通安全のために", null)]
    [InlineData("冬は #早めの点灯を、心掛けて", "#早めの点灯を", null)]
    [InlineData("道路は、#8891で確認", "#8891で確認", "（#8891）で確認")]
    public void Given_a_hashtag_that_nobody_meant_When_checked_Then_found(string text, string? tag, string? mend)
    {
        var hits = Ask("hashtag-accidental", text);

        Assert.Equal(tag, hits.Count == 0 ? null : Assert.Single(hits).Words(text));
        Assert.Equal(mend, hits.Count == 0 ? null : hits[0].Mend);
    }

    [Theory]
    [InlineData("警察相談専用電話（#9110）")]
    [InlineData("#9110 へ相談してください。")]
    [InlineData("#8050問題 を考える")]
    [InlineData("#110番の日")]
    [InlineData("#2026年度採用")]
    [InlineData("#交通安全")]
    [InlineData("#飲んだら乗らない")]
    [InlineData("#ヘルメットをかぶりましょう")]
    [InlineData("安全運転相談ダイヤル（#8080）に相談してください。")]
    [InlineData("#一日署長")]
    public void Given_a_hashtag_that_is_meant_When_checked_Then_fine(string text) => Assert.Empty(Ask("hashtag-accidental", text));

    [Theory]
    [InlineData("県警#交通安全", "#交通安全", " #交通安全")]
    [InlineData("反射材をつけよう#早めのライト点灯", "#早めのライト点灯", " #早めのライト点灯")]
    [InlineData("守りましょう＃飲酒運転根絶", "＃飲酒運転根絶", " ＃飲酒運転根絶")]
    [InlineData("夏の交通安全#群馬県警 です", "#群馬県警", " #群馬県警")]
    [InlineData("止まろう#StopFraud", "#StopFraud", " #StopFraud")]
    public void Given_a_hashtag_behind_a_letter_When_checked_Then_a_space_mends_it(string text, string tag, string mend)
    {
        var hit = Assert.Single(Ask("hashtag-not-linked", text));

        Assert.Equal(tag, hit.Words(text));
        Assert.Equal(mend, hit.Mend);
    }

    [Fact]
    public void Given_two_hashtags_without_a_space_When_checked_Then_both_are_none() =>
        Assert.Equal(["#交通安全", "#飲酒運転根絶"], Ask("hashtag-not-linked", "守ろう #交通安全#飲酒運転根絶").Select(h => h.Words("守ろう #交通安全#飲酒運転根絶")));

    [Theory]
    [InlineData("守りましょう。#交通安全")]
    [InlineData("県警 #交通安全")]
    [InlineData("\n#交通安全")]
    [InlineData("C#の勉強会")]
    [InlineData("パスワードは Gunma#2026 です")]
    [InlineData("https://police.example.jp/a#section")]
    [InlineData("相談は#9110")]
    [InlineData("（#9110）")]
    [InlineData("部屋#3")]
    [InlineData("F#3")]
    public void Given_a_proper_hashtag_or_none_When_checked_Then_fine(string text) => Assert.Empty(Ask("hashtag-not-linked", text));

    [Theory]
    [InlineData("🚗💨🚶✨", 1)]
    [InlineData("夜道は危険‼️✨✨✨反射材を🌟", 1)]
    [InlineData("👨‍👩‍👧‍👦👍🏽🇯🇵1️⃣", 1)]
    [InlineData("😊👍", 0)]
    [InlineData("☎ 027-000-0110 ✉", 0)]
    [InlineData("①②③④⑤", 0)]
    [InlineData("■日時 ※注意 →前橋 ★", 0)]
    [InlineData("©2026 群馬県 ©2026 ©2026 ©2026", 0)]
    [InlineData("雨☔雪⛄風🍃", 0)]
    [InlineData("12:30〜13:00", 0)]
    public void Given_emoji_When_counted_Then_more_than_three_are_too_many(string text, int hits) => Assert.Equal(hits, Ask("emoji-overuse", text).Count);

    [Fact]
    public void Given_a_limit_of_its_own_When_counted_Then_it_holds() => Assert.Single(Ask("emoji-overuse", "😊", ("max", ["0"])));

    [Theory]
    [InlineData("(´・ω・｀)ノシ", "(´・ω・｀)ノシ")]
    [InlineData("よろしく(^_^)", "(^_^)")]
    [InlineData("注意m(_ _)m", "m(_ _)m")]
    [InlineData("がんばろう（＾＾）", "（＾＾）")]
    [InlineData("残念(T_T)です", "(T_T)")]
    [InlineData("┌(┌^o^)┐", "┌(┌^o^)┐")]
    [InlineData("＿人人人人＿", "＿人人人人＿")]
    [InlineData("＞　点灯　＜", "＞　点灯　＜")]
    [InlineData("￣Y^Y^Y^￣", "￣Y^Y^Y^￣")]
    [InlineData("∧＿∧\nこんにちは", "∧＿∧")]
    [InlineData("(≧▽≦)", "(≧▽≦)")]
    [InlineData("お願いします orz", "orz")]
    public void Given_a_face_or_a_picture_When_checked_Then_found(string text, string art) =>
        Assert.Contains(art, Ask("ascii-art", text).Select(h => h.Words(text)));

    [Theory]
    [InlineData("11月20日（金）")]
    [InlineData("受付（9:00〜17:00）")]
    [InlineData("（※）の箇所")]
    [InlineData("━━━━━━━━")]
    [InlineData("https://police.example.jp/a_b/c")]
    [InlineData("電話（027-000-0110）")]
    [InlineData("（株）見本")]
    [InlineData("降水量(0.05)")]
    [InlineData("交通安全（・ヘルメット・反射材）")]
    [InlineData("A / B ｜ C")]
    [InlineData("（30-0）の速度区間")]
    public void Given_brackets_and_rulers_When_checked_Then_fine(string text) => Assert.Empty(Ask("ascii-art", text));

    [Theory]
    [InlineData("ＡＴＭでの還付金は詐欺です", "ＡＴＭ", "ATM")]
    [InlineData("【ＡＢＣ１２３のお知らせ】", "ＡＢＣ１２３", "ABC123")]
    [InlineData("１０時から開始", "１０", "10")]
    [InlineData("ＳＮＳに注意", "ＳＮＳ", "SNS")]
    [InlineData("Ｐｏｌｉｃｅ", "Ｐｏｌｉｃｅ", "Police")]
    public void Given_full_width_letters_When_checked_Then_one_click_makes_them_half_width(string text, string words, string mend)
    {
        var hit = Assert.Single(Ask("fullwidth-alnum", text));

        Assert.Equal((words, mend), (hit.Words(text), hit.Mend));
    }

    [Theory]
    [InlineData("県警Ｘ（エックス）")]
    [InlineData("１人で悩まない")]
    [InlineData("ATMと10時")]
    [InlineData("電話０２７－０００－０１１０")]
    [InlineData("ｈｔｔｐｓ：／／ｗｗｗ．ｅｘａｍｐｌｅ．ｊｐ／")]
    [InlineData("相談（＃９１１０）")]
    public void Given_single_ones_numbers_and_addresses_When_checked_Then_other_checks_speak(string text) => Assert.Empty(Ask("fullwidth-alnum", text));

    [Theory]
    [InlineData("電話０２７－０００－０１１０まで", "０２７－０００－０１１０", "027-000-0110")]
    [InlineData("（＃９１１０）", "＃９１１０", "#9110")]
    [InlineData("１１０番通報", "１１０番", "110番")]
    [InlineData("０２７（０００）０１１０", "０２７（０００）０１１０", "027(000)0110")]
    [InlineData("消費者ホットライン１８８", "１８８", "188")]
    public void Given_a_number_in_full_width_When_checked_Then_one_click_makes_it_half_width(string text, string words, string mend)
    {
        var hit = Assert.Single(Ask("fullwidth-phone", text));

        Assert.Equal((words, mend), (hit.Words(text), hit.Mend));
    }

    [Theory]
    [InlineData("027-000-0110")]
    [InlineData("（#9110）")]
    [InlineData("１１０件の相談")]
    [InlineData("１２月１０日")]
    public void Given_numbers_in_half_width_or_other_figures_When_checked_Then_fine(string text) => Assert.Empty(Ask("fullwidth-phone", text));

    [Theory]
    [InlineData("https://www.gunm\u0430.example/a を開く", "https://www.gunm\u0430.example/a")]
    [InlineData("https://p\u043Elice.example.jp/", "https://p\u043Elice.example.jp/")]
    [InlineData("詳しくは p\u043Elice.example.jp を", "p\u043Elice.example.jp")]
    [InlineData("https://ɡunma.example.jp/", "https://ɡunma.example.jp/")]
    [InlineData("https://xn--plice-jye.example.jp/", "https://xn--plice-jye.example.jp/")]
    [InlineData("https://po1ice.example.jp/", "https://po1ice.example.jp/")]
    [InlineData("https://pollce.example.jp/", "https://pollce.example.jp/")]
    [InlineData("https://políce.example.jp/", "https://políce.example.jp/")]
    [InlineData("https://ρolice.example.jp/x?y=1", "https://ρolice.example.jp/x?y=1")]
    [InlineData("https://ｐolice.еxample.jp/", "https://ｐolice.еxample.jp/")]
    public void Given_an_address_that_looks_like_another_When_checked_Then_found(string text, string url)
    {
        var hit = Assert.Single(Ask("url-homograph", Subject(text) with { KnownHosts = ["police.example.jp"] }));

        Assert.Equal(url, hit.Words(text));
    }

    [Theory]
    [InlineData("https://police.example.jp/soshiki/")]
    [InlineData("https://日本語.jp/")]
    [InlineData("https://例え.テスト/")]
    [InlineData("詳しくはpolice.example.jpを")]
    [InlineData("https://www.police.example.jp/?q=о")]
    [InlineData("Здравствуйте. Полиция")]
    [InlineData("https://www.example.jp/（案内）")]
    [InlineData("https://city.maebashi.gunma.jp/")]
    [InlineData("καλημέρα.")]
    [InlineData("https://xn--wgv71a119e.jp/")]
    public void Given_an_honest_address_When_checked_Then_fine(string text) =>
        Assert.Empty(Ask("url-homograph", Subject(text) with { KnownHosts = ["police.example.jp"] }));
}
