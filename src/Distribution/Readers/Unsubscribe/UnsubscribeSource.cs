namespace Distribution.Readers.Unsubscribe;

/// <summary>The source of an unsubscription.</summary>
public enum UnsubscribeSource
{
    /// <summary>The link of a release: its lists.</summary>
    Release,

    /// <summary>The link of a digest: all lists that come in one.</summary>
    Digest,

    /// <summary>The preferences page: any list.</summary>
    Preferences,
}
