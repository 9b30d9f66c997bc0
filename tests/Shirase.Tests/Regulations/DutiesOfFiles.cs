using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>The section <c>duties</c> of regulation files.</summary>
public sealed class DutiesOfFiles
{
    private const string Settings = """
          - {id: limit, value: 140, unit: characters, clause: s-2, name: {ja: 上限, en: Limit}}
          - {id: change, value: 24, unit: hours, default: true, clause: s-2, name: {ja: 変更の期限, en: Hours for the change}}
          - {id: dormant, value: 14, unit: days, default: true, clause: s-2, name: {ja: 発信なし, en: Days without a post}}
        """;

    private const string Duties = """
        duties:
          - id: password
            clause: s-2
            name: {ja: パスワードの変更, en: Change of the password}
            what: {ja: 変更する。, en: Change it.}
            opens: {event: appointment.ended, held: [head], per: account}
            owner: head
            within: 'setting:change'
            remind: 'setting:change'
            escalate: {after: 'setting:change', to: [head, administrator]}
            closes: {event: account.password-changed}
            suspends: overdue
            urgent: true
          - id: look
            clause: s-2
            name: {ja: 確認, en: Look}
            what: {ja: 確かめる。, en: Look.}
            opens: {every: half-year, on: 04-01, per: unit}
            owner: administrator
            within: 'setting:dormant'
            evidence: true
        clauses:

        """;

    private static string Text => SampleFile.Text
        .Replace("  - {id: limit, value: 140, unit: characters, clause: s-2, name: {ja: 上限, en: Limit}}", Settings, StringComparison.Ordinal)
        .Replace("clauses:\n", Duties, StringComparison.Ordinal)
        .Replace("carried_by: [setting:limit, ", "carried_by: [setting:limit, setting:change, setting:dormant, duty:password, duty:look, ", StringComparison.Ordinal);

    [Fact]
    public void Given_duties_When_read_Then_trigger_owner_span_and_what_follows_are_there()
    {
        var reading = SampleFile.Read(Text);

        Assert.Empty(reading.Problems);
        var (password, look) = (reading.Regulation!.Duties[0], reading.Regulation.Duties[1]);
        Assert.Equal(("appointment.ended", DutyPer.Account), (Assert.Single(Assert.IsType<DutyTrigger.Event>(password.Opens).Verbs), ((DutyTrigger.Event)password.Opens).Per));
        Assert.Equal((new DutySpan(24, "hours"), DutySuspends.Overdue, true), (password.Within, password.Suspends, password.IsUrgent));
        Assert.Equal(["head", "administrator"], password.Escalate!.To);
        Assert.Equal(["account.password-changed"], password.ClosedBy);
        Assert.Equal((DutyRhythm.HalfYear, 4, DutyPer.Unit), (((DutyTrigger.Calendar)look.Opens).Every, ((DutyTrigger.Calendar)look.Opens).Month, ((DutyTrigger.Calendar)look.Opens).Per));
        Assert.True(look.NeedsEvidence);
    }

    [Theory]
    [InlineData("owner: head", "owner: chief", "「chief」という役割")]
    [InlineData("    owner: head\n", "", "「owner」がありません")]
    [InlineData("within: 'setting:change'", "within: 24", "期間の設定値ではありません")]
    [InlineData("within: 'setting:change'", "within: 'setting:limit'", "単位が minutes, hours, days, working-days")]
    [InlineData("within: 'setting:change'", "within: 'setting:none'", "期間の設定値ではありません")]
    [InlineData("event: appointment.ended, held", "event: 異動, held", "記録の動詞ではありません")]
    [InlineData("event: appointment.ended, held", "event: appointment.endet, held", "もしかして：appointment.ended")]
    [InlineData("{event: account.password-changed}", "{event: account.pasword-changed}", "もしかして：account.password-changed")]
    [InlineData("{event: account.password-changed}", "{event: [account.password-changed, account.exploded]}", "「account.exploded」は記録の動詞ではありません")]
    [InlineData("event: appointment.ended, held", "every: year, event: appointment.ended, held", "一つに決まりません")]
    [InlineData("{every: half-year, on: 04-01, per: unit}", "{}", "一つに決まりません")]
    [InlineData("{every: half-year, on: 04-01, per: unit}", "{every: month, on: 32}", "月の日ではありません")]
    [InlineData("every: half-year, on: 04-01", "every: half-year, on: 13-01", "月日ではありません")]
    [InlineData("every: half-year, on: 04-01", "every: decade, on: 04-01", "week, month, half-year, year")]
    [InlineData("{every: half-year, on: 04-01, per: unit}", "{silence: 'setting:change'}", "単位が days")]
    [InlineData("per: unit", "per: person", "body, account, unit")]
    [InlineData(", to: [head, administrator]", "", "「to」がありません")]
    [InlineData("{event: account.password-changed}", "{event: []}", "「event」がありません")]
    [InlineData("    evidence: true\n", "    evidence: true\n    alarm: password\n", "手で始める（by_hand、per: account）期限ではありません")]
    [InlineData("    evidence: true\n", "    evidence: true\n    choices: yes\n", "「choices」")]
    [InlineData("    evidence: true\n", "    evidence: true\n    items:\n      - {ja: 投稿}\n", "「en」がありません")]
    [InlineData("{every: half-year, on: 04-01, per: unit}", "{rest: 'setting:change'}", "単位が days")]
    [InlineData("suspends: overdue", "suspends: maybe", "overdue, at-once")]
    [InlineData("urgent: true", "urgently: true", "もしかして：urgent")]
    [InlineData("id: look", "id: password", "行目にもあります")]
    [InlineData("duty:look, ", "", "carried_by にありません")]
    [InlineData("duty:look, ", "duty:looks, ", "duty:looks")]
    public void Given_one_mistake_When_read_Then_it_is_named_with_what_to_do(string passage, string instead, string said)
    {
        Assert.Contains(passage, Text, StringComparison.Ordinal);

        var reading = SampleFile.Read(Text.Replace(passage, instead, StringComparison.Ordinal));

        Assert.Null(reading.Regulation);
        Assert.Contains(reading.Problems, p => p.In("ja").Contains(said, StringComparison.Ordinal));
        Assert.All(reading.Problems, p => Assert.True(p.Line > 0));
    }
}
