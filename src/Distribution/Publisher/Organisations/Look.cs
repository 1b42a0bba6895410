namespace Distribution.Publisher.Organisations;

/// <summary>The organisation's own style of its mails, within the one design that they all have.</summary>
public sealed record Look
{
    /// <summary>Colour of links and lines, such as <c>#0b4f9e</c>; a quiet blue when left out.</summary>
    public string? Accent { get; init; }

    /// <summary>The same on a dark screen; when left out, the accent is lightened until it can be read there.</summary>
    public string? AccentOnDark { get; init; }

    /// <summary>Stands above the organisation's name, which is always there as text.</summary>
    public Logo? Logo { get; init; }
}
