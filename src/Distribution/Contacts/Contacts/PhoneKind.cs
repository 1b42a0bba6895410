namespace Distribution.Contacts.Contacts;

public enum PhoneKind
{
    Other,
    Work,
    Mobile,
    Home,
    Fax,
}
