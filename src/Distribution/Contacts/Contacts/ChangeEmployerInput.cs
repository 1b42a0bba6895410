namespace Distribution.Contacts.Contacts;

/// <summary>A change of employer as given in a request, not yet validated.</summary>
public sealed record ChangeEmployerInput
{
    /// <summary>Id of the outlet that they work for now.</summary>
    public required string Outlet { get; init; }

    /// <summary>Their role there, such as <c>health correspondent</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Their first day there; today when left out. The day before is the last one of the old position.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Id of their old outlet, where they work for several; the main one when left out.</summary>
    public string? From { get; init; }

    /// <summary>Where that is known from.</summary>
    public required string Source { get; init; }

    /// <summary>When it was taken from there; now when left out.</summary>
    public DateTimeOffset? SourceDate { get; init; }
}
