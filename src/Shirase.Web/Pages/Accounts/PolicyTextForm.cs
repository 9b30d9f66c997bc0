using System.ComponentModel.DataAnnotations;
using Shirase.Core.Accounts;
using Shirase.Core.Regulations;

namespace Shirase.Web.Pages.Accounts;

/// <summary>The published policy as it is written on the page.</summary>
public sealed class PolicyTextForm
{
    /// <summary>Revision of the draft that was shown.</summary>
    public int Seen { get; set; }

    public IList<PolicyTextAnswer> Answers { get; set; } = [];

    public IList<PolicyTextBlock> Blocks { get; set; } = [];

    [Display(Name = "PolicyTexts.ValidFrom")]
    public DateOnly? ValidFrom { get; set; }

    [Display(Name = "PolicyTexts.Why")]
    public string? Why { get; set; }

    public static PolicyTextForm Of(PolicyDocument draft, Regulation regulation, PolicySubject subject)
    {
        var (outline, fill) = (regulation.Policy!, draft.Fill());
        var values = PolicyText.Values(regulation, subject, fill);
        return new()
        {
            Seen = draft.Revision,
            Answers = [.. outline.Asks.Select(a => new PolicyTextAnswer { Id = a.Id, Value = fill.Answers.GetValueOrDefault(a.Id) })],
            Blocks =
            [
                .. outline.Blocks.Select(b => new PolicyTextBlock
                {
                    Id = b.Id,
                    Text = fill.Edited.GetValueOrDefault(b.Id) ?? PolicyText.Proposed(b, values),
                    LeftOut = fill.LeftOut.Contains(b.Id),
                    Why = fill.Reasons.GetValueOrDefault(b.Id),
                }),
            ],
        };
    }

    /// <summary>What the unit put in. A sentence that is still the proposed one is not the unit's: it follows the register.</summary>
    /// <param name="shown">What had been put in when the page was shown: the proposed sentences are those of that moment.</param>
    /// <param name="restored">Block whose own words are given up, or null.</param>
    public PolicyFill ToFill(Regulation regulation, PolicySubject subject, PolicyFill shown, string? restored = null)
    {
        var outline = regulation.Policy!;
        var fill = new PolicyFill
        {
            Answers = Answers.Where(a => a.Value?.Trim().Length > 0).DistinctBy(a => a.Id).ToDictionary(a => a.Id, a => a.Value!.Trim()),
            LeftOut = [.. Blocks.Where(b => b.LeftOut).Select(b => b.Id)],
            Reasons = Blocks.Where(b => b.Why?.Trim().Length > 0).DistinctBy(b => b.Id).ToDictionary(b => b.Id, b => b.Why!.Trim()),
        };
        var before = PolicyText.Values(regulation, subject, shown);
        var after = PolicyText.Values(regulation, subject, fill);
        return fill with
        {
            Edited = Blocks.DistinctBy(b => b.Id).Where(b => b.Id != restored && outline.Block(b.Id) is { IsLocked: false } block
                    && PolicyText.Proposed(block, before) != Written(b) && PolicyText.Proposed(block, after) != Written(b))
                .ToDictionary(b => b.Id, Written),
        };
    }

    private static string Written(PolicyTextBlock block) => (block.Text ?? "").ReplaceLineEndings("\n").Trim();
}

public sealed class PolicyTextAnswer
{
    public string Id { get; set; } = "";

    public string? Value { get; set; }
}

public sealed class PolicyTextBlock
{
    public string Id { get; set; } = "";

    public string? Text { get; set; }

    public bool LeftOut { get; set; }

    public string? Why { get; set; }
}
