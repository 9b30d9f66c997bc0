using Shirase.Core.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>The section <c>policy</c> of regulation files.</summary>
public sealed class PoliciesOfFiles
{
    private const string Policy = """
        policy:
          title: {ja: '{body}運用ポリシー', en: 'Policy of {body}'}
          clause: s-2
          left_out: refuse
          hours: hours
          services:
            - {channel: x, name: Ｘ, operator: X Corp., from: 2023-07-24}
          asks:
            - {id: contact, name: {ja: 窓口, en: Contact}, kind: address, clause: s-2}
          laws:
            - {id: ordinance, name: 条例第1号, clause: s-2, from: 2004-04-01, to: 2023-03-31, successor: 条例第2号}
          conflicts:
            - {id: promise, words: [返信します], effect: refuse, clause: s-2, why: {ja: 返信しない。, en: Nobody is answered.}}
          sections:
            - id: operation
              heading: {ja: 運用, en: Operation}
              blocks:
                - {id: operator, clause: s-2, name: {ja: 運用者, en: Operator}, text: '{unit}が{hours}に運用します。窓口：{contact}', says: ['{unit}']}
                - {id: law, clause: s-2, name: {ja: 法令, en: Law}, text: '{ordinance}に従います。', locked: true}
        clauses:

        """;

    private static string Text => SampleFile.Text
        .Replace("clauses:\n", Policy, StringComparison.Ordinal)
        .Replace("carried_by: [setting:limit, ", "carried_by: [setting:limit, policy:outline, policy-block:operator, policy-block:law, policy-law:ordinance, policy-conflict:promise, ", StringComparison.Ordinal);

    [Fact]
    public void Given_a_policy_When_read_Then_sections_questions_laws_and_names_of_the_service_are_there()
    {
        var reading = SampleFile.Read(Text);

        Assert.Empty(reading.Problems);
        var policy = reading.Regulation!.Policy!;
        Assert.True(policy.IsBinding);
        Assert.Equal(["operator", "law"], policy.Blocks.Select(b => b.Id));
        Assert.Equal(["{unit}"], policy.Block("operator")!.Says);
        Assert.Equal((false, true), (policy.Block("operator")!.IsLocked, policy.Block("law")!.IsLocked));
        Assert.True(policy.Asks.Single().IsAddress);
        Assert.False(policy.Laws.Single().IsInForce(new(2023, 4, 1)));
        Assert.Equal(Effect.Refuse, policy.Conflicts.Single().Effect);
        Assert.Equal("hours", policy.Hours!.Id);
    }

    [Theory]
    [InlineData("clause: s-2\n  left_out: refuse", "clause: s-9\n  left_out: refuse", "「s-9」という条項")]
    [InlineData("left_out: refuse", "left_out: maybe", "refuse, reason")]
    [InlineData("'{unit}が", "'{units}が", "もしかして：unit")]
    [InlineData("says: ['{unit}']", "says: ['{unti}']", "「unti」という変数")]
    [InlineData("ja: '{body}運用", "ja: '{bodi}運用", "「bodi」という変数")]
    [InlineData("hours: hours\n", "hours: night\n", "「night」は使えません")]
    [InlineData("  hours: hours\n", "", "「hours」がありません")]
    [InlineData("id: law, clause: s-2", "id: operator, clause: s-2", "行目にもあります")]
    [InlineData("id: contact,", "id: ordinance,", "行目にもあります")]
    [InlineData("to: 2023-03-31", "to: 2003-03-31", "前です")]
    [InlineData("words: [返信します]", "words: []", "「words」がありません")]
    [InlineData("effect: refuse, clause: s-2, why", "effect: hold, clause: s-2, why", "refuse, warn")]
    [InlineData("kind: address", "kind: page", "address, text")]
    [InlineData("locked: true", "looked: true", "もしかして：locked")]
    [InlineData("policy-block:law, ", "", "carried_by にありません")]
    [InlineData("policy-block:law, ", "policy-block:laws, ", "policy-block:laws")]
    [InlineData("  services:\n    - {channel: x, name: Ｘ, operator: X Corp., from: 2023-07-24}\n", "", "「services」がありません")]
    public void Given_one_mistake_When_read_Then_it_is_named_with_what_to_do(string passage, string instead, string said)
    {
        Assert.Contains(passage, Text, StringComparison.Ordinal);

        var reading = SampleFile.Read(Text.Replace(passage, instead, StringComparison.Ordinal));

        Assert.Null(reading.Regulation);
        Assert.Contains(reading.Problems, p => p.In("ja").Contains(said, StringComparison.Ordinal));
        Assert.All(reading.Problems, p => Assert.True(p.Line > 0));
    }
}
