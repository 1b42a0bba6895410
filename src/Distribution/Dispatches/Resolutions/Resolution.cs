namespace Distribution.Dispatches.Resolutions;

/// <summary>A user's finding about a held recipient.</summary>
public enum Resolution
{
    /// <summary>They have the mail.</summary>
    Received,

    /// <summary>They do not.</summary>
    NotReceived,
}
