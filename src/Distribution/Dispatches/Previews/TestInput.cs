namespace Distribution.Dispatches.Previews;

/// <summary>Who gets a test of a release, and of which of its mails; before it is looked at.</summary>
public sealed record TestInput
{
    /// <summary>Ids of press officers.</summary>
    public IReadOnlyList<string> PressOfficers { get; init; } = [];

    /// <summary>Ids of people of the organisation.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>The translations to send; all of them when left out.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Whose mail it is to be like; its language follows from that.</summary>
    public PreviewRecipient? As { get; init; }
}
