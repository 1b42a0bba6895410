namespace Distribution.Dispatches.Previews;

/// <summary>The receivers of a test of a release, and the mails to send, as given and not yet validated.</summary>
public sealed record TestInput
{
    /// <summary>Ids of press officers.</summary>
    public IReadOnlyList<string> PressOfficers { get; init; } = [];

    /// <summary>Ids of users.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>The translations to send; all of them when left out.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The recipient whose mail it is like; its language follows from that.</summary>
    public PreviewRecipient? As { get; init; }
}
