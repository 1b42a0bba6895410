namespace Distribution.Contacts;

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
