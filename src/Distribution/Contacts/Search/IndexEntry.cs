namespace Distribution.Contacts.Search;

/// <summary>
/// A contact under one key of the index. Beside these columns a row has a flag for each <see cref="Facet"/> of the contact.
/// </summary>
public sealed record IndexEntry
{
    public required ContactSummary Summary { get; init; }

    /// <summary>Every word of the contact, in a partition of words.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>
    /// How many letters the row's word shares with the word before it, of the contact's words in order. A prefix that is longer finds the
    /// contact here first; a shorter one finds it at a word before.
    /// </summary>
    public int? Shared { get; init; }

    /// <summary>Every facet of a contact that has more than there is room for flags.</summary>
    public IReadOnlyList<string>? Facets { get; init; }

    /// <summary>Whether <see cref="Facets"/> stand for the flags.</summary>
    public bool IsCrowded { get; init; }
}
