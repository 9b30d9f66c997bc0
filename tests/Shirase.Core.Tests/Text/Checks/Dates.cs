using Shirase.Core.Text;
using Xunit;
using static Shirase.Core.Tests.Text.Checks.Asking;

namespace Shirase.Core.Tests.Text.Checks;

public sealed class Dates
{
    [Theory]
    [InlineData("６月12日（木）に開きます", "木", "金")]
    [InlineData("令和８年６月12日（木曜日）", "木", "金")]
    [InlineData("2026年6月12日木曜日", "木", "金")]
    [InlineData("2026/6/12(木)", "木", "金")]
    [InlineData("6月12日（金）から14日（月）まで", "月", "日")]
    [InlineData("1月4日（日）", "日", "月")]
    public void gx_13_4_3_Given_a_weekday_that_is_not_the_date_s_When_checked_Then_the_right_one_is_offered(string text, string wrong, string right)
    {
        // Before the turn of the year 「1月4日」 is the next one
        var subject = Subject(text) with { Now = text.StartsWith('1') ? Now.AddMonths(6) : Now };

        var hit = Assert.Single(Ask("date-weekday", subject));

        Assert.Equal(wrong, hit.Words(text));
        Assert.Equal(right, hit.Mend);
    }

    [Theory]
    [InlineData("６月12日（金）に開きます")]
    [InlineData("6月12日（金・祝）")]
    [InlineData("6月28日（日）から3日（金）まで")]
    [InlineData("令和9年1月31日（日）")]
    [InlineData("12月1日から31日まで")]
    [InlineData("24時間（金）")]
    [InlineData("1日（いちにち）")]
    public void gx_13_4_3_Given_dates_in_order_When_checked_Then_fine(string text) => Assert.Empty(Ask("date-weekday", text));

    [Theory]
    [InlineData("11月31日", "11月31日")]
    [InlineData("令和7年（2026年）11月31日（火）午後13時", "11月31日")]
    [InlineData("１３月１日", "１３月１日")]
    [InlineData("2026年2月29日", "2月29日")]
    public void gx_13_4_3_Given_a_date_that_does_not_exist_When_checked_Then_it_is_found(string text, string date) =>
        Assert.Equal(date, Assert.Single(Ask("date-invalid", text)).Words(text));

    [Theory]
    [InlineData("2028年2月29日")]
    [InlineData("6月30日")]
    [InlineData("110番、1/2、027-000-0110")]
    public void gx_13_4_3_Given_dates_that_exist_When_checked_Then_fine(string text) => Assert.Empty(Ask("date-invalid", text));

    [Fact]
    public void gx_13_4_3_Given_an_announcement_of_a_day_gone_by_When_checked_Then_it_is_found()
    {
        Assert.Single(Ask("date-past", "6月9日（火）に教室を開きます。"));
        Assert.Single(Ask("date-past", Subject("6月12日（金）に教室を開きます。") with { SendAt = Now.AddDays(7) }));
    }

    [Theory]
    [InlineData("6月10日（水）に教室を開きます。")]
    [InlineData("6月9日（火）に発生しました。防犯教室を開きます。")]
    [InlineData("6月1日（月）から30日（火）まで実施します。")]
    [InlineData("1月5日に開きます。")]
    public void gx_13_4_3_Given_days_ahead_or_a_report_When_checked_Then_fine(string text)
    {
        var subject = Subject(text) with { Now = text.StartsWith("1月", StringComparison.Ordinal) ? Now.AddMonths(6) : Now };

        Assert.Empty(Ask("date-past", subject));
    }

    [Theory]
    [InlineData("午後1時30分", 810)]
    [InlineData("13：30", 810)]
    [InlineData("８時半", 510)]
    [InlineData("午前0時", 0)]
    [InlineData("午後12時", 720)]
    public void Given_a_time_When_read_Then_minutes_since_midnight(string text, int minutes) =>
        Assert.Equal(minutes, Assert.Single(TimeMention.Find(text)).Minutes);

    [Fact]
    public void Given_a_span_of_hours_When_read_Then_it_is_no_time() => Assert.Empty(TimeMention.Find("3時間かかります"));
}
