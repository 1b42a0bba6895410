namespace Distribution.Contacts;

public enum PhoneKind
{
    Other,
    Work,
    Mobile,
    Home,
    Fax,
}
