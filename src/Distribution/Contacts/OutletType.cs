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
}
