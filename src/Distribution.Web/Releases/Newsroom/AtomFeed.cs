using System.Globalization;
using System.Text;
using System.Xml;
using Distribution.Platform.Security;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Topics;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;

namespace Distribution.Web.Releases.Newsroom;

/// <summary>Writes releases as an Atom feed (RFC 4287), each with its full text.</summary>
internal sealed class AtomFeed(Organisation organisation, string language, TopicBook topics, Uri self, Uri page, PublicLinks links)
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    private string Publisher => PrintableText.Line(organisation.Names.In(language));

    public byte[] Write(IReadOnlyList<NewsroomEntry> entries)
    {
        using MemoryStream feed = new();
        using (var xml = XmlWriter.Create(feed, Settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, language);
            xml.WriteElementString("id", Atom, self.AbsoluteUri);
            xml.WriteElementString("title", Atom, $"{Publisher} – {NewsroomPhrases.Book.In(language)["newsroom"]}");
            xml.WriteElementString(
                "updated", Atom, Instant(entries.Select(entry => entry.ReleasedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            WriteAuthor(xml, Publisher);
            WriteLink(xml, "self", "application/atom+xml", self, language);
            WriteLink(xml, "alternate", "text/html", page, language);
            foreach (var entry in entries) WriteEntry(xml, entry);
            xml.WriteEndElement();
        }

        return feed.ToArray();
    }

    private void WriteEntry(XmlWriter xml, NewsroomEntry entry)
    {
        var text = entry.Text;
        xml.WriteStartElement("entry", Atom);
        xml.WriteAttributeString("xml", "lang", null, text.Language);
        xml.WriteElementString("id", Atom, Id(entry));
        xml.WriteElementString("title", Atom, PrintableText.Line(text.Headline));
        xml.WriteElementString("published", Atom, Instant(entry.ReleasedAt));
        xml.WriteElementString("updated", Atom, Instant(entry.ReleasedAt));
        WriteAuthor(xml, PrintableText.Line($"{organisation.Names.In(text.Language)} {entry.Office.Names.In(text.Language)}"));
        WriteLink(xml, "alternate", "text/html", links.Release(text.Slug!), text.Language);
        foreach (var topic in entry.Topics) WriteCategory(xml, topic, topics.Name(topic, text.Language));
        if ((text.Summary ?? text.Subheading) is { Length: > 0 } summary)
            xml.WriteElementString("summary", Atom, PrintableText.Line(summary));
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Dateline.Body(text, entry.Office).Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteAuthor(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, name);
        xml.WriteEndElement();
    }

    private static void WriteLink(XmlWriter xml, string relation, string type, Uri address, string language)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("hreflang", language);
        xml.WriteAttributeString("href", address.AbsoluteUri);
        xml.WriteEndElement();
    }

    /// <summary>A term that stays, and what readers of the entry's language call it (RFC 4287, section 4.2.2).</summary>
    private static void WriteCategory(XmlWriter xml, string topic, string name)
    {
        xml.WriteStartElement("category", Atom);
        xml.WriteAttributeString("term", PrintableText.Line(topic));
        xml.WriteAttributeString("label", PrintableText.Line(name));
        xml.WriteEndElement();
    }

    /// <summary>Lasting, whatever address the newsroom moves to.</summary>
    private static string Id(NewsroomEntry entry) =>
        $"urn:uuid:{Guid.ParseExact(NewId.From("atom", entry.Release, entry.Text.Language), "N"):D}";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
