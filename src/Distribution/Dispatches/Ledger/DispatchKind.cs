namespace Distribution.Dispatches.Ledger;

/// <summary>The kind of mail that a dispatch sends.</summary>
public enum DispatchKind
{
    /// <summary>The release itself, to everybody in its audience.</summary>
    Release,

    /// <summary>The release to the addresses of <c>Mail:Recipients</c> only; the real dispatch remains to be made.</summary>
    Rehearsal,

    /// <summary>Translations that came later, to those who waited for them or asked for all of their languages.</summary>
    Translation,

    /// <summary>The releases since yesterday, to subscribers who want one mail a day.</summary>
    Digest,
}
