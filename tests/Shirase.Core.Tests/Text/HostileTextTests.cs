using System.Reflection;
using System.Text.RegularExpressions;
using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Tests.Text.TwitterText;
using Shirase.Core.Text.Checks;
using Xunit;

namespace Shirase.Core.Tests.Text;

/// <summary>Nobody's text makes a check fail or think for long. How long is measured by <c>bench hostile</c>, not asserted.</summary>
public sealed class HostileTextTests
{
    private const BindingFlags All = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Given_the_patterns_of_all_text_code_When_looked_at_Then_none_of_them_backtracks()
    {
        var patterns = typeof(TextChecks).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Shirase.Core.Text", StringComparison.Ordinal) == true && !t.ContainsGenericParameters)
            .SelectMany(t => FieldsOf(t).Concat(MethodsOf(t)))
            .ToList();

        Assert.True(patterns.Count >= 5, $"Only {patterns.Count} patterns were found.");
        Assert.All(patterns, p => Assert.True(p.Pattern.Options.HasFlag(RegexOptions.NonBacktracking), p.Where));
    }

    [Fact]
    public void Given_any_text_When_every_check_reads_it_Then_what_it_finds_lies_in_the_text()
    {
        var random = new RandomText(7, ["昨日、11月31日（火）午後13時から令和7年（2026年）12日まで（祝）\n【件名】担当：髙﨑（34）090-0000-0000"]);
        for (var n = 0; n < 300; n++)
        {
            var text = random.Next();
            foreach (var check in TextChecks.All)
            {
                Assert.All(
                    check.Find(Subject(text), With(check)),
                    h => Assert.True(h.Span is not { } s || (s.Start >= 0 && s.Length >= 0 && s.End <= text.Length), $"{check.Name}: {h.Span} in {text.Length}"));
            }
        }
    }

    private static CheckSubject Subject(string text) => new()
    {
        Stage = Stage.Send,
        Channel = "x",
        Subject = text,
        Text = text,
        Url = text,
        Now = Checks.Asking.Now,
        References = [text],
        StandardForm = text,
        Content = new PostContent { Subject = text, Body = text, Url = text, ActivityOrSource = text, GroundReason = text, Necessity = text },
    };

    private static Parameters With(ICheck check) => new(check.Parameters.Where(p => p.Required).ToDictionary(
        p => p.Name, p => (IReadOnlyList<string>)(p.Kind == ParameterKind.Number ? ["10"] : ["あ"]), StringComparer.Ordinal));

    private static IEnumerable<(string Where, Regex Pattern)> FieldsOf(Type type) =>
        from field in type.GetFields(All)
        where field.IsStatic
        let value = field.GetValue(null)
        from pattern in value as IEnumerable<Regex> ?? (value is Regex one ? [one] : [])
        select ($"{type.Name}.{field.Name}", pattern);

    // Generated ones come from a method without parameters
    private static IEnumerable<(string Where, Regex Pattern)> MethodsOf(Type type) =>
        from method in type.GetMethods(All)
        where method is { IsStatic: true, ContainsGenericParameters: false } && method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0
        select ($"{type.Name}.{method.Name}", (Regex)method.Invoke(null, null)!);
}
