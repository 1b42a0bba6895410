namespace Distribution.Platform.Security;

/// <summary>The purpose of a link in a mail; the numbers stand in mails that live for years.</summary>
public enum LinkPurpose
{
    /// <summary>Unsubscribe from every list that the release came by.</summary>
    Unsubscribe = 1,

    /// <summary>See one version of a release before it is public.</summary>
    Approval = 2,

    /// <summary>Unsubscribe from every list that comes as a daily digest.</summary>
    UnsubscribeDigests = 3,
}
