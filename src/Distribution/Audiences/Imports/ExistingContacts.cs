namespace Distribution.Audiences.Imports;

/// <summary>What an import does to contacts that are known already.</summary>
public enum ExistingContacts
{
    /// <summary>Adds what is missing, and changes nothing that is there.</summary>
    Fill,

    /// <summary>Leaves them as they are.</summary>
    Keep,

    /// <summary>Takes what the file says instead of what is there. What the file does not say stays.</summary>
    Replace,
}
