using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shirase.Core.Regulations;
using Shirase.Core.Text;

namespace Shirase.Core.Accounts;

/// <summary>What the register says of an account, for its policy.</summary>
/// <param name="Department">Department above the unit; empty where there is none.</param>
/// <param name="Channel">Name of the channel; a practice account is written as the platform it practises for.</param>
/// <param name="Day">Day from which the policy holds; it stands at its end and decides on names of platforms and on laws.</param>
public sealed record PolicySubject(string Body, string Department, string Unit, string Account, string Handle, string Channel, DateOnly Day);

/// <summary>The words of a policy as the public reads them. Frozen with each version, so that no later file changes what was adopted.</summary>
public sealed record PolicyText(string Title, IReadOnlyList<PolicyPart> Parts)
{
    private static readonly JsonSerializerOptions Canonical = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IEnumerable<PolicyPassage> Passages => Parts.SelectMany(p => p.Passages);

    /// <summary>The text of a block; null when it was left out.</summary>
    public string? Of(string block) => Passages.FirstOrDefault(p => p.Block == block)?.Text;

    /// <summary>SHA-256 of what the public reads.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())));

    public string ToJson() => JsonSerializer.Serialize(this, Canonical);

    public static PolicyText FromJson(string json) => JsonSerializer.Deserialize<PolicyText>(json, Canonical) ?? new("", []);

    /// <summary>Composes the policy of an account of what its regulation dictates, what the register knows and what the unit put in.</summary>
    public static PolicyText Of(Regulation regulation, PolicySubject subject, PolicyFill fill)
    {
        var outline = regulation.Policy ?? throw new ArgumentException("The regulation dictates no policy.", nameof(regulation));
        var values = Values(regulation, subject, fill);
        return new(
            PolicyWords.Fill(outline.Title.Ja, values),
            [
                .. outline.Sections
                    .Select(s => new PolicyPart(s.Id, s.Heading, [.. s.Blocks.Where(b => !fill.LeftOut.Contains(b.Id)).Select(b => Passage(b, values, fill))]))
                    .Where(p => p.Passages.Count > 0),
            ]);
    }

    /// <summary>What the regulation proposes for a block, with what the register knows.</summary>
    public static string Proposed(PolicyBlock block, IReadOnlyDictionary<string, string> values) => PolicyWords.Fill(block.Text, values);

    /// <summary>Values of all variables that have one.</summary>
    public static IReadOnlyDictionary<string, string> Values(Regulation regulation, PolicySubject subject, PolicyFill fill)
    {
        var outline = regulation.Policy!;
        var service = ServiceOf(outline, subject);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["body"] = subject.Body,
            ["department"] = subject.Department,
            ["unit"] = subject.Unit,
            ["account"] = subject.Account,
            ["handle"] = subject.Handle,
            ["service"] = service?.Name ?? "",
            ["operator"] = service?.Operator ?? "",
            ["content-classes"] = string.Join('、', regulation.ContentClasses.Select(c => c.Name.Ja)),
            ["date"] = $"{JapaneseDate.EraYear(subject.Day)}{subject.Day.Month}月{subject.Day.Day}日",
        };
        if (outline.Hours is { } hours)
        {
            values["hours"] = PolicyWords.Of(hours);
        }

        foreach (var c in regulation.ContentClasses)
        {
            values[PolicyOutline.OfClass + c.Id] = c.Name.Ja;
        }

        foreach (var law in outline.Laws)
        {
            values[law.Id] = law.Name;
        }

        foreach (var ask in outline.Asks.Where(a => fill.Answers.GetValueOrDefault(a.Id) is { } answer && !string.IsNullOrWhiteSpace(answer)))
        {
            values[ask.Id] = fill.Answers[ask.Id].Trim();
        }

        // A platform without a name on that day must not vanish from the sentence: it stays to be filled in
        return values.Where(v => v.Value.Length > 0 || v.Key == "department").ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
    }

    /// <summary>Blocks whose words are not on a page that should show them, in their order.</summary>
    public IReadOnlyList<PolicyPassage> MissingOn(string page)
    {
        var plain = PolicyWords.Plain(page);
        return [.. Passages.Where(p => !plain.Contains(PolicyWords.Plain(p.Text), StringComparison.Ordinal))];
    }

    private static PolicyPassage Passage(PolicyBlock block, IReadOnlyDictionary<string, string> values, PolicyFill fill) =>
        new(block.Id, block.Clause, block.Name, fill.Edited.TryGetValue(block.Id, out var own) ? own.Trim().ReplaceLineEndings("\n") : Proposed(block, values), block.IsItem);

    private static ServiceName? ServiceOf(PolicyOutline outline, PolicySubject subject) =>
        outline.Services.FirstOrDefault(s => s.Channel == subject.Channel && s.Holds(subject.Day))
        ?? (subject.Channel == Channels.DrillDelivery.Channel ? outline.Services.FirstOrDefault(s => s.Holds(subject.Day)) : null);
}

/// <summary>A part of the policy under its heading.</summary>
public sealed record PolicyPart(string Id, Localized Heading, IReadOnlyList<PolicyPassage> Passages);

/// <summary>One statement as it is published, with the clause that asks for it.</summary>
public sealed record PolicyPassage(string Block, string Clause, Localized Name, string Text, bool IsItem);
