namespace Distribution.Dispatches.Resolutions;

/// <summary>A user's finding about a recipient for whom the mail server gave no answer.</summary>
public enum Resolution
{
    /// <summary>They have the mail.</summary>
    Received,

    /// <summary>They do not.</summary>
    NotReceived,
}
