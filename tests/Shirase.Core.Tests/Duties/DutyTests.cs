using Shirase.Core.Duties;
using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Core.Tests.Duties;

public sealed class DutyTests
{
    private static readonly TimeWindow Hours = new(
        "office-hours", [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new(8, 30), new(17, 15), true, (12, 29), (1, 3), "s-1", true);

    [Theory]
    [InlineData(30, "minutes", "2026-06-12T16:50", "2026-06-12T17:20")]
    [InlineData(24, "hours", "2026-06-12T16:50", "2026-06-13T16:50")]
    [InlineData(3, "days", "2026-06-12T16:50", "2026-06-15T23:59")]
    [InlineData(1, "working-days", "2026-06-12T16:50", "2026-06-15T23:59")]
    [InlineData(5, "working-days", "2025-12-26T09:00", "2026-01-09T23:59")]
    [InlineData(30, "days", "2026-04-01T00:00", "2026-04-30T23:59")]
    public void Given_a_span_When_counted_Then_the_first_day_counts_only_if_whole_and_days_end_with_their_last_minute(int number, string unit, string from, string due) =>
        Assert.Equal(Japan(due), new DutySpan(number, unit).After(Japan(from), Hours));

    [Fact]
    public void Given_a_document_without_hours_When_working_days_are_counted_Then_weekends_and_holidays_do_not_count() =>
        Assert.Equal(Japan("2026-10-15T23:59"), new DutySpan(10, "working-days").After(Japan("2026-10-01T00:00"), null));

    [Theory]
    [InlineData(2, "hours", "2026-06-15T23:59", "2026-06-15T21:59")]
    [InlineData(3, "days", "2026-06-15T23:59", "2026-06-12T08:00")]
    [InlineData(1, "working-days", "2026-06-15T23:59", "2026-06-12T08:00")]
    public void Given_a_deadline_When_counted_back_Then_days_begin_in_the_morning(int number, string unit, string due, string told) =>
        Assert.Equal(Japan(told), new DutySpan(number, unit).Before(Japan(due), Hours));

    [Theory]
    [InlineData(DutyRhythm.Year, 4, 1, "2026-04-01")]
    [InlineData(DutyRhythm.HalfYear, 4, 1, "2025-10-01,2026-04-01")]
    [InlineData(DutyRhythm.Month, 1, 31, "2025-09-30,2025-10-31,2025-11-30,2025-12-31,2026-01-31,2026-02-28,2026-03-31,2026-04-30")]
    public void Given_a_rhythm_When_days_pass_Then_each_of_its_days_comes_once(DutyRhythm every, int month, int day, string days) =>
        Assert.Equal(days.Split(',').Select(d => DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture)), DutyOpening.DaysOf(
            new(every, month, day, DayOfWeek.Monday, DutyPer.Body), new(2025, 9, 15), new(2026, 5, 15)));

    [Fact]
    public void Given_an_open_duty_When_time_passes_Then_reminder_overdue_and_escalation_are_told_once_each_at_their_moments()
    {
        var duty = Open(DutySuspends.Overdue);

        Assert.Empty(duty.Tell(Japan("2026-06-12T15:59")));
        Assert.Equal([DutyTelling.Reminder], duty.Tell(Japan("2026-06-12T16:00")));
        Assert.Empty(duty.Tell(Japan("2026-06-12T18:00")));
        Assert.False(duty.IsSuspending(Japan("2026-06-12T18:00")));
        Assert.Equal([DutyTelling.Overdue], duty.Tell(Japan("2026-06-12T18:01")));
        Assert.True(duty.IsSuspending(Japan("2026-06-12T18:01")));
        Assert.Equal([DutyTelling.Escalation], duty.Tell(Japan("2026-06-12T19:01")));
        Assert.Empty(duty.Tell(Japan("2026-06-13T19:00")));
    }

    [Fact]
    public void Given_a_duty_that_was_looked_at_too_late_When_told_Then_nobody_is_reminded_of_a_deadline_that_passed() =>
        Assert.Equal([DutyTelling.Overdue, DutyTelling.Escalation], Open(DutySuspends.Never).Tell(Japan("2026-06-14T00:00")));

    [Fact]
    public void Given_a_duty_that_suspends_at_once_When_its_time_has_not_begun_Then_it_does_not_suspend_yet()
    {
        var duty = Open(DutySuspends.AtOnce);

        Assert.False(duty.IsSuspending(Japan("2026-06-12T13:59")));
        Assert.True(duty.IsSuspending(Japan("2026-06-12T14:00")));
        Assert.Null(duty.Close(new(new(Guid.NewGuid()), Japan("2026-06-12T14:30"), "変更した。"), "広第12号", needsEvidence: true));
        Assert.False(duty.IsSuspending(Japan("2026-06-12T15:00")));
        Assert.IsType<DutyIsClosed>(duty.Close(new(new(Guid.NewGuid()), Japan("2026-06-12T14:31"), "変更した。"), "広第12号", needsEvidence: true));
        Assert.Empty(duty.Tell(Japan("2026-07-01T00:00")));
    }

    [Fact]
    public void Given_an_open_duty_When_closed_without_what_was_done_or_what_shows_it_Then_refused_with_its_clause_and_still_open()
    {
        var duty = Open(DutySuspends.Never);

        var empty = duty.Close(new(new(Guid.NewGuid()), Japan("2026-06-12T14:30"), " "), null, needsEvidence: false);
        Assert.Equal("s-2", Assert.IsType<OutcomeIsMissing>(empty).By);
        Assert.IsType<EvidenceIsMissing>(duty.Close(new(new(Guid.NewGuid()), Japan("2026-06-12T14:30"), "確かめた。"), "", needsEvidence: true));
        Assert.True(duty.IsOpen);
    }

    // Opened on Friday 12 June 2026, 14:00, due four hours later
    private static Duty Open(DutySuspends suspends)
    {
        var rule = new DutyRule(
            "password", "s-2", new("パスワードの変更", "Change"), new("変更する。", "Change it."), new DutyTrigger.ByHand(DutyPer.Body), "head",
            new(4, "hours"), new(2, "hours"), new(new(1, "hours"), ["head"]), [], false, suspends, false);
        var regulation = new Regulation
        {
            Slug = "sample",
            Title = new("見本", "Sample"),
            Issuer = new("団体", "Body"),
            Version = "2026",
            InForceFrom = new(2026, 4, 1),
            Roles = [],
            Settings = [],
            Windows = [Hours],
            Routes = [],
            Checks = [],
            Gates = [],
            Attestations = [],
            Clauses = [],
            Duties = [rule],
        };
        return DutyOpening.Open(regulation, rule, new("body"), new("body/body", null, null), "1", Japan("2026-06-12T14:00"), Japan("2026-06-12T13:00"));
    }

    private static DateTimeOffset Japan(string at) => new(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), JapanTime.Offset);
}
