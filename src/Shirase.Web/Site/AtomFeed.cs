using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Shirase.Core.Channels;
using Shirase.Core.People;
using Shirase.Core.Posts;
using Shirase.Site;

namespace Shirase.Web.Site;

/// <summary>The archive as an Atom feed (RFC 4287). Removed posts stay as entries that say so, without a word of what they said.</summary>
internal static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    // What readers of the feed are told, in words and as a category that programs read
    private static string Removed(PublicPost post) => post.Because switch
    {
        RemovalKind.Error => "内容に誤りがあったため、この投稿は削除しました。",
        RemovalKind.Unsuitable => "掲載が適当でない情報が含まれていたため、この投稿は削除しました。",
        RemovalKind.Rights => "著作権などの権利のため、この投稿は削除しました。",
        _ => "この投稿は削除しました。",
    };

    /// <param name="root">Address of the body's public site.</param>
    /// <param name="posts">Newest change first.</param>
    /// <param name="since">The time of a feed in which nothing was published yet.</param>
    public static byte[] Of(Body body, Uri root, IReadOnlyList<PublicPost> posts, DateTimeOffset since)
    {
        using var memory = new MemoryStream();
        using (var xml = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, CheckCharacters = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "ja");
            Element(xml, "id", IdOf(body));
            Element(xml, "title", $"{body.Name} 発信の記録");
            Element(xml, "updated", Time(posts.Count == 0 ? since : posts.Max(p => p.UpdatedAt)));
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

    /// <summary>
    /// Made of the body's name alone, so that neither another host nor a move to another machine makes it another feed (RFC 4287, 4.2.6).
    /// A UUID of version 8 (RFC 9562) over SHA-256.
    /// </summary>
    private static string IdOf(Body body)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"shirase/feed/{body.Id}"))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    private static void Entry(XmlWriter xml, Uri root, PublicPost post)
    {
        var isRemoved = post.RemovedAt is not null;
        xml.WriteStartElement("entry", Atom);
        Element(xml, "id", $"urn:uuid:{post.Id}");
        Element(xml, "title", isRemoved ? "削除した投稿" : post.IsDrill ? DrillDelivery.Mark + post.Heading : post.Heading);
        Element(xml, "published", Time(post.PublishedAt));
        Element(xml, "updated", Time(post.UpdatedAt));
        Link(xml, "alternate", $"{root}/posts/{post.Id}", "text/html");
        if (post.CorrectedBy is { } correction)
        {
            Link(xml, "related", $"{root}/posts/{correction}", "text/html");
        }

        if (post.Notice is { } notice)
        {
            Link(xml, "related", $"{root}/notices/{notice}", "text/html");
        }

        if (isRemoved)
        {
            Category(xml, $"removed-{(post.Because ?? RemovalKind.Other).ToString().ToLowerInvariant()}", Removed(post));
        }

        if (post.CorrectedBy is not null || post.Notice is not null)
        {
            Category(xml, "corrected", "訂正しました。");
        }

        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "text");
        xml.WriteString(Clean(isRemoved ? Words(root, post) : post.RepostOf is { Length: > 0 } original ? $"{post.Text}\n{original}".Trim() : post.Text ?? ""));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Words(Uri root, PublicPost post) => string.Join('\n', new[]
    {
        Removed(post),
        post.CorrectedBy is { } correction ? $"訂正：{root}/posts/{correction}" : "",
        post.Notice is { } notice ? $"訂正のお知らせ：{root}/notices/{notice}" : "",
    }.Where(l => l.Length > 0));

    private static void Category(XmlWriter xml, string term, string label)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("scheme", "urn:shirase:retraction");
        xml.WriteAttributeString("term", term);
        xml.WriteAttributeString("label", label);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Clean(text));

    private static void Link(XmlWriter xml, string rel, string href, string type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", rel);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", href);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // XML 1.0 has no place for control characters, halves of characters and U+FFFE and U+FFFF, not even escaped
    private static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(r => r.Value is '\n' or '\t' or (>= 0x20 and <= 0xFFFD) or > 0xFFFF && r.Value is not (>= 0x7F and <= 0x9F)).Select(r => r.ToString()));
}
