using Distribution.Audiences.Selection;

namespace Distribution.Dispatches.Deliveries;

/// <summary>Why somebody is not a recipient of a past dispatch, beside the reasons of <see cref="AudienceRule"/>.</summary>
public static class AbsenceReason
{
    /// <summary>The recipients are not written down yet.</summary>
    public const string NotPlanned = "notPlanned";

    /// <summary>A rehearsal goes to the addresses of a setting.</summary>
    public const string Rehearsal = "rehearsal";

    /// <summary>They are a recipient of another dispatch of the release.</summary>
    public const string AnotherDispatch = "anotherDispatch";

    /// <summary>Came onto the lists after the dispatch began.</summary>
    public const string CameLater = "cameLater";

    /// <summary>Left a list after the dispatch began; what kept them from being a recipient before is not on record.</summary>
    public const string LeftLater = "leftLater";

    /// <summary>Neither waited for the later translation nor wants every language.</summary>
    public const string NotWaiting = "notWaiting";

    /// <summary>No release of the digest was for them in a digest.</summary>
    public const string NotInDigest = "notInDigest";

    /// <summary>Gets no digest.</summary>
    public const string NoDigest = "noDigest";

    /// <summary>Would get it today; their data has changed since.</summary>
    public const string Changed = "changed";

    /// <summary>Would get it today, and nothing on record says why they did not.</summary>
    public const string Unknown = "unknown";

    /// <summary>The release was deleted, and its audience with it.</summary>
    public const string ReleaseDeleted = "releaseDeleted";
}
