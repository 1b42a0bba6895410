using Distribution.Platform.Languages;

namespace Distribution.Publisher.Organisations;

/// <summary>An image that mails load from the organisation's own site, where the recipient's program loads images.</summary>
public sealed record Logo
{
    /// <summary>Begins with https://; the same for every recipient.</summary>
    public required string Url { get; init; }

    /// <summary>Its alternative text by language; none where it only repeats the name that stands beside it.</summary>
    public Names Alt { get; init; } = Names.None;

    /// <summary>Width in a mail: 16 to 288 pixels, what a telephone has room for.</summary>
    public required int Width { get; init; }

    /// <summary>Height in a mail: 16 to 120 pixels.</summary>
    public required int Height { get; init; }
}
