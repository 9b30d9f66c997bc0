namespace Shirase.Core.Regulations.Reading;

/// <summary>Reads <c>glossary</c>: words of the platform with the page that explains each.</summary>
internal static class ReadGlossary
{
    public static GlossaryRule Word(Section s)
    {
        var id = s.Id();
        s.Notes.Claim("glossary", id, s.LineOf("id"));
        var address = s.Text("source");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var source) || source.Scheme != Uri.UriSchemeHttps)
        {
            s.Notes.Add(s.LineOf("source"), Wrongs.NotAnAddress("source", address));
            source = new Uri("https://invalid.example/");
        }

        return new GlossaryRule(id, s.Both("name"), s.Text("wording"), s.Both("means"), source, s.Notes.Cite(s.Text("clause"), "glossary:" + id, s.LineOf("clause")))
        {
            Help = s.Has("help") ? s.Both("help") : null,
        };
    }
}
