namespace Distribution.Contacts.Contacts;

public enum ContactStatus
{
    /// <summary>Gets what their lists get.</summary>
    Active,

    /// <summary>Kept for the record, such as someone who has retired: gets nothing, and no rule puts them on a list.</summary>
    Archived,
}
