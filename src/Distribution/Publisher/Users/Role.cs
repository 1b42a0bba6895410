namespace Distribution.Publisher.Users;

/// <summary>What a person may do, each including those before it.</summary>
public enum Role
{
    /// <summary>Sees everything but keys.</summary>
    Viewer,

    /// <summary>Writes and submits releases, keeps contacts and lists.</summary>
    Author,

    /// <summary>Approves and sends releases.</summary>
    Approver,

    /// <summary>Keeps offices, people and keys.</summary>
    Administrator,
}
