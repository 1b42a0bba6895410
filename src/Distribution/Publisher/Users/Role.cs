namespace Distribution.Publisher.Users;

/// <summary>The rights of a user; each role includes those before it.</summary>
public enum Role
{
    /// <summary>Sees everything but keys.</summary>
    Viewer,

    /// <summary>Writes and submits releases, keeps contacts and lists.</summary>
    Author,

    /// <summary>Approves and sends releases.</summary>
    Approver,

    /// <summary>Keeps offices, users and keys.</summary>
    Administrator,
}
