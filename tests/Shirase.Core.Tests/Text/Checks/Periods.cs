using Shirase.Core.Text;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>Eras, periods, holidays, times of day and relative words. Today is Wednesday 10 June 2026.</summary>
public sealed class Periods
{
    [Theory]
    [InlineData("令和7年（2026年）11月31日", "令和7年（2026年）", "令和8年（2026年）")]
    [InlineData("2026年（令和７年）に開きます", "2026年（令和７年）", "2026年（令和8年）")]
    [InlineData("平成30(2019)年", "平成30(2019)", "令和元(2019)")]
    [InlineData("令和8年度（2025年度）の計画", "令和8年度（2025年度）", "令和7年度（2025年度）")]
    [InlineData("平成31年5月1日から", "平成31年", "令和元年")]
    [InlineData("平成32年4月に", "平成32年", "令和2年")]
    [InlineData("令和元年4月30日", "令和元年", "平成31年")]
    [InlineData("昭和64年1月8日生まれ", "昭和64年", "平成元年")]
    [InlineData("令和0年1月1日", "令和0年", "平成30年")]
    public void Given_an_era_year_that_is_another_year_When_checked_Then_it_is_found(string text, string words, string mend)
    {
        var hit = Assert.Single(Ask("date-wareki-mismatch", text));

        Assert.Equal(words, hit.Words(text));
        Assert.Equal(mend, hit.Mend);
    }

    [Theory]
    [InlineData("令和8年（2026年）6月12日")]
    [InlineData("2026年（令和8年）")]
    [InlineData("平成31年4月30日、令和元年5月1日")]
    [InlineData("平成31年（2019年）と令和元年（2019年）")]
    [InlineData("昭和64年1月7日、平成元年1月8日")]
    [InlineData("平成31年度")]
    [InlineData("昭和100年の記念")]
    [InlineData("昭和3丁目、大正2号線、平成2、")]
    [InlineData("昭和村で")]
    public void Given_era_years_in_order_When_checked_Then_fine(string text) => Assert.Empty(Ask("date-wareki-mismatch", text));

    [Theory]
    [InlineData("12日から10日まで開きます", "12日から10日")]
    [InlineData("6月12日（金）から10日（水）まで", "6月12日（金）から10日")]
    [InlineData("１２月３日〜１１月２８日", "１２月３日〜１１月２８日")]
    [InlineData("2026年6月12日から2025年6月20日まで", "2026年6月12日から2025年6月20日")]
    [InlineData("令和8年6月12日～令和8年6月10日", "令和8年6月12日～令和8年6月10日")]
    [InlineData("6月12日午前9時から6月10日", "6月12日午前9時から6月10日")]
    [InlineData("午後3時から午後1時まで", "午後3時から午後1時")]
    [InlineData("午前10時30分〜午前10時", "午前10時30分〜午前10時")]
    public void Given_a_period_that_ends_before_it_begins_When_checked_Then_it_is_found(string text, string words) =>
        Assert.Equal(words, Assert.Single(Ask("date-range", text)).Words(text));

    [Theory]
    [InlineData("11月28日〜12月3日")]
    [InlineData("12月28日（月）から1月3日（日）まで")]
    [InlineData("12月28日から3日まで")]
    [InlineData("28日から3日まで")]
    [InlineData("4月1日から3月31日まで")]
    [InlineData("2026年12月28日から2027年1月3日まで")]
    [InlineData("11月17日（火）夜から18日（水）朝まで")]
    [InlineData("10日から3日間")]
    [InlineData("第3日から2日目")]
    [InlineData("6月1日（月）から30日（火）まで")]
    [InlineData("午後10時から午前5時まで")]
    [InlineData("午後1時から午後3時まで")]
    [InlineData("午前11時から午後1時まで")]
    [InlineData("午後10時から翌日の午後9時まで")]
    [InlineData("午後12時から午後1時")]
    [InlineData("20日の事故から10日")]
    public void Given_a_period_in_order_When_checked_Then_fine(string text) => Assert.Empty(Ask("date-range", text));

    [Fact]
    public void Given_other_thresholds_of_periods_When_checked_Then_the_document_decides_and_not_the_program()
    {
        Assert.Empty(Ask("date-range", "6月25日から5日まで受け付けます。"));
        Assert.Single(Ask("date-range", "6月25日から5日まで受け付けます。", ("over_month", ["5"])));
        Assert.Empty(Ask("date-range", "12月1日から2月28日まで規制します。"));
        Assert.Single(Ask("date-range", "12月1日から2月28日まで規制します。", ("over_year", ["60"])));
    }

    [Fact]
    public void Given_another_distance_of_dates_When_checked_Then_the_document_decides_and_not_the_program()
    {
        Assert.Empty(Ask("date-relative", "明日（6月11日）に開催します。"));
        Assert.Single(Ask("date-relative", "明日の午前中から6月11日に", ("behind", ["2"])));
        Assert.Empty(Ask("date-relative", "明日の午前中から6月11日に"));
        Assert.Empty(Ask("date-relative", "6月11日の、明日に"));
        Assert.Single(Ask("date-relative", "6月11日の、明日に", ("before", ["1"])));
    }

    [Theory]
    [InlineData("6月12日（祝）", "祝", null)]
    [InlineData("6月15日（月・祝）", "祝", null)]
    [InlineData("11月２３日（月・文化の日）", "文化の日", "勤労感謝の日")]
    [InlineData("7月20日（山の日）", "山の日", "海の日")]
    [InlineData("2027年3月21日（日）と3月23日（火・振休）", "振休", null)]
    [InlineData("9/24(木・祝日)", "祝日", null)]
    [InlineData("令和9年2月11日（木・天皇誕生日）", "天皇誕生日", "建国記念の日")]
    public void Given_a_date_that_is_not_the_holiday_it_is_called_When_checked_Then_it_is_found(string text, string words, string? mend)
    {
        var hit = Assert.Single(Ask("date-holiday", text));

        Assert.Equal(words, hit.Words(text));
        Assert.Equal(mend, hit.Mend);
    }

    [Theory]
    [InlineData("7月20日（月・祝）")]
    [InlineData("7月20日（月・海の日）")]
    [InlineData("5月6日（水・振休）と5月5日（こどもの日）")]
    [InlineData("9月22日（火・国民の休日）")]
    [InlineData("6月15日（月・休）")]
    [InlineData("6月15日（月）は海の日の前です")]
    [InlineData("土日（祝）を除く")]
    public void Given_holidays_by_their_names_When_checked_Then_fine(string text) => Assert.Empty(Ask("date-holiday", text));

    [Theory]
    [InlineData("午後13時から", "午後13時", "午後1時")]
    [InlineData("午後１５時３０分", "午後１５時３０分", "午後3時30分")]
    [InlineData("午後15:30", "午後15:30", "午後3:30")]
    [InlineData("午前13時", "午前13時", null)]
    [InlineData("午前12時30分", "午前12時30分", null)]
    [InlineData("午後12時", "午後12時", null)]
    [InlineData("午前10時75分", "午前10時75分", null)]
    [InlineData("25時まで", "25時", null)]
    [InlineData("10時75分", "10時75分", null)]
    public void Given_a_time_that_contradicts_itself_When_checked_Then_it_is_found(string text, string words, string? mend)
    {
        var hit = Assert.Single(Ask("time-ampm", text));

        Assert.Equal(words, hit.Words(text));
        Assert.Equal(mend, hit.Mend is null ? null : Folding.Fold(hit.Mend));
    }

    [Theory]
    [InlineData("午後1時30分、午前0時、午後0時、午後11時59分")]
    [InlineData("13時30分、24時、0時、8時半")]
    [InlineData("24時間、48時間営業、100時間")]
    [InlineData("縮尺1:75、得点3:80、12:34:56")]
    [InlineData("午前・午後の部")]
    [InlineData("午後の13人")]
    public void Given_times_in_order_When_checked_Then_fine(string text) => Assert.Empty(Ask("time-ampm", text));

    [Theory]
    [InlineData("昨日、市内で発生しました。", "昨日", "6月9日（火）")]
    [InlineData("本日午後3時から開きます。", "本日", "6月10日（水）")]
    [InlineData("明日から規制します。", "明日", "6月11日（木）")]
    [InlineData("一昨日の事故", "一昨日", "6月8日（月）")]
    [InlineData("来週、教室を開きます。", "来週", null)]
    [InlineData("昨夜、盗難がありました。", "昨夜", null)]
    [InlineData("6月12日（金）に教室を開きました。翌週は休み。昨日は晴れ。", "昨日", "6月9日（火）")]
    public void Given_a_relative_word_without_its_date_When_checked_Then_the_date_is_offered(string text, string words, string? mend)
    {
        var hit = Assert.Single(Ask("date-relative", text));

        Assert.Equal(words, hit.Words(text));
        Assert.Equal(mend, hit.Mend);
    }

    [Fact]
    public void Given_a_day_of_posting_When_checked_Then_relative_words_are_read_on_that_day() =>
        Assert.Equal("6月16日（火）", Assert.Single(Ask("date-relative", Subject("昨日、発生しました。") with { SendAt = Now.AddDays(7) })).Mend);

    [Theory]
    [InlineData("昨日（6月9日）、市内で発生しました。")]
    [InlineData("本日6月10日（水）に開きます。")]
    [InlineData("6月9日（火）の昨夜")]
    [InlineData("来週火曜日（16日）に開きます。")]
    [InlineData("「今日中に振り込んでください」という電話は詐欺です。")]
    [InlineData("『明日』の意味")]
    [InlineData("同日、翌日、当日")]
    [InlineData("今日的な課題、明日香村、西日本日記")]
    public void Given_a_relative_word_with_its_date_or_in_speech_When_checked_Then_fine(string text) => Assert.Empty(Ask("date-relative", text));

    [Theory]
    [InlineData("R8.11.28", "2026-11-28")]
    [InlineData("Ｒ８年１１月２８日", "2026-11-28")]
    [InlineData("2026.11.28", "2026-11-28")]
    [InlineData("H31.4.30に", "2019-04-30")]
    [InlineData("大正元年12月25日", "1912-12-25")]
    [InlineData("昭和64年1月7日", "1989-01-07")]
    public void Given_a_date_as_tables_write_it_When_read_Then_it_is_that_day(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), Assert.Single(DateMention.Find(text)).Nearest(new DateOnly(2026, 6, 10)));

    [Theory]
    [InlineData("第3.14版")]
    [InlineData("ver1.2.3")]
    [InlineData("192.168.1.1")]
    [InlineData("A4.5")]
    public void Given_numbers_with_full_stops_When_read_Then_they_are_no_dates(string text) => Assert.Empty(DateMention.Find(text));
}
