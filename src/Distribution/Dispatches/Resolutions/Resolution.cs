namespace Distribution.Dispatches.Resolutions;

/// <summary>What a person found out about a recipient of whom the mail server said nothing.</summary>
public enum Resolution
{
    /// <summary>They have the mail.</summary>
    Received,

    /// <summary>They do not.</summary>
    NotReceived,
}
