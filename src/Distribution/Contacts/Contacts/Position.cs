namespace Distribution.Contacts.Contacts;

/// <summary>A present or past position at an outlet. Past ones stay, so that a journalist's earlier outlets are known.</summary>
public sealed record Position
{
    /// <summary>Id of the outlet.</summary>
    public required string Outlet { get; init; }

    /// <summary>Such as <c>health correspondent</c>.</summary>
    public string? Role { get; init; }

    /// <summary>The first day; null when it is not known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null for a present position.</summary>
    public DateOnly? Until { get; init; }

    public bool IsHeldOn(DateOnly day) => (From is null || From <= day) && (Until is null || Until >= day);
}
