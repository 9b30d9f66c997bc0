using Shirase.Core.Accounts;
using Shirase.Core.Regulations;
using Shirase.TestKit.Storage;
using Xunit;

namespace Shirase.Tests.Policies;

/// <summary>The policy of one account under a shipped regulation, with every question answered; tests break one thing at a time.</summary>
internal sealed record PolicyBench(Regulation Regulation, PolicySubject Subject, PolicyFill Fill)
{
    public static PolicyBench Gunma { get; } = new(
        TestStore.Regulations.Versions("gunma-police-x")[^1],
        new("群馬県警察", "警務部", "広報広聴課", "群馬県警察", "gunma_police", "x", new(2026, 6, 11)),
        new()
        {
            Answers = new Dictionary<string, string>
            {
                ["station-list"] = "https://www.police.pref.gunma.jp/stations",
                ["consultation-page"] = "https://www.police.pref.gunma.jp/soudan",
            },
        });

    public static PolicyBench Ishikawa { get; } = new(
        TestStore.Regulations.Versions("ishikawa-police-sns")[^1],
        new("石川県警察", "交通部", "交通企画課", "石川県警察交通企画課", "ishikawa_kotsu", "x", new(2026, 6, 11)),
        new()
        {
            Answers = new Dictionary<string, string> { ["inquiry-page"] = "https://www2.police.pref.ishikawa.lg.jp/soudan" },
            Reasons = new Dictionary<string, string> { ["personal-data"] = "条例の現行性は総務課に照会中。" },
        });

    public PolicyText Text => PolicyText.Of(Regulation, Subject, Fill);

    public IReadOnlyList<PolicyFinding> Findings => PolicyFindings.Of(Regulation, Subject, Fill);

    /// <summary>What keeps it from being adopted.</summary>
    public IReadOnlyList<PolicyFinding> Stops => [.. Findings.Where(f => f.Stops)];

    public string Of(string block) => Text.Of(block) ?? "";

    public PolicyBench On(int year, int month, int day) => this with { Subject = Subject with { Day = new(year, month, day) } };

    public PolicyBench Without(string block) => this with { Fill = Fill with { LeftOut = [.. Fill.LeftOut, block] } };

    public PolicyBench Writes(string block, string text) =>
        this with { Fill = Fill with { Edited = new Dictionary<string, string>(Fill.Edited) { [block] = text } } };

    public PolicyBench Because(string block, string why = "別紙は参考のため。") =>
        this with { Fill = Fill with { Reasons = new Dictionary<string, string>(Fill.Reasons) { [block] = why } } };

    public PolicyBench Answers(string question, string answer) =>
        this with { Fill = Fill with { Answers = new Dictionary<string, string>(Fill.Answers) { [question] = answer } } };

    /// <summary>The block with a word of it struck out: what is missing is refused, named and cited, even when a reason is given.</summary>
    public void RefusesWithout(string clause, string block, string word)
    {
        Assert.Contains(word, Of(block), StringComparison.Ordinal);

        var finding = Assert.Single(Writes(block, Of(block).Replace(word, "", StringComparison.Ordinal)).Because(block).Stops);

        Assert.Equal((Effect.Refuse, clause, block), (finding.Effect, finding.Clause, finding.Block));
        Assert.Contains(word, finding.Message.Ja, StringComparison.Ordinal);
    }

    /// <summary>The same where the document is a guide: a reason lets it pass, and stands with the finding.</summary>
    public void AsksWhyWithout(string clause, string block, string word)
    {
        Assert.Contains(word, Of(block), StringComparison.Ordinal);
        var bench = Writes(block, Of(block).Replace(word, "", StringComparison.Ordinal));

        var finding = bench.Stops.First(f => f.Kind == "says");

        Assert.Equal((Effect.Warn, clause, block), (finding.Effect, finding.Clause, finding.Block));
        Assert.Contains(word, finding.Message.Ja, StringComparison.Ordinal);
        Assert.Empty(bench.Because(block).Stops);
    }

    /// <summary>Leaving the block out is refused whatever the reason, under its clause and by its name.</summary>
    public void RefusesToLeaveOut(string clause, string block)
    {
        var finding = Assert.Single(Without(block).Because(block).Stops);

        Assert.Equal(("left-out", Effect.Refuse, clause), (finding.Kind, finding.Effect, finding.Clause));
        Assert.Contains(Regulation.Policy!.Block(block)!.Name.Ja, finding.Message.Ja, StringComparison.Ordinal);
    }

    /// <summary>Leaving the block out asks for a reason, which then stands with the finding.</summary>
    public void AsksWhyLeftOut(string clause, string block)
    {
        var finding = Assert.Single(Without(block).Stops);

        Assert.Equal(("left-out", Effect.Warn, clause), (finding.Kind, finding.Effect, finding.Clause));
        Assert.Contains(Regulation.Policy!.Block(block)!.Name.Ja, finding.Message.Ja, StringComparison.Ordinal);
        var given = Without(block).Because(block);
        Assert.Empty(given.Stops);
        Assert.Contains(given.Findings, f => f.Block == block && f.Reason == "別紙は参考のため。");
        Assert.Null(given.Text.Of(block));
    }
}
