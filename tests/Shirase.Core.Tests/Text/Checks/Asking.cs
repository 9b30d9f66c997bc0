using Shirase.Core.Posts;
using Shirase.Core.Regulations;
using Shirase.Core.Text.Checks;
using Xunit;

namespace Shirase.Core.Tests.Text.Checks;

/// <summary>Asks one check by its name, as a regulation file does.</summary>
internal static class Asking
{
    public static readonly DateTimeOffset Now = new(2026, 6, 10, 9, 0, 0, TimeSpan.FromHours(9));

    public static CheckSubject Subject(string text) => new() { Stage = Stage.Send, Channel = "x", Text = text, Now = Now };

    public static CheckSubject Subject(PostContent content, string text = "【件名】\n本文") =>
        Subject(text) with { Subject = content.Subject, Content = content, Kind = content.Kind, Media = content.Media };

    public static IReadOnlyList<Hit> Ask(string check, string text, params (string Name, string[] Values)[] with) =>
        Ask(check, Subject(text), with);

    public static IReadOnlyList<Hit> Ask(string check, CheckSubject subject, params (string Name, string[] Values)[] with)
    {
        var asked = TextChecks.All.Single(c => c.Name == check);
        var values = with.ToDictionary(w => w.Name, w => (IReadOnlyList<string>)w.Values, StringComparer.Ordinal);
        Assert.All(values.Keys, name => Assert.Contains(asked.Parameters, p => p.Name == name));
        var hits = asked.Find(subject, new Parameters(values)).ToList();
        Assert.All(hits, h => AssertWhole(h, subject.Text));
        return hits;
    }

    public static string? Words(this Hit hit, string text) => hit.Span is { } s ? text.Substring(s.Start, s.Length) : null;

    // Whatever a check finds is said in both languages, points into the text or to a field, and tells what to do
    private static void AssertWhole(Hit hit, string text)
    {
        Assert.NotEmpty(hit.Message.Ja);
        Assert.NotEmpty(hit.Message.En);
        Assert.DoesNotContain(hit.Message.En, c => c is >= '\u3040' and <= '\u30FF' && !hit.Message.Ja.Contains(c));
        Assert.True(hit.Span is not null || hit.Field is not null);
        Assert.True(hit.Span is not { } s || (s.Start >= 0 && s.Length > 0 && s.End <= text.Length));
        Assert.NotNull(hit.Remedy);
        Assert.NotEmpty(hit.Remedy.Ja);
        Assert.NotEmpty(hit.Remedy.En);
    }
}
