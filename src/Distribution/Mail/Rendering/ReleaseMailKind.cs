namespace Distribution.Mail.Rendering;

/// <summary>What sets one rendering of a release's mail apart from the usual one.</summary>
internal sealed record ReleaseMailKind
{
    public static ReleaseMailKind Usual { get; } = new();

    /// <summary>Subject and first line say that it is a test.</summary>
    public static ReleaseMailKind Test { get; } = new() { IsTest = true };

    public bool IsTest { get; init; }

    /// <summary>The contact block as earlier mails of the dispatch have it; written anew where there are none.</summary>
    public IReadOnlyList<MailContactView>? Contacts { get; init; }
}
