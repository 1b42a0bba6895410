namespace Distribution.Mail.Rendering;

/// <summary>The differences of one rendering of a release's mail from the usual one.</summary>
internal sealed record ReleaseMailKind
{
    public static ReleaseMailKind Usual { get; } = new();

    /// <summary>Subject and first line say that it is a test.</summary>
    public static ReleaseMailKind Test { get; } = new() { IsTest = true };

    public bool IsTest { get; init; }

    /// <summary>The contact block of the dispatch's earlier mails; a new one is written where there are none.</summary>
    public IReadOnlyList<MailContactView>? Contacts { get; init; }
}
