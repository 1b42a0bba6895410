namespace Distribution.Audiences.Imports;

/// <summary>The effect of an import on existing contacts.</summary>
public enum ExistingContacts
{
    /// <summary>Adds what is missing, and changes nothing that is there.</summary>
    Fill,

    /// <summary>Leaves them as they are.</summary>
    Keep,

    /// <summary>Takes the file's values instead of the stored ones. Values that the file lacks stay.</summary>
    Replace,
}
