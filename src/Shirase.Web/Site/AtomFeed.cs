using System.Globalization;
using System.Text;
using System.Xml;
using Shirase.Core.People;
using Shirase.Site;

namespace Shirase.Web.Site;

/// <summary>The archive as an Atom feed (RFC 4287). Removed posts stay as entries that say so.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="root">Address of the body's public site.</param>
    /// <param name="now">Used as the time of an empty feed.</param>
    public static byte[] Of(Body body, Uri root, IReadOnlyList<PublicPost> posts, DateTimeOffset now)
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "ja");
            Element(xml, "id", root.ToString());
            Element(xml, "title", $"{body.Name} 発信の記録");
            Element(xml, "updated", Time(posts.Select(p => (DateTimeOffset?)p.UpdatedAt).Max() ?? now));
            Link(xml, "self", $"{root}/feed.atom", "application/atom+xml");
            Link(xml, "alternate", $"{root}/posts", "text/html");
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", body.Name);
            xml.WriteEndElement();
            foreach (var post in posts)
            {
                Entry(xml, root, post);
            }

            xml.WriteEndElement();
        }

        return memory.ToArray();
    }

    private static void Entry(XmlWriter xml, Uri root, PublicPost post)
    {
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", $"urn:uuid:{post.Id}");
        Element(xml, "title", post.RemovedAt is not null ? "削除した投稿" : post.IsDrill ? $"【訓練】{Clean(post.Heading)}" : Clean(post.Heading));
        Element(xml, "published", Time(post.PublishedAt));
        Element(xml, "updated", Time(post.UpdatedAt));
        Link(xml, "alternate", $"{root}/posts/{post.Id}", "text/html");
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Clean(post.Text ?? "この投稿は削除しました。"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // XML 1.0 has no place for most control characters, not even escaped
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value >= 0x20 || r.Value is '\n' or '\t').Select(r => r.ToString()));
}
