using System.Globalization;
using System.Text;
using System.Xml;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Newsroom;

namespace Distribution.Web.Releases.Newsroom;

/// <summary>Writes the pages that a search may find, each with its translations (the Sitemap protocol 0.9).</summary>
internal sealed class Sitemap(Organisation organisation, PublicLinks links)
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public byte[] Write(IReadOnlyList<NewsroomEntry> entries)
    {
        using MemoryStream sitemap = new();
        using (var xml = XmlWriter.Create(sitemap, Settings))
        {
            xml.WriteStartElement("urlset", Namespace);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            var newsrooms = organisation.Languages.Select(language => (language, links.Newsroom(language))).ToList();
            WritePage(xml, links.Newsroom(), at: null, newsrooms);
            foreach (var (_, page) in newsrooms) WritePage(xml, page, at: null, newsrooms);
            foreach (var entry in entries) WriteRelease(xml, entry);
            xml.WriteEndElement();
        }

        return sitemap.ToArray();
    }

    private void WriteRelease(XmlWriter xml, NewsroomEntry entry)
    {
        var texts = entry.Translations.Select(text => (text.Language, links.Release(text.Slug))).ToList();
        foreach (var (_, page) in texts) WritePage(xml, page, entry.ReleasedAt, texts);
    }

    private static void WritePage(XmlWriter xml, Uri page, DateTimeOffset? at, IReadOnlyList<(string Language, Uri Page)> translations)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, page.AbsoluteUri);
        if (at is { } released)
        {
            xml.WriteElementString(
                "lastmod", Namespace, released.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        foreach (var (language, other) in translations)
        {
            xml.WriteStartElement("link", Xhtml);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", language);
            xml.WriteAttributeString("href", other.AbsoluteUri);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
