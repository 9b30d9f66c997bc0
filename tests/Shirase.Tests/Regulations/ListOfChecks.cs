using Shirase.Core.Text.Checks;
using Xunit;

namespace Shirase.Tests.Regulations;

/// <summary>The paper about checks names each of them, and none that does not exist.</summary>
public sealed class ListOfChecks
{
    [Fact]
    public void Given_the_list_of_checks_When_compared_with_the_program_Then_none_is_missing_and_none_invented()
    {
        var named = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "text-checks.md"))
            .Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Select(l => l.Split('`')[1]);

        Assert.Equal(TextChecks.All.Select(c => c.Name).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }
}
