using System.Text;
using Shirase.Core.Regulations;
using Shirase.Core.Regulations.Reading;
using Shirase.Regulations;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>A small regulation without a fault, to break one thing at a time.</summary>
internal static class SampleFile
{
    public const string Text = """
        regulation: sample
        title: {ja: 見本, en: Sample}
        issuer: {ja: 団体, en: Body}
        version: {id: "2026", in_force: {from: 2026-04-01}}
        roles:
          - id: head
            name: {ja: 長, en: Head}
            held_by: {head_of_unit: true}
            clause: s-1
        settings:
          - {id: limit, value: 140, unit: characters, clause: s-2, name: {ja: 上限, en: Limit}}
        windows:
          - {id: hours, days: [mon, fri], start: "08:30", end: "17:15", closed: {holidays: true, from: 12-29, to: 01-03}, clause: s-1}
        routes:
          - id: ordinary
            name: {ja: 通常, en: Ordinary}
            clause: s-1
            steps:
              - {id: decide, kind: decision, roles: [head], name: {ja: 決裁, en: Decision}, clause: s-1}
              - {id: publish, kind: publication, roles: [author-unit], name: {ja: 投稿, en: Publication}, clause: s-1}
        compose:
          heading: {open: 【, close: 】, clause: s-2}
        checks:
          - {check: length, clause: s-2, stage: draft, effect: refuse, kinds: [post], with: {max: 'setting:limit'}}
          - {check: words, clause: s-2, stage: submit, effect: warn, with: {list: [逮捕, 検挙], strict: true}}
        gates:
          - {gate: terminal, clause: s-1, with: {hours: 4}}
        attestations:
          - {id: rights, step: decide, statement: {ja: 権利, en: Rights}, clause: s-1}
        reason_codes:
          - {id: other, name: {ja: その他, en: Other}, clause: s-1}
        clauses:
          - id: s-1
            ref: １
            gist: {ja: 決裁を受ける。, en: It is decided.}
            kinds: [workflow]
            carried_by: [role:head, window:hours, route:ordinary, step:decide, step:publish, gate:terminal, attestation:rights, reason:other, verb:approve]
          - id: s-2
            ref: ２
            gist: {ja: 短く書く。, en: It is short.}
            kinds: [block]
            carried_by: [setting:limit, check:length, check:words, compose:heading]
            planned: Text
          - {id: s-3, ref: ３, gist: {ja: 目的, en: Aim}, kinds: [statement], statement: 目的規定}

        """;

    public static RegulationVocabulary Vocabulary { get; } = new(
        new Dictionary<string, IReadOnlyList<ParameterSpec>>(StringComparer.Ordinal)
        {
            ["length"] = [new("max", ParameterKind.Number, Required: true, "Most characters.")],
            ["words"] =
            [
                new("list", ParameterKind.List, Required: true, "Words to find."),
                new("strict", ParameterKind.Flag, Required: false, "Whole words only."),
            ],
        },
        new Dictionary<string, IReadOnlyList<ParameterSpec>>(StringComparer.Ordinal)
        {
            ["terminal"] = [new("hours", ParameterKind.Number, Required: false, "Hours.")],
        },
        KnownControls.ByFamily);

    public static RegulationReading Read(string text, string file = "sample.yaml") => Read(Encoding.UTF8.GetBytes(text), file);

    public static RegulationReading Read(byte[] bytes, string file = "sample.yaml") => RegulationFolder.Read(file, bytes, Vocabulary);

    /// <summary>The sample with one passage changed; the passage must be there, or the test proves nothing.</summary>
    public static RegulationReading With(string passage, string instead)
    {
        Assert.Contains(passage, Text, StringComparison.Ordinal);
        return Read(Text.Replace(passage, instead, StringComparison.Ordinal));
    }
}
