namespace Distribution.Releases.Drafts;

public enum TranslationState
{
    /// <summary>Complete; may be approved and sent.</summary>
    Ready,

    /// <summary>Promised or being written; nobody is sent it.</summary>
    Draft,
}
