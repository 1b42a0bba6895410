using Distribution.Contacts.Outlets;

namespace Distribution.Dispatches.Previews;

/// <summary>The recipient of a mail preview: a contact, or an imagined person who is on every list of the audience.</summary>
public sealed record PreviewRecipient
{
    /// <summary>Id of the contact; nothing else is given then.</summary>
    public string? Contact { get; init; }

    /// <summary>The imagined person's languages.</summary>
    public string? Language { get; init; }

    /// <summary>Where they are and what they cover, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>The type of their outlet.</summary>
    public OutletType? OutletType { get; init; }

    /// <summary>Their beat.</summary>
    public string? Topic { get; init; }
}
