using Shirase.Core.Regulations;

namespace Shirase.Core.Posts;

/// <summary>The outgoing text, made of the application's fields; nobody types it as a whole (gx-13-1-1).</summary>
public static class ComposedText
{
    /// <summary>Heading, line break, body, and the link on a line of its own. Line breaks are single line feeds.</summary>
    public static string Of(PostContent content, Composition? composition)
    {
        if (content.Kind == PostKind.Repost)
        {
            return "";
        }

        var lines = new List<string>(3);
        if (composition is not null)
        {
            lines.Add($"{composition.HeadingOpen}{content.Subject}{composition.HeadingClose}");
        }

        lines.Add(Lf(content.Body));
        if (!string.IsNullOrWhiteSpace(content.Url))
        {
            lines.Add(content.Url.Trim());
        }

        return string.Join('\n', lines);
    }

    /// <summary>The form field and the offset in it that a stretch of the composed text comes from.</summary>
    public static (string Field, int Start) FieldAt(PostContent content, Composition? composition, int start)
    {
        var heading = composition is null ? 0 : composition.HeadingOpen.Length + content.Subject.Length + composition.HeadingClose.Length + 1;
        if (start < heading)
        {
            return ("subject", Math.Max(0, start - (composition?.HeadingOpen.Length ?? 0)));
        }

        var body = Lf(content.Body);
        return start <= heading + body.Length ? ("body", start - heading) : ("url", start - heading - body.Length - 1);
    }

    /// <summary>CR LF and lone CR as LF: browsers send CR LF, platforms count one.</summary>
    public static string Lf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
