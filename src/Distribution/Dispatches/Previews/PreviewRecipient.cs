using Distribution.Contacts.Outlets;

namespace Distribution.Dispatches.Previews;

/// <summary>Whose mail is wanted: a contact's, or that of somebody imagined who is on every list of the audience.</summary>
public sealed record PreviewRecipient
{
    /// <summary>Id of the contact; nothing else is given then.</summary>
    public string? Contact { get; init; }

    /// <summary>What the imagined person reads.</summary>
    public string? Language { get; init; }

    /// <summary>Where they are and what they cover, ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>What kind of outlet they work for.</summary>
    public OutletType? OutletType { get; init; }

    /// <summary>Their beat.</summary>
    public string? Topic { get; init; }
}
