using System.Security.Cryptography;

namespace Distribution.Web.Platform.Assets;

/// <summary>An embedded file that pages load; its name changes with its content, so that it may be kept for ever.</summary>
public sealed class Asset
{
    internal const string Folder = "Distribution.Web.Platform.Assets.";

    private const string Script = "text/javascript; charset=utf-8";

    private Asset(string name, string contentType, byte[] content)
    {
        var extension = Path.GetExtension(name);
        FileName = $"{Path.GetFileNameWithoutExtension(name)}.{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}{extension}";
        (ContentType, Content) = (contentType, content);
    }

    /// <summary>Styles of the pages that the public sees.</summary>
    public static Asset PublicStyles { get; } = Read("public.css", "text/css; charset=utf-8");

    /// <summary>Styles that the console's pages have beyond those.</summary>
    public static Asset ConsoleStyles { get; } = Read("console.css", "text/css; charset=utf-8");

    /// <summary>The console's own script, a module.</summary>
    public static Asset ConsoleScript { get; } = Read("console.js", Script);

    /// <summary>Saves a text while it is typed, a module.</summary>
    public static Asset WriteScript { get; } = Read("write.js", Script);

    /// <summary>For the page of a release's details, a module.</summary>
    public static Asset DetailsScript { get; } = Read("details.js", Script);

    public static Asset Htmx { get; } = Read("htmx.js", Script);

    /// <summary>Changes a part of a page so that focus and typing stay; with its extension of htmx.</summary>
    public static Asset Idiomorph { get; } = Read("idiomorph.js", Script);

    /// <summary>Buttons for Markdown over a plain text field, a module.</summary>
    public static Asset MarkdownToolbar { get; } = Read("markdown-toolbar.js", Script);

    /// <summary>The sign of the pages in a browser's tabs.</summary>
    public static Asset Icon { get; } = Read("favicon.svg", "image/svg+xml");

    /// <summary>The same for programs that ask for it by its name of old.</summary>
    public static Asset OldIcon { get; } = Read("favicon.ico", "image/x-icon");

    internal static IReadOnlyList<Asset> All { get; } =
    [
        PublicStyles, ConsoleStyles, ConsoleScript, WriteScript, DetailsScript, Htmx, Idiomorph, MarkdownToolbar, Icon, OldIcon,
    ];

    public string FileName { get; }

    public string Address => $"/assets/{FileName}";

    internal string ContentType { get; }

    internal byte[] Content { get; }

    private static Asset Read(string name, string contentType)
    {
        using var file = typeof(Asset).Assembly.GetManifestResourceStream(Folder + name)!;
        using MemoryStream content = new();
        file.CopyTo(content);
        return new(name, contentType, content.ToArray());
    }
}
