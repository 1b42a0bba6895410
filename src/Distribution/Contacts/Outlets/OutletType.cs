namespace Distribution.Contacts.Outlets;

public enum OutletType
{
    Daily,
    Weekly,
    Radio,
    Television,
    Online,
    Agency,
    Freelance,

    /// <summary>None of these, or not known.</summary>
    Other,
}
